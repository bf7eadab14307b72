/** A lab as it is stored. Times are epoch milliseconds. */
export interface LabRecord {
  /** A Caller's id. */
  owner: string;
  /** Stands in the address of its API; ends with the lab. */
  secret: string;
  /** Its objects, packed; undefined where it has not been kept yet. */
  snapshot: Uint8Array | undefined;
  /** How many times faster than the world its time runs. */
  speed: number;
}

/** A process that runs labs, and until when it holds one if it gives no further word. */
export interface Holder {
  id: string;
  now: number;
  until: number;
}

/** A lab that its owner has not used for so long (milliseconds) is deleted. */
export const LAB_LASTS = 30 * 86_400_000;

/** How another process wants a lab: as soon as its owner rests, or at once. */
export type Wanted = 'idle' | 'now';

/**
 * Labs of students, one for each. A lab runs in the one process that holds it. All others can ask that one to hand it over,
 * and may take it once it is free or its holder has given no word for too long.
 */
export interface LabRecords {
  /** Takes the owner's lab, `fresh` where they have none; `held` while another process holds it. */
  take(
    owner: string,
    holder: Holder,
    fresh?: { secret: string; speed: number },
  ): Promise<LabRecord | 'held' | undefined>;
  /** The owner's lab, whichever process holds it, without its snapshot. */
  find(owner: string): Promise<Omit<LabRecord, 'snapshot'> | undefined>;
  /** Whose the lab of a secret is. */
  ownerOf(secret: string): Promise<string | undefined>;
  /** Asks the process that holds it to hand it over. */
  want(owner: string, how: Wanted): Promise<void>;
  /** Gives word for all labs that a process holds: these, and how others want them. What is missing is no longer its own. */
  renew(holder: Holder): Promise<ReadonlyMap<string, Wanted | undefined>>;
  /** Keeps a snapshot of a lab that the process holds; false where it does not hold it any more. */
  keep(owner: string, holder: Pick<Holder, 'id' | 'now'>, snapshot: Uint8Array): Promise<boolean>;
  /** Notes how fast it runs. */
  setSpeed(owner: string, speed: number): Promise<void>;
  /** Gives it back. */
  release(owner: string, holder: Pick<Holder, 'id'>): Promise<void>;
  /** Ends it for good; false where there is none. */
  remove(owner: string): Promise<boolean>;
  /** Deletes labs that their owners have not used since then. */
  prune(before: number): Promise<void>;
}
