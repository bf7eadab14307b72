import type { WidthOf } from './font.ts';

/** Width of some words in em. */
type Width = (words: string) => number;

/** A word that is wider than a line is broken where it must be. */
function pieces(word: string, width: number, widthOf: Width): string[] {
  const parts: string[] = [];
  let used = Number.POSITIVE_INFINITY;
  for (const letter of word) {
    const own = widthOf(letter);
    if (used + own <= width) {
      parts[parts.length - 1] += letter;
      used += own;
    } else {
      parts.push(letter);
      used = own;
    }
  }
  return parts;
}

/** Words whose widths are known, to be set in lines of several widths. */
interface Measured {
  words: readonly { word: string; width: number }[];
  space: number;
  widthOf: Width;
}

const measured = (text: string, widthOf: Width): Measured => ({
  words: text.split(' ').flatMap((word) => (word === '' ? [] : [{ word, width: widthOf(word) }])),
  space: widthOf(' '),
  widthOf,
});

/** Lines of at most `width`; they break between words, as Korean does in print (CSS keep-all). */
function linesOf({ words, space, widthOf }: Measured, width: number): string[] {
  const lines: string[] = [];
  let used = Number.POSITIVE_INFINITY;
  for (const { word, width: own } of words) {
    if (used + space + own <= width) {
      lines[lines.length - 1] += ` ${word}`;
      used += space + own;
    } else {
      lines.push(...(own <= width ? [word] : pieces(word, width, widthOf)));
      used = own <= width ? own : widthOf(lines.at(-1) ?? '');
    }
  }
  return lines;
}

/** The same lines, about as long as one another: no word is left alone on the last. */
function balancedOf(text: Measured, width: number): string[] {
  const { length } = linesOf(text, width);
  if (length < 2) return linesOf(text, width);
  const word = Math.max(0, ...text.words.map((one) => one.width));
  let [low, high] = [Math.min(width, Math.max(width / 2, word)), width];
  for (let i = 0; i < 6; i++) {
    const middle = (low + high) / 2;
    if (linesOf(text, middle).length > length) low = middle;
    else high = middle;
  }
  return linesOf(text, high);
}

/** Beyond this even a word of a label is broken; em. */
const WORD = 12;

/** A label in lines of about `longest`; a word is not broken for it, and no line begins or ends with a middle dot. */
export function breakLabel(label: string, longest: number, widthOf: Width): string[] {
  const text = measured(label, widthOf);
  const word = Math.max(0, ...text.words.map(({ width }) => width));
  const lines = balancedOf(text, Math.max(longest, Math.min(WORD, word)));
  return lines.length < 2 ? lines : lines.map((line) => line.replace(/^· | ·$/g, '')).filter((line) => line !== '·');
}

/** Where a text may end early without an ellipsis. */
const SENTENCE = /[.!?]["”’)]?$/;

export interface Room {
  /** Pixels. */
  width: number;
  height: number;
  /** Font sizes to try, largest first; pixels. */
  sizes: readonly number[];
  bold: boolean;
  /** Of a line, in em. */
  leading: number;
}

export interface Fitted {
  /** All of it is there. */
  whole: boolean;
  size: number;
  lines: readonly string[];
  height: number;
}

/**
 * Text as large as its room allows. At the smallest size what is too long is cut: after a sentence where that leaves
 * more than half, else with an ellipsis. One line there is always.
 */
export function fitText(words: string, { width, height, sizes, bold, leading }: Room, widthOf: WidthOf): Fitted {
  const of = (text: string): number => widthOf(text, bold);
  const text = measured(words, of);
  const most = (size: number): number => Math.floor(height / (size * leading) + 1e-6);
  const smallest = sizes.at(-1) ?? 1;
  const size = sizes.find((one) => linesOf(text, width / one).length <= most(one));
  const made = (at: number, lines: string[], whole = false): Fitted => ({
    whole,
    size: at,
    lines,
    height: lines.length * at * leading,
  });
  if (size !== undefined) return made(size, balancedOf(text, width / size), true);
  const lines = linesOf(text, width / smallest).slice(0, Math.max(1, most(smallest)));
  const heard = lines.join(' ').split(' ');
  const whole = heard.slice(0, heard.findLastIndex((word) => SENTENCE.test(word)) + 1).join(' ');
  // A word that was broken to fit is none that a sentence could be made of again.
  if (whole.length > lines.join(' ').length / 2 && words.startsWith(whole))
    return made(smallest, balancedOf(measured(whole, of), width / smallest));
  const [last = ''] = linesOf(measured(lines.at(-1) ?? '', of), width / smallest - of('…'));
  return made(smallest, [...lines.slice(0, -1), `${last.replace(/(?<![\s.,·])[\s.,·]+$/, '')}…`]);
}
