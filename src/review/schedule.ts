import { fsrs, Rating } from 'ts-fsrs';

/** What a student remembers of a term; plain, so that it may be kept as JSON. Times are epoch ms. */
export interface Memory {
  /** When it is to be reviewed. */
  due: number;
  /** Days until the chance of remembering it has fallen to 90 %: FSRS's S. */
  stability: number;
  /** 1 easy … 10 hard: FSRS's D. */
  difficulty: number;
  /** When it was last reviewed. */
  reviewed: number;
  /** When it was last found forgotten. */
  forgot?: number;
}

/** `good`: "알아요", a right answer. `again`: "다시 볼래요", a wrong answer. */
export type Grade = 'again' | 'good';

const HOUR = 3_600_000;
const DAY = 24 * HOUR;

/** Wrong answers within this time of each other are one sitting, and count once. */
const SITTING = HOUR;

/** A term is due this much before its days are over, so that a student who comes a little earlier each day still gets it. */
const AHEAD = 8 * HOUR;

/** Longest interval in days: what was known half a year ago is asked again while the course goes on. */
const LONGEST = 180;

/**
 * FSRS-6 (open-spaced-repetition, "The Algorithm") with its published weights and a desired retention of 90 %, which are
 * the library's defaults. No fuzz, so that the same answers give the same days; no learning steps of minutes, since a
 * term comes at most once a day.
 */
const scheduler = fsrs({ enable_fuzz: false, enable_short_term: false, maximum_interval: LONGEST });

const RATING = { again: Rating.Again, good: Rating.Good } as const;

/**
 * The memory of a term after a review at `at` (epoch ms); `memory` is undefined for a term that is met for the first
 * time. The rules are FSRS's, by the exact time since the last review instead of whole days.
 *
 * Several answers in one sitting: a term recalled minutes after it was seen was hardly at risk of being forgotten (FSRS's
 * R is nearly 1), so further right answers gain next to nothing, also after a wrong one.
 */
export function review(memory: Memory | undefined, grade: Grade, at: number): Memory {
  if (grade === 'again' && memory?.forgot !== undefined && at - memory.forgot < SITTING) return memory;
  // Clocks of several processes may differ a little.
  const days = memory ? Math.max(0, at - memory.reviewed) / DAY : 0;
  const { stability, difficulty } = scheduler.next_state(memory ?? null, days, RATING[grade]);
  const due = at + scheduler.next_interval(stability, days) * DAY - AHEAD;
  const forgot = grade === 'again' ? at : memory?.forgot;
  return { due, stability, difficulty, reviewed: at, ...(forgot === undefined ? {} : { forgot }) };
}

/** The chance of remembering a term at a later time (epoch ms), 0 to 1: FSRS's R. */
export const recall = ({ reviewed, stability }: Memory, at: number): number =>
  scheduler.forgetting_curve(Math.max(0, at - reviewed) / DAY, stability);

/** Ids of the terms that were forgotten when they were reviewed last, the latest first. */
export const forgottenLast = (memories: ReadonlyMap<string, Memory>): string[] =>
  Array.from(memories)
    .filter(([, { forgot, reviewed }]) => forgot === reviewed)
    .sort(([a, one], [b, other]) => other.reviewed - one.reviewed || (a < b ? -1 : 1))
    .map(([id]) => id);

/** Ids of the terms that are due at `now` (epoch ms), at most `most`: what has been due longest comes first. */
export function dueOf(memories: ReadonlyMap<string, Memory>, now: number, most: number): string[] {
  return Array.from(memories)
    .filter(([, { due }]) => due <= now)
    .sort(([a, one], [b, other]) => one.due - other.due || (a < b ? -1 : 1))
    .slice(0, most)
    .map(([id]) => id);
}
