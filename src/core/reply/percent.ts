/** Answers, and how many of them were right. */
export interface Tally {
  answered: number;
  right: number;
}

/**
 * Percents that were right, to the nearest: 100 only where all were, 0 only where none was, so that 199 of 200 are 99.
 * Undefined where there are no answers.
 */
export function percentOf({ answered, right }: Tally): number | undefined {
  if (answered === 0) return undefined;
  if (right === 0 || right === answered) return right === 0 ? 0 : 100;
  return Math.min(99, Math.max(1, Math.round((100 * right) / answered)));
}

/** `64%`; without answers: `–`. */
export function percentInWords(tally: Tally): string {
  const percent = percentOf(tally);
  return percent === undefined ? '–' : `${percent}%`;
}

/** By the share of right answers, least first; both have answers. */
export const byShare = (a: Tally, b: Tally): number => a.right / a.answered - b.right / b.answered;

/** The same; of equals first what more have answered. */
export const worstFirst = (a: Tally, b: Tally): number => byShare(a, b) || b.answered - a.answered;
