/** Numbers in messages have fewer digits; more would be looked at over and over. */
const MOST_DIGITS = 20;

/** A part of a pattern without `*`: texts with a number between each two. */
type Segment = readonly string[];

/** A line as patterns are held against it: lower case, single spaces, straight quotes, `Exit Code: 1` as `exit code 1`. */
export const asMessage = (line: string): string =>
  line
    .toLowerCase()
    .replace(/[\u2018\u2019`]/g, "'")
    .replace(/[\u201c\u201d]/g, '"')
    .replace(/:(?=\s)/g, '')
    .replace(/\s+/g, ' ')
    .trim();

const isWordy = (char: string | undefined): boolean => char !== undefined && /[a-z0-9]/.test(char);

/** Where a segment that begins at `from` ends; undefined where it does not stand there. */
function endOf(segment: Segment, line: string, from: number): number | undefined {
  let at = from;
  for (const [i, text] of segment.entries()) {
    if (i > 0) {
      const begun = at;
      while (at - begun < MOST_DIGITS && /[0-9]/.test(line[at] ?? '')) at++;
      if (at === begun) return undefined;
    }
    if (!line.startsWith(text, at)) return undefined;
    at += text.length;
  }
  return at;
}

/** A message's pattern, ready to be looked for. */
export interface Pattern {
  /** Does a line, as asMessage() gives it, read so? */
  isIn(line: string): boolean;
  /** A word that stands in every such line by itself; undefined where the pattern has none. */
  anchor: string | undefined;
  /** Letters, digits and marks of its own: how much a line says that reads so. */
  weight: number;
}

/** The longest word of a pattern with something else on both sides; `*` and `#` may stand for a part of a word. */
function anchorOf(pattern: string): string | undefined {
  const words = pattern.match(/(?<![a-z0-9*#])[a-z0-9]+(?![a-z0-9*#])/g) ?? [];
  return words.sort((a, b) => b.length - a.length)[0];
}

/**
 * A pattern of messages: text as programs print it, in which `*` stands for anything on the same line and `#` for a
 * number. Case and runs of spaces do not count; what it begins and ends with are whole words. Each part is looked for
 * from where the one before it was found first, so a line is read about once.
 */
export function compilePattern(text: string): Pattern {
  // A colon before a space is none in a line.
  const pattern = asMessage(text).replace(/:(?=\*|$)/g, '');
  const segments: Segment[] = pattern
    .split('*')
    .map((part) => part.trim())
    .filter((part) => part !== '')
    .map((part) => part.split('#'));
  return {
    anchor: anchorOf(pattern),
    weight: pattern.replace(/[*#\s]/g, '').length,
    isIn(line) {
      let at = 0;
      for (const [i, segment] of segments.entries()) {
        const [first = ''] = segment;
        let end: number | undefined;
        while (end === undefined) {
          const begun = line.indexOf(first, at);
          if (begun < 0) return false;
          const stop = endOf(segment, line, begun);
          const isCut =
            (i === 0 && isWordy(first[0]) && isWordy(line[begun - 1])) ||
            (stop !== undefined && i === segments.length - 1 && isWordy(line[stop - 1]) && isWordy(line[stop]));
          if (stop === undefined || isCut) at = begun + 1;
          else end = stop;
        }
        at = end;
      }
      return segments.length > 0;
    },
  };
}
