import { type Open, walk } from './brackets.ts';

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
  /** A quote or bracket that is never closed: the next line begins something else. */
  unclosed: Open;
  /** Text of a block that stands further out than the block: the column that it should stand at. */
  outdented: number | undefined;
  /** It stands within brackets that a line above opened. */
  bracketed: boolean;
}

const BLOCK = /^(?:[&!]\S+[ \t]+)*[|>][-+0-9]*[ \t]*(?:#.*)?$/;

/** The length of a key, its quotes with it, at the beginning of a text; undefined where a colon and a space do not follow. */
function keyLength(text: string): number | undefined {
  const first = text[0];
  if (first === undefined || '[]{},&*!|>#'.includes(first)) return undefined;
  if (first === '"' || first === "'") {
    const { end, open } = walk(text, 0);
    return open === undefined && /^[ \t]*:(?:\s|$)/.test(text.slice(end, end + 40)) ? end : undefined;
  }
  for (let at = 0; at < text.length; at++) {
    const sign = text[at];
    if (sign === '#' && /\s/.test(text[at - 1] ?? '')) return undefined;
    if (sign === ':' && /^\s?$/.test(text[at + 1] ?? '')) return text.slice(0, at).trimEnd().length;
  }
  return undefined;
}

/** A value without the comment behind it. */
function withoutComment(text: string): string {
  const comment = /(?:^|\s)#/.exec(text);
  return (comment === null ? text : text.slice(0, comment.index)).trimEnd();
}

/** It begins a list's item or has a key. */
const looksLikeCode = (text: string): boolean =>
  /^\s*-(?:\s|$)/.test(text) || (!/^\s*["'{]/.test(text) && keyLength(text.trimStart()) !== undefined);

/** Spaces before the first sign of a line. */
export const indentOf = (text: string): number => text.length - text.trimStart().length;

/** Columns of the dashes with which a line begins, and where they end. */
function dashesOf(text: string, from: number): { dashes: number[]; end: number } {
  const dashes: number[] = [];
  let at = from;
  while (text[at] === '-' && /^\s?$/.test(text[at + 1] ?? '') && dashes.length < 50) {
    dashes.push(at);
    do at++;
    while (at < text.length && /\s/.test(text[at] ?? ''));
  }
  return { dashes, end: at };
}

/** The next line with something on it. */
function nextText(texts: readonly string[], at: number): string | undefined {
  for (let next = at + 1; next < Math.min(texts.length, at + 20); next++) {
    const text = texts[next];
    if (text !== undefined && text.trim() !== '') return text;
  }
  return undefined;
}

/** Takes the lines of one document apart. @param isBroken it is no YAML, so that a quote over several lines is none */
export function linesOf(texts: readonly string[], isBroken: boolean): Line[] {
  const lines: Line[] = [];
  /** What the text of a block has to stand deeper than, and the column of its first line; undefined outside of one. */
  let block: { above: number; column: number | undefined } | undefined;
  let open: Open;
  let level = 0;
  for (const [number, text] of texts.entries()) {
    const indent = indentOf(text);
    const line: Line = {
      ...{ text, role: 'code', indent, dashes: [], key: undefined, start: indent, value: '', valueAt: text.length },
      ...{ unclosed: undefined, outdented: undefined, bracketed: open === '[' || open === '{' },
    };
    lines.push(line);
    if (open !== undefined) {
      line.role = 'inside';
      ({ open, level } = walk(text, 0, open, level));
      continue;
    }
    if (text.trim() === '') {
      line.role = block === undefined ? 'blank' : 'block';
      continue;
    }
    const spaces = /^ */.exec(text)?.[0].length ?? 0;
    if (block !== undefined && spaces > block.above) {
      block.column ??= spaces;
      line.role = 'block';
      continue;
    }
    if (text[indent] === '#') {
      line.role = 'comment';
      continue;
    }
    if (block !== undefined && !looksLikeCode(text)) {
      block.column ??= block.above + 3;
      line.role = 'block';
      line.outdented = block.column;
      continue;
    }
    block = undefined;
    const { dashes, end } = dashesOf(text, indent);
    line.dashes = dashes;
    line.start = end;
    let at = end;
    const key = keyLength(text.slice(at));
    if (key !== undefined) {
      line.key = text.slice(at, at + key);
      at = text.indexOf(':', at + key) + 1;
      while (at < text.length && /\s/.test(text[at] ?? '')) at++;
    }
    line.valueAt = at;
    const value = text.slice(at);
    // An anchor or a tag before the value.
    const lead = /^(?:[&!]\S*[ \t]+)*/.exec(value)?.[0].length ?? 0;
    const first = value[lead] ?? '';
    if (BLOCK.test(value)) {
      line.value = value;
      block = { above: line.key === undefined ? (dashes.at(-1) ?? -1) : line.start, column: undefined };
    } else if (first !== '' && '"\'[{'.includes(first)) {
      const walked = walk(text, at + lead);
      const next = walked.open === undefined || !isBroken ? undefined : nextText(texts, number);
      if (
        walked.open !== undefined &&
        next !== undefined &&
        looksLikeCode(next) &&
        indentOf(next) <= Math.max(line.start, indent)
      ) {
        line.unclosed = walked.open;
        line.value = withoutComment(value);
      } else {
        ({ open, level } = walked);
        // What stands behind the closing sign belongs to it as well: it is a mistake.
        line.value =
          open === undefined ? text.slice(at, walked.end) + withoutComment(text.slice(walked.end)) : value.trimEnd();
      }
    } else line.value = withoutComment(value);
  }
  const last = lines.at(-1);
  // Nothing closes it to the end.
  if (isBroken && last && open !== undefined) {
    const from = lines.findLastIndex(({ role }) => role === 'code');
    const line = lines[from];
    // A bracket over several lines may be closed by the one that is missing a quote.
    const isAlone = lines.slice(from + 1).every(({ text }) => text.trim() === '');
    if (line && (open === '"' || open === "'" || isAlone)) line.unclosed = open;
  }
  return lines;
}
