/** Answers, and how many of them were right. */
export interface Tally {
  answered: number;
  right: number;
}

/** Whole percents that were right, rounded down: 199 of 200 are not all. Undefined where there are no answers. */
export const percentOf = ({ answered, right }: Tally): number | undefined =>
  answered === 0 ? undefined : Math.floor((100 * right) / answered);

/** `64%`; without answers: `–`. */
export function percentInWords(tally: Tally): string {
  const percent = percentOf(tally);
  return percent === undefined ? '–' : `${percent}%`;
}

/** By the share of right answers, least first; both have answers. */
export const byShare = (a: Tally, b: Tally): number => a.right / a.answered - b.right / b.answered;

/** The same; of equals first what more have answered. */
export const worstFirst = (a: Tally, b: Tally): number => byShare(a, b) || b.answered - a.answered;
