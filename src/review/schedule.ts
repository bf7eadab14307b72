import { fsrs, Rating } from 'ts-fsrs';

/** What a person remembers of a term; plain, so that it may be kept as JSON. Times are epoch ms. */
export interface Memory {
  /** When it is to be reviewed. */
  due: number;
  /** Days until the person remembers it with 90 %: FSRS's S. */
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

/** How long somebody sits at it: within it, a term is found forgotten only once. */
const SITTING = HOUR;

/** A term is due this much before its days are over: who comes a little earlier than yesterday still meets it. */
const AHEAD = 8 * HOUR;

/** Longest interval in days: what was known half a year ago is asked again while the course goes on. */
const LONGEST = 180;

/**
 * FSRS-6 (open-spaced-repetition, "The Algorithm") with its published weights and a wanted retention of 90 %, which are
 * the library's defaults. Without fuzz, so that the same answers give the same days; without its learning steps of
 * minutes, since a term is met once a day.
 */
const scheduler = fsrs({ enable_fuzz: false, enable_short_term: false, maximum_interval: LONGEST });

const RATING = { again: Rating.Again, good: Rating.Good } as const;

/**
 * The memory of a term after a review at `at` (epoch ms); `memory` is undefined for a term that is met for the first
 * time. The rules are FSRS's, by the exact time since the last review instead of whole days.
 *
 * Several answers in one sitting: what is recalled minutes after it was seen was hardly at risk (FSRS's R is nearly 1),
 * so further right answers gain next to nothing, also after a wrong one; wrong ones within an hour count once.
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

/** Ids of the terms that are due at `now` (epoch ms), at most `most`: what has been due longest comes first. */
export function dueOf(memories: ReadonlyMap<string, Memory>, now: number, most: number): string[] {
  return Array.from(memories)
    .filter(([, { due }]) => due <= now)
    .sort(([a, one], [b, other]) => one.due - other.due || (a < b ? -1 : 1))
    .slice(0, most)
    .map(([id]) => id);
}
