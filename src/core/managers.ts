/**
 * Milliseconds for which a platform's last word that a person manages a guild or workspace counts while the platform does
 * not answer: a class meets once a week. Its next answer takes a former admin's rank away.
 */
export const RANK_LASTS = 7 * 24 * 3_600_000;

/** What a platform answered about a person at `at` (epoch milliseconds); ids as in Caller. */
interface Rank {
  person: string;
  space: string;
  manages: boolean;
  at: number;
}

/** Who manages which guild or workspace by their platforms' last word. Of people who manage none, nothing is stored. */
export interface Managers {
  /** Keeps an answer, unless a newer one is there. */
  record(rank: Rank): Promise<void>;
  /** Managers of a guild or workspace, and when their platform said so last, epoch milliseconds; none older than RANK_LASTS. */
  of(space: string, now: number): Promise<ReadonlyMap<string, number>>;
}
