/**
 * Kinds of posts: a class's card, word to its people that a channel is lost, a session broke, a card that they had chosen
 * was skipped or a file of their course has mistakes, a live quiz's messages; of a live quiz that is planned, word to the class, its event in a platform's calendar
 * and word to the class's people; a class's homework, word to one student that its deadline is near, and to the class's people that it reached
 * not all who wanted it.
 */
export const POST_KINDS = [
  ...['card', 'lost', 'live', 'broken', 'plan', 'event', 'hindered', 'skipped'],
  ...['homework', 'reminder', 'content', 'unreached'],
] as const;
export type PostKind = (typeof POST_KINDS)[number];

/** A message that the bot is to write unasked. */
export interface Draft {
  /** Short, in lower-case letters and digits: it stands in the lines of the message's buttons, and is Discord's nonce. */
  id: string;
  /** What is written, to which channel and when; of two drafts with the same key one is ever sent. */
  key: string;
  classId: string;
  /** `discord:123`, `slack:C1`; a person is `discord:@123`, `slack:@U1`; for an event, the guild. */
  channel: string;
  kind: PostKind;
  /**
   * The id of a card's term, or of one that was skipped; why a channel is lost, and which; a session and what of it; a
   * session that broke; a homework; what is wrong with files, as JSON.
   */
  what: string;
  /** The local day that it is for, ISO. */
  day: string;
  /** When it is to be sent, and from when on it is not sent any more; epoch milliseconds. */
  due: number;
  expiresAt: number;
}

export interface Post extends Draft {
  /** When it was stored, epoch milliseconds; it was not sent before. */
  at: number;
  /** How often a process has leased it to send it, this time included; so it also identifies the lease. */
  tries: number;
  /** Until when the process that leased it has it, epoch milliseconds. */
  leasedUntil: number;
  /** As the platform names what was sent; undefined until it is. */
  message: string | undefined;
  /** How many people have pressed one of its buttons. */
  readers: number;
}

/** A post whose message no longer shows what it should. */
export interface Outdated extends Post {
  /** It looks different, as a question that is closed or paused does; otherwise it only counts too few readers. */
  isDifferent: boolean;
}

/** A post as a process leased it. */
export type Lease = Pick<Post, 'id' | 'tries'>;

/**
 * The outbox. Every post is stored before it is sent and marked after it, so that a process that finds a begun one asks
 * the platform before sending it again.
 */
export interface Outbox {
  /**
   * Sets when a class is due next and adds its posts, all or nothing. False where the class is no longer due at `was`, has
   * other choices than the cards were picked by, or has had a card of that day: another process was first, or an
   * instructor has changed it. `choices`: those of Class, null for none; left out where no card was picked. Keys as in
   * add().
   */
  plan(
    classId: string,
    due: { was: number | undefined; next: number | undefined; choices?: string | null },
    posts: readonly Draft[],
    at: number,
  ): Promise<boolean>;
  /**
   * Adds a post; one of the same key stays as it is, unless it was abandoned: then it is to be sent again, and says what
   * this one does.
   */
  add(post: Draft, at: number): Promise<void>;
  /** Leases posts to be sent on these platforms, longest due first; no other process gets them before `until`. */
  lease(platforms: readonly string[], now: number, until: number, most: number): Promise<readonly Post[]>;
  /** Keeps a lease until `until`; false where another process has leased the post since. */
  extendLease(post: Lease, until: number): Promise<boolean>;
  /** It is sent, by this lease or another; `message` is the platform's name for it. */
  markSent(id: string, message: string): Promise<void>;
  /** It was not sent, and is to be tried again from `at` on; nothing where another process has leased it since. */
  retryAt(post: Lease, at: number): Promise<void>;
  /** It is never to be sent; nothing where another process has leased it since. */
  abandon(post: Lease): Promise<void>;
  byId(id: string): Promise<Post | undefined>;
  /** A class's card for a local day, unless it was abandoned. */
  onDay(classId: string, day: string): Promise<Post | undefined>;
  /** A class's cards so far but for abandoned ones, oldest first: their local days (ISO) and terms. */
  history(classId: string): Promise<readonly { day: string; term: string }[]>;
  /**
   * Leases outdated messages that may be edited at `now`, those that look different first, then those that have waited
   * longest; no other process gets them before `until`.
   */
  outdated(platforms: readonly string[], now: number, until: number, most: number): Promise<readonly Outdated[]>;
  /**
   * A message of outdated() shows its readers now, and may be edited again from `next` on. It stays outdated where it has
   * changed or another process has leased it since: which edit came last is not known.
   */
  markShown(post: Pick<Post, 'id' | 'readers' | 'leasedUntil'>, next: number): Promise<void>;
  /** The message of outdated() was taken away: the post is as one that was abandoned, unless it has changed since. */
  withdraw(post: Pick<Post, 'id' | 'readers' | 'leasedUntil'>): Promise<void>;
  /** A message of outdated() could not be edited, and may be from `at` on; nothing where it has changed since. */
  retryEditAt(post: Pick<Post, 'id' | 'leasedUntil'>, at: number): Promise<void>;
}
