import type { Localized } from '../../../core/locale.ts';
import { type Line, linesOf } from '../lines.ts';

/** What is wrong with a line, or with several that follow one another. */
export interface Slip {
  /** Of the first line, from 0 within the document. */
  at: number;
  /** How many lines it is about. */
  lines: number;
  /** How many lines above them say where they belong, and are shown with them. */
  above: number;
  rule: string;
  severity: 'error' | 'warning';
  message: Localized;
  /** What to do, where the lines as they were mended do not say it. */
  advice: Localized | undefined;
}

/** One document's lines while they are mended: a mend says what is wrong with a line and writes how it should be. */
export interface Sheet {
  readonly lines: readonly Line[];
  /** It is no YAML as it stands, so that guesses are better than nothing. */
  readonly isBroken: boolean;
  write(at: number, text: string): void;
  slip(
    at: number,
    rule: string,
    message: Localized,
    more?: Partial<Pick<Slip, 'lines' | 'above' | 'severity' | 'advice'>>,
  ): void;
}

export type Mend = (sheet: Sheet) => void;

/** Slips of one document that are kept. */
const MOST = 500;

/** Applies mends one after another, each to the lines that the one before left. */
export function mended(
  texts: readonly string[],
  isBroken: boolean,
  mends: readonly Mend[],
): { texts: readonly string[]; slips: readonly Slip[] } {
  let now = texts;
  let lines = linesOf(now, isBroken);
  const slips: Slip[] = [];
  for (const mend of mends) {
    const changed = new Map<number, string>();
    mend({
      lines,
      isBroken,
      write: (at, text) => void changed.set(at, text),
      slip: (at, rule, message, { lines: count = 1, above = 0, severity = 'error', advice } = {}) =>
        void (slips.length < MOST && slips.push({ at, lines: count, above, rule, severity, message, advice })),
    });
    if (changed.size === 0) continue;
    now = now.map((text, at) => changed.get(at) ?? text);
    lines = linesOf(now, isBroken);
  }
  return { texts: now, slips };
}

/** Groups lines that follow one another, those between them that do not count apart. @returns first and last of each group */
export function runs(numbers: readonly number[]): { first: number; last: number }[] {
  const groups: { first: number; last: number }[] = [];
  for (const number of numbers) {
    const group = groups.at(-1);
    if (group !== undefined && number === group.last + 1) group.last = number;
    else groups.push({ first: number, last: number });
  }
  return groups;
}
