/**
 * Milliseconds for which a person counts as a manager while their platform does not answer: a class meets once a week. The
 * platform's next answer takes the rank from an admin who is none any more.
 */
export const RANK_LASTS = 7 * 24 * 3_600_000;

/** What a platform answered at `at` (epoch milliseconds): does the person manage the guild or workspace? */
interface Rank {
  person: string;
  space: string;
  manages: boolean;
  at: number;
}

/** Who manages which guild or workspace, by their platforms' last answers. Of people who manage none, nothing is kept. */
export interface Managers {
  /** Keeps a platform's answer, unless a newer one is kept. */
  record(rank: Rank): Promise<void>;
  /** The managers of a place, with the time (epoch milliseconds) of the platform's last answer, within RANK_LASTS. */
  of(space: string, now: number): Promise<ReadonlyMap<string, number>>;
}
