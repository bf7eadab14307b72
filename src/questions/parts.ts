import type { Locale } from '../core/locale.ts';
import { escapeBesideCode } from '../markdown/escape.ts';
import { plain } from './fields.ts';
import { isUnknown, lines, MARK } from './graded.ts';
import type { Share } from './shares.ts';
import { text } from './text.ts';

/** One of several things that a question asks for at once, with what was answered. Plain text with `code`. */
export interface PartAnswer {
  /** What stands before its answer: `kubectl get → `, `① `. */
  before: string;
  /** Undefined where nothing was given. */
  given: string | undefined;
  right: boolean;
  /** The right answer. */
  solution: string;
}

export const areAllRight = (parts: readonly PartAnswer[]): boolean => parts.every(({ right }) => right);

/** The right answers, a line each, as Markdown. */
export const partsSolution = (parts: readonly PartAnswer[]): string =>
  lines(parts.map(({ before, solution }) => escapeBesideCode(before + solution)));

/** What was answered, in one line of plain text. */
export const partsInLine = (parts: readonly PartAnswer[]): string =>
  parts.map(({ before, given = '…' }) => plain(before + given)).join(', ');

/** Each part with what was answered to it, whether that is right, and what is, as Markdown; the wrong ones first. */
export function gradedParts(parts: readonly PartAnswer[], answer: string, locale: Locale): string {
  const words = text(locale);
  const bold = (solution: string): string => `**${escapeBesideCode(solution)}**`;
  const line = ({ before, given, right, solution }: PartAnswer): string => {
    const told = escapeBesideCode(before);
    if (right || isUnknown(answer)) return `${MARK.right} ${told}${bold(solution)}`;
    const wanted = bold(solution);
    return `${MARK.wrong} ${told}${given === undefined ? words.partEmpty(wanted) : words.partWrong(escapeBesideCode(given), wanted)}`;
  };
  const wrongFirst = isUnknown(answer) ? parts : parts.toSorted((a, b) => Number(a.right) - Number(b.right));
  const own = lines(wrongFirst.map(line));
  if (isUnknown(answer) || areAllRight(parts)) return own;
  return `**${words.partsRight(parts.filter(({ right }) => right).length, parts.length)}**\n\n${own}`;
}

/** Wrong answers that have a row of their own: with one of each part they fit into a picture (BOARD). */
const WRONG = 6;

/**
 * How a class answered: how many had each part right, and the wrong answers that several gave, most often first. `called`:
 * what a class is shown of the same wrong answers; `keyOf`: which of them are the same.
 */
export function partShares(
  solved: readonly PartAnswer[],
  answers: readonly (readonly PartAnswer[])[],
  {
    keyOf = (given) => given,
    called = ([first = '']) => first,
  }: { keyOf?: (given: string) => string; called?: (same: readonly string[]) => string } = {},
): Share[] {
  const rows = solved.map(({ before, solution }, i): { right: Share; wrong: Share[] } => {
    const own = answers.flatMap((parts) => parts[i] ?? []);
    const missed = own.flatMap(({ right, given }) => (right || given === undefined ? [] : [given]));
    const wrong = Array.from(Map.groupBy(missed, keyOf).values())
      .filter(({ length }) => length > 1)
      .map((same) => ({ mark: '', label: plain(before + called(same)), count: same.length, right: false }));
    const count = own.filter(({ right }) => right).length;
    return { right: { mark: '', label: plain(before + solution), count, right: true }, wrong };
  });
  const often = (a: Share, b: Share): number => b.count - a.count || (a.label < b.label ? -1 : 1);
  return [
    ...rows.map(({ right }) => right),
    ...rows
      .flatMap(({ wrong }) => wrong)
      .sort(often)
      .slice(0, WRONG),
  ];
}
