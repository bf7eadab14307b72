/** Kinds of posts: a class's card, word to its people that a channel is lost or a session broke, a live quiz's messages. */
export const POST_KINDS = ['card', 'lost', 'live', 'broken'] as const;
export type PostKind = (typeof POST_KINDS)[number];

/** A post as it is written down: what the bot will say unasked. */
export interface Draft {
  /** Short, in lower-case letters and digits: it stands in the lines of the message's buttons, and is Discord's nonce. */
  id: string;
  /** What it is, for whom and when: there is only ever one post with a key. */
  key: string;
  classId: string;
  /** `discord:123`, `slack:C1`; a person is `discord:@123`, `slack:@U1`. */
  channel: string;
  kind: PostKind;
  /** The id of a card's term; why a channel is lost, and which; a session and what of it; a session that broke. */
  what: string;
  /** The local day that it is for, ISO. */
  day: string;
  /** When it is to be sent, and from when on it is not sent any more; epoch milliseconds. */
  due: number;
  expiresAt: number;
}

export interface Post extends Draft {
  /** When it was written down, epoch milliseconds; no message of it is older. */
  at: number;
  /** How often a process has leased it, this time included; so it tells a lease from later ones. */
  tries: number;
  /** Until then no other process leases it, epoch milliseconds. */
  leasedUntil: number;
  /** As the platform names what was sent; undefined until it is. */
  message: string | undefined;
  /** How many people have pressed one of its buttons. */
  readers: number;
}

/** A post whose message does not show what it should. */
export interface Outdated extends Post {
  /** It looks different, as a question that is closed or paused does; otherwise it only counts too few readers. */
  isDifferent: boolean;
}

/** What tells a process's lease of a post from later ones. */
export type Lease = Pick<Post, 'id' | 'tries'>;

/**
 * The outbox. A post is written before it is sent and marked after it, so that a process that leases one that was begun
 * asks the platform before it sends again.
 */
export interface Outbox {
  /**
   * Sets when a class is due next, and writes down what is to be posted, all or nothing. False where the class is no
   * longer due at `was`: another process was first, or an instructor has changed it. Keys as in add().
   */
  plan(
    classId: string,
    due: { was: number | undefined; next: number | undefined },
    posts: readonly Draft[],
    at: number,
  ): Promise<boolean>;
  /** Writes down one post. One that has its key already stays, unless it was abandoned: then it waits again. */
  add(post: Draft, at: number): Promise<void>;
  /** Leases posts that are to be sent on these platforms, longest due first; no other process gets them before `until`. */
  lease(platforms: readonly string[], now: number, until: number, most: number): Promise<readonly Post[]>;
  /** Keeps a lease until `until`; false where another process has leased the post since. */
  extendLease(post: Lease, until: number): Promise<boolean>;
  /** The post is sent; `message` as the platform names it. It counts even after the lease has ended. */
  markSent(id: string, message: string): Promise<void>;
  /** The post is to be tried again from `at` on; nothing changes where another process has leased it since. */
  retryAt(post: Lease, at: number): Promise<void>;
  /** The post is not sent any more; nothing changes where another process has leased it since. */
  abandon(post: Lease): Promise<void>;
  byId(id: string): Promise<Post | undefined>;
  /** A card of a class for a local day, unless it was abandoned. */
  onDay(classId: string, day: string): Promise<Post | undefined>;
  /** A class's cards so far, oldest first: their local days (ISO) and terms. Those that were abandoned are not among them. */
  history(classId: string): Promise<readonly { day: string; term: string }[]>;
  /**
   * Leases messages that do not show what they should and may be edited at `now`: those that look different first, then
   * those that have waited longest. No other process gets them before `until`.
   */
  outdated(platforms: readonly string[], now: number, until: number, most: number): Promise<readonly Outdated[]>;
  /**
   * The message of an outdated post shows its readers now, and may be edited again from `next` on. It stays outdated where
   * it has changed or another process has leased it since: it is not known which edit came last.
   */
  markShown(post: Pick<Post, 'id' | 'readers' | 'leasedUntil'>, next: number): Promise<void>;
  /** The message of an outdated post may be edited from `at` on; nothing changes where another process has leased it. */
  retryEditAt(post: Pick<Post, 'id' | 'leasedUntil'>, at: number): Promise<void>;
}
