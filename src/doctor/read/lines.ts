/** A line of YAML as a person reads it, whether or not a parser could. Columns count from 0. */
export interface Line {
  text: string;
  /**
   * `code`: a key, an item or a value. `block`: text of a block scalar (`|`, `>`). `inside`: goes on with a bracket or a
   * quote of a line above.
   */
  role: 'blank' | 'comment' | 'block' | 'inside' | 'code';
  /** Where its first sign stands; of a list item, its dash. */
  indent: number;
  /** Where the dashes of its list items stand. */
  dashes: readonly number[];
  /** Its key as it is written, with quotes where it has some. */
  key: string | undefined;
  /** Where the key or, where it has none, the value stands. */
  start: number;
  /** Its value, without the comment behind it; '' where there is none. */
  value: string;
  valueAt: number;
  /** A quote or a bracket is still open at its end. */
  open: '"' | "'" | '[' | '{' | undefined;
}

/** A key at the beginning of a text, its quotes with it. */
const KEY =
  /^("(?:[^"\\]|\\.)*"|'(?:[^']|'')*'|[^\s#"'[\]{},&*!|>%@`:-][^\s:#]*(?:[ :#]+(?<![ ]#)[^\s:#]+)*|[-:?][^\s:]+)[ \t]*:(?=\s|$)/;
const BLOCK = /^(?:[&!]\S+[ \t]+)*[|>][-+0-9]*[ \t]*(?:#.*)?$/;

/** Goes through quotes and brackets of a value, from its start or from where the line above left off. */
function walk(
  text: string,
  from: number,
  within: Line['open'],
  level: number,
): { open: Line['open']; level: number; end: number } {
  let quote = within === '"' || within === "'" ? within : undefined;
  let depth = level;
  let bracket: '[' | '{' = within === '{' ? '{' : '[';
  let at = from;
  for (; at < text.length; at++) {
    const sign = text[at];
    if (quote === '"' && sign === '\\') at++;
    else if (quote !== undefined) {
      if (sign !== quote) continue;
      if (quote === "'" && text[at + 1] === "'") at++;
      else {
        quote = undefined;
        if (depth === 0) return { open: undefined, level: 0, end: at + 1 };
      }
    } else if (sign === '#' && (at === 0 || /\s/.test(text[at - 1] ?? ' '))) break;
    else if ((sign === '"' || sign === "'") && /[\s[{,:]|^$/.test(text[at - 1] ?? '')) quote = sign;
    else if (sign === '[' || sign === '{') {
      if (depth === 0) bracket = sign;
      depth++;
    } else if (sign === ']' || sign === '}') {
      depth--;
      if (depth <= 0) return { open: undefined, level: 0, end: at + 1 };
    }
  }
  return { open: quote ?? (depth > 0 ? bracket : undefined), level: depth, end: at };
}

/** A value without the comment behind it. */
function withoutComment(text: string): string {
  const comment = /(?:^|\s)#/.exec(text);
  return (comment === null ? text : text.slice(0, comment.index)).trimEnd();
}

/** Takes the lines of one document apart. */
export function linesOf(texts: readonly string[]): Line[] {
  const lines: Line[] = [];
  /** The column that text of a block has to stand deeper than; undefined outside of one. */
  let block: number | undefined;
  let open: Line['open'];
  let level = 0;
  for (const text of texts) {
    const indent = text.length - text.trimStart().length;
    const spaces = /^ */.exec(text)?.[0].length ?? 0;
    const line: Line = {
      text,
      role: 'code',
      indent,
      dashes: [],
      key: undefined,
      start: indent,
      value: '',
      valueAt: text.length,
      open: undefined,
    };
    lines.push(line);
    if (open !== undefined) {
      line.role = 'inside';
      ({ open, level } = walk(text, 0, open, level));
      line.open = open;
      continue;
    }
    if (text.trim() === '') {
      line.role = block === undefined ? 'blank' : 'block';
      continue;
    }
    if (block !== undefined && spaces > block) {
      line.role = 'block';
      continue;
    }
    block = undefined;
    if (text[indent] === '#') {
      line.role = 'comment';
      continue;
    }
    const dashes: number[] = [];
    let at = indent;
    for (
      let dash = /^-(?:[ \t]+|$)/.exec(text.slice(at));
      dash !== null;
      dash = /^-(?:[ \t]+|$)/.exec(text.slice(at))
    ) {
      dashes.push(at);
      at += dash[0].length;
      if (dashes.length > 50) break;
    }
    line.dashes = dashes;
    line.start = at;
    const key = KEY.exec(text.slice(at));
    if (key !== null) {
      line.key = key[1] ?? '';
      at += key[0].length;
      at += /^[ \t]*/.exec(text.slice(at))?.[0].length ?? 0;
    }
    line.valueAt = at;
    const value = text.slice(at);
    // An anchor or a tag before the value.
    const lead = /^(?:[&!]\S*[ \t]+)*/.exec(value)?.[0].length ?? 0;
    if (BLOCK.test(value)) {
      line.value = value;
      block = line.key === undefined ? (dashes.at(-1) ?? -1) : line.start;
    } else if (/^["'[{]/.test(value.slice(lead))) {
      const walked = walk(text, at + lead, undefined, 0);
      ({ open, level } = walked);
      line.open = open;
      // What stands behind the closing sign belongs to it as well: it is a mistake.
      line.value =
        open === undefined
          ? text.slice(at, walked.end) + withoutComment(text.slice(walked.end))
          : text.slice(at, walked.end).trimEnd();
    } else line.value = withoutComment(value);
  }
  return lines;
}
