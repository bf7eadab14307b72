/**
 * Milliseconds for which a platform's word that a person manages a place counts where it does not answer when asked
 * again: a class meets once a week. An admin who is none any more is forgotten with the platform's next answer.
 */
export const RANK_LASTS = 7 * 24 * 3_600_000;

/** What a platform has told of a person, as in Caller, when it was asked at `at` (epoch milliseconds). */
interface Rank {
  person: string;
  space: string;
  manages: boolean;
  at: number;
}

/** Who manages which guild or workspace, as their platforms told last. Of those who manage none, nothing is kept. */
export interface Managers {
  /** Keeps what a platform has told; nothing where it has told something newer. */
  record(rank: Rank): Promise<void>;
  /** By person, when it was told last that they manage the place, epoch milliseconds; longer ago than RANK_LASTS never. */
  of(space: string, now: number): Promise<ReadonlyMap<string, number>>;
}
