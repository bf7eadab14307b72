import type { Locale } from '../core/locale.ts';
import type { Choice } from '../core/reply/blocks.ts';
import { plain } from './fields.ts';
import { text } from './text.ts';

/** A student's answer, as it came; those who passed gave none. */
export interface Given {
  picked: string;
  right: boolean;
}

/**
 * How many of a class answered something. A class sees its label: the author's words or a number, and a student's own
 * words only where several gave the same.
 */
export interface Share {
  /** An option's number as it was shown; empty where there are none. */
  mark: string;
  label: string;
  count: number;
  right: boolean;
  /** How many left it out, where more than one option is right. */
  leftOut?: number;
  /** Several answers together, none of them shown. */
  rest?: true;
}

/** One row for the answers that have no row of their own; none where there are no such answers. */
export const others = (count: number, label: string): Share[] =>
  count === 0 ? [] : [{ mark: '', label, count, right: false, rest: true }];

/** Each option in the order in which it was shown. */
export const optionShares = (
  { options }: Pick<Choice, 'options'>,
  given: readonly Given[],
  isRight: (value: string) => boolean,
): Share[] =>
  options.map(({ value, label }, i) => ({
    mark: String(i + 1),
    label,
    count: given.filter(({ picked }) => picked.includes(value)).length,
    right: isRight(value),
  }));

/** How many were right, in the author's words, and how many were not: no student's own words. */
export function rightShares(given: readonly Given[], solution: string, locale: Locale): Share[] {
  const count = given.filter(({ right }) => right).length;
  const label = plain(solution).replaceAll('\n', ' ');
  return [
    ...(count === 0 ? [] : [{ mark: '', label, count, right: true }]),
    ...others(given.length - count, text(locale).otherAnswers),
  ];
}
