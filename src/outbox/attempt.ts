import type { Class, Classes } from '../core/class.ts';
import type { Outbox, Post } from '../core/outbox.ts';
import type { Lost, Messenger } from '../core/platform.ts';
import type { PostHandlers } from './handler.ts';

/** What delivering needs. */
export interface Delivery {
  messengers: readonly Messenger[];
  classes: Pick<Classes, 'byId'>;
  outbox: Outbox;
  handlers: PostHandlers;
  /** A channel of a class cannot be written in any more; called at least once. */
  channelLost(post: Post, one: Class, lost: Lost): Promise<void>;
  /** Epoch milliseconds. */
  now: () => number;
}

/** What became of a post. `repeated`: an earlier attempt had sent it, and ended before it was marked. */
export type Outcome = 'sent' | 'repeated' | 'later' | 'lost' | 'missed';

/** Milliseconds of a lease: longer than any messenger works at one post. */
export const LEASE = 20_000;
/** Milliseconds after an attempt of unknown outcome until it is looked for: its request has arrived by then. */
export const SETTLE = 10_000;
/** Milliseconds between two attempts: longer each time, up to the longest. */
const BACKOFF = 5000;
const LONGEST = 60_000;
/** The same where only a process of a newer version can render a post, so that it gets its turn soon. */
export const ELSEWHERE = 1000;

/** How an attempt ends that has not sent its post. */
export const endings = (post: Post, { outbox, now }: Pick<Delivery, 'outbox' | 'now'>) => ({
  async abandon(): Promise<Outcome> {
    await outbox.abandon(post);
    return 'missed';
  },
  async retry(wait: number): Promise<Outcome> {
    await outbox.retryAt(post, now() + Math.max(wait, Math.min(BACKOFF * post.tries, LONGEST)));
    return 'later';
  },
  /** A process of a newer version is to send it. */
  async leave(): Promise<Outcome> {
    await outbox.retryAt(post, now() + Math.min(ELSEWHERE * post.tries, LONGEST));
    return 'later';
  },
});
