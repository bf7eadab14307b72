/** Kinds of posts: a class's card, word to its people that a channel is lost or a session broke, a live quiz's messages. */
export const POST_KINDS = ['card', 'lost', 'live', 'broken'] as const;
export type PostKind = (typeof POST_KINDS)[number];

/** What the bot says unasked. */
export interface Draft {
  /** Short, in lower-case letters and digits: it stands in the lines of the message's buttons, and is Discord's nonce. */
  id: string;
  /** What it is, for whom and when: of two with the same key there is only ever one. */
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
  /** When it was written down, epoch milliseconds; it was not sent before. */
  at: number;
  /** How often somebody has set out to send it, this time included; so it also says whose turn it is. */
  tries: number;
  /** Whoever took it has it until then, epoch milliseconds. */
  leasedUntil: number;
  /** As the platform names what was sent; undefined until it is. */
  message: string | undefined;
  /** How many people have pressed one of its buttons. */
  readers: number;
}

/** A post whose message does not show what it should. */
export interface Outdated extends Post {
  /** It looks different, as a question that is closed or paused; otherwise it only counts too few readers. */
  isDifferent: boolean;
}

/** A post as somebody took it. */
export type Lease = Pick<Post, 'id' | 'tries'>;

/**
 * The outbox. Everything is written before it is sent and marked after it, so that whoever finds something that was
 * begun asks the platform before sending it again.
 */
export interface Outbox {
  /**
   * Moves on when a class is due, and writes down what is to be posted, all or nothing. False where the class is no
   * longer due at `was`: another process was first, or an instructor has changed it. Keys as in add().
   */
  plan(
    classId: string,
    due: { was: number | undefined; next: number | undefined },
    posts: readonly Draft[],
    at: number,
  ): Promise<boolean>;
  /** Writes down one more; what has its key already stays, unless it was dropped: then it is taken up again. */
  add(post: Draft, at: number): Promise<void>;
  /** Takes what is to be sent on these platforms, longest due first; nobody else gets it before `until`. */
  lease(platforms: readonly string[], now: number, until: number, most: number): Promise<readonly Post[]>;
  /** Keeps what was taken until `until`; false where somebody else has taken it since. */
  extendLease(post: Lease, until: number): Promise<boolean>;
  /** It is sent; `message` as the platform names it. That holds whoever says so. */
  markSent(id: string, message: string): Promise<void>;
  /** It is not sent, and is to be tried again from `at` on; nothing where somebody else has taken it since. */
  retryAt(post: Lease, at: number): Promise<void>;
  /** It is not sent any more; nothing where somebody else has taken it since. */
  abandon(post: Lease): Promise<void>;
  byId(id: string): Promise<Post | undefined>;
  /** A card of a class for a local day, unless it was dropped. */
  onDay(classId: string, day: string): Promise<Post | undefined>;
  /** A class's cards so far, oldest first: their local days (ISO) and terms. What was dropped is not among them. */
  history(classId: string): Promise<readonly { day: string; term: string }[]>;
  /**
   * Takes messages that do not show what they should and may be edited at `now`, those that look different first, then
   * those that have waited longest; no other process gets them before `until`.
   */
  outdated(platforms: readonly string[], now: number, until: number, most: number): Promise<readonly Outdated[]>;
  /**
   * What outdated() gave shows its readers now, and may be edited again from `next` on; it stays outdated where it has
   * changed or was taken by somebody else since, for nobody knows which edit came last.
   */
  markShown(post: Pick<Post, 'id' | 'readers' | 'leasedUntil'>, next: number): Promise<void>;
  /** What outdated() gave could not be edited, and may be from `at` on; nothing where it has changed since. */
  retryEditAt(post: Pick<Post, 'id' | 'leasedUntil'>, at: number): Promise<void>;
}
