/** Signs that a backslash makes text; `n` is a line's end (Moodle, GIFT format: special characters). */
const ESCAPED = ':#={}~n\\';
/** Noncharacters, which no text has: what stands for an escaped sign until the others have been read. */
const FIRST = 0xfdd0;
const NONCHARACTERS = /[\uFDD0-\uFDEF]/g;

/** A text in which only signs that mean something still are signs; lines stay lines. */
const hideEscaped = (text: string): string =>
  text
    .replace(NONCHARACTERS, '')
    .replace(/\\([:#={}~n\\])/g, (_, sign: string) => String.fromCharCode(FIRST + ESCAPED.indexOf(sign)));

/** The text as it is meant; the end of one of the file's lines is no end of a line in it. */
export const unescaped = (text: string): string =>
  text.replace(NONCHARACTERS, (hidden) => {
    const sign = ESCAPED[hidden.charCodeAt(0) - FIRST] ?? '';
    return sign === 'n' ? '\n' : sign;
  });

/** Lines of a file that belong together, without comments, their escaped signs hidden. */
export interface Block {
  text: string;
  /** The file's line, from 1, of a place in `text`. */
  lineAt(place: number): number;
}

/** How many of some rising numbers are less than another. */
function countBelow(rising: readonly number[], bound: number): number {
  let [from, to] = [0, rising.length];
  while (from < to) {
    const middle = (from + to) >> 1;
    if ((rising[middle] ?? bound) < bound) from = middle + 1;
    else to = middle;
  }
  return from;
}

function blockOf(lines: readonly string[], first: number): Block {
  const text = hideEscaped(lines.join('\n'));
  const ends = Array.from(text.matchAll(/\n/g), ({ index }) => index);
  return { text, lineAt: (place) => first + countBelow(ends, place) };
}

/** The blocks of a file: empty lines end them, and lines that begin with // are none. */
export function* blocksOf(text: string): Generator<Block> {
  let lines: string[] = [];
  let isSaid = false;
  for (const [at, line] of `${text}\n`.split('\n').entries()) {
    const inner = line.trim();
    if (inner === '') {
      if (isSaid) yield blockOf(lines, at + 1 - lines.length);
      lines = [];
      isSaid = false;
    } else {
      const isComment = inner.startsWith('//');
      lines.push(isComment ? '' : line);
      isSaid ||= !isComment;
    }
  }
}
