import type { Evidence } from '../core/learner-records.ts';
import { gradeOf } from './replay.ts';

const DAY = 86_400_000;

/** Days before today by which a student's habit is judged. */
const RECENT = 14;
/** Reviews a day that are planned for a student without a habit. */
const USUAL = 10;
/** A habit is planned for in steps of so many, from the smallest to the largest. */
const STEP = 5;
const MOST = 40;

/** The terms that were answered from `start` (epoch milliseconds, the beginning of a local day) on. */
export interface AnsweredToday {
  all: ReadonlySet<string>;
  /** Those that the student had met before that day: reviews. */
  reviews: ReadonlySet<string>;
}

export function answeredSince(start: number, shown: readonly Evidence[]): AnsweredToday {
  const graded = shown.filter(gradeOf);
  const termsOf = (some: readonly Evidence[]): Set<string> => new Set(some.map(({ term }) => term));
  const all = termsOf(graded.filter(({ at }) => at >= start));
  return { all, reviews: all.intersection(termsOf(graded.filter(({ at }) => at < start))) };
}

/**
 * How many terms a student usually answers on a day on which they answer any: 5 to 40, by what they did in the two weeks
 * before `start` (epoch milliseconds, the beginning of today). Today does not count, so that the plan of a day stays the
 * same all day.
 */
export function usualDaily(start: number, shown: readonly Evidence[]): number {
  const recent = shown.filter((one) => gradeOf(one) && one.at < start && one.at >= start - RECENT * DAY);
  const days = Map.groupBy(recent, ({ at }) => Math.floor((at - start) / DAY));
  if (days.size === 0) return USUAL;
  const counts = Array.from(days.values(), (some) => new Set(some.map(({ term }) => term)).size);
  const mean = counts.reduce((all, one) => all + one, 0) / counts.length;
  return Math.min(MOST, Math.ceil(mean / STEP) * STEP);
}
