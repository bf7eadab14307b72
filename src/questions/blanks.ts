import { circled, uncircled } from '../language/circled.ts';

/** `___`, with a number before it or without: `(2)___`, `②____`. */
const BLANK = /(?:\(([1-5])\) ?|([①-⑤]) ?)?_{3,}/g;

/** A text whose blanks are numbered as people see them, `①____`, and their numbers in the order in which they stand. */
interface Numbered {
  text: string;
  numbers: readonly number[];
}

/**
 * Numbers the blanks of a text. An author who has numbered one of them has to number all: in the other language they may
 * stand in another order. A text that was numbered before stays as it is.
 */
export function numberBlanks(text: string): Numbered {
  const numbers: number[] = [];
  let unnumbered = 0;
  const shown = text.replace(BLANK, (_, digit?: string, sign?: string) => {
    const said = digit === undefined ? uncircled(sign ?? '') : Number(digit);
    const number = said ?? ++unnumbered;
    numbers.push(number);
    return `${circled(number)}____`;
  });
  return { text: shown, numbers };
}

/** Are these the numbers of so many blanks, each once? */
export const areNumbersOf = (numbers: readonly number[], blanks: number): boolean =>
  numbers.length === blanks && new Set(numbers).size === blanks && numbers.every((one) => one >= 1 && one <= blanks);

/** The text with its own blank without a number, and the other ones filled in, as a text with one blank has it. */
export const onlyBlank = (text: string, number: number, others: readonly string[]): string =>
  text.replace(/([①-⑤])_{3,}/g, (_, sign: string) => {
    const one = uncircled(sign) ?? 0;
    return one === number ? '____' : (others[one - 1] ?? '');
  });
