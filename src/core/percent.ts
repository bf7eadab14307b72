/** Answers, and how many of them were right. */
interface Tally {
  answered: number;
  right: number;
}

/** Whole percents that were right, rounded down: 199 of 200 are not all. Undefined where nobody has answered. */
export const percentOf = ({ answered, right }: Tally): number | undefined =>
  answered === 0 ? undefined : Math.floor((100 * right) / answered);

/** `64%`; nobody has answered: `–`. */
export function percentInWords(tally: Tally): string {
  const percent = percentOf(tally);
  return percent === undefined ? '–' : `${percent}%`;
}
