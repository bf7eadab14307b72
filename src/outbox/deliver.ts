import type { Class, Classes } from '../core/class.ts';
import type { Outbox, Outdated, Post } from '../core/outbox.ts';
import { type Lost, type Messenger, messengerFor, type Posted } from '../core/platform.ts';
import type { Reply } from '../core/reply/blocks.ts';
import { withinLimits } from '../core/reply/within-limits.ts';
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
const SETTLE = 10_000;
/** Milliseconds between two attempts: longer each time, up to the longest. */
const BACKOFF = 5000;
const LONGEST = 60_000;
/** The same where only a process of a newer version can render a post, so that it gets its turn soon. */
const ELSEWHERE = 1000;
/** Milliseconds between two checks whether a paused class was resumed. */
const PAUSED = 30_000;
/** Milliseconds of the lease of an edit. */
export const EDITING = 10_000;

async function renderPost(post: Post, one: Class, { handlers }: Delivery): Promise<Reply | 'elsewhere' | undefined> {
  const { toPerson, render } = handlers[post.kind];
  const reply = await render(post, one);
  // Limits take mentions out of what a channel sees; a post to a person may have them, and its words are our own.
  return typeof reply !== 'object' || toPerson ? reply : withinLimits(reply);
}

/** Sends a leased post, unless an earlier attempt has. Rejects only where the store does. */
export async function deliverPost(post: Post, delivery: Delivery): Promise<Outcome> {
  const { messengers, classes, outbox, handlers, channelLost, now } = delivery;
  const handler = handlers[post.kind];
  const abandon = async (): Promise<Outcome> => {
    await outbox.abandon(post);
    return 'missed';
  };
  const retry = async (wait: number): Promise<Outcome> => {
    await outbox.retryAt(post, now() + Math.max(wait, Math.min(BACKOFF * post.tries, LONGEST)));
    return 'later';
  };
  const messenger = messengerFor(post.channel, messengers);
  const one = await classes.byId(post.classId);
  const reply = one && (await renderPost(post, one, delivery));
  if (!messenger || !one || !reply) return abandon();
  // Its term is over: what was planned before is not said any more.
  if (one.closed !== undefined) {
    await handler.undeliverable?.(post);
    return abandon();
  }
  if (reply === 'elsewhere') {
    if (now() >= post.expiresAt) return abandon();
    await outbox.retryAt(post, now() + Math.min(ELSEWHERE * post.tries, LONGEST));
    return 'later';
  }
  if (!handler.toPerson && !one.channels.some(({ channel }) => channel === post.channel)) {
    await handler.undeliverable?.(post);
    return abandon();
  }
  const lose = async (lost: Lost): Promise<Outcome> => {
    await handler.undeliverable?.(post);
    if (handler.toPerson) await outbox.abandon(post);
    else {
      await channelLost(post, one, lost);
      await outbox.retryAt(post, now() + PAUSED);
    }
    return 'lost';
  };
  const settle = async (posted: Posted, found: boolean): Promise<Outcome> => {
    switch (posted.kind) {
      case 'sent':
        // Before it is marked: after a crash in between, the message is found again and this is called again.
        await handler.sent?.(post);
        await outbox.markSent(post.id, posted.message);
        return found ? 'repeated' : 'sent';
      case 'unsure':
        return found && now() >= post.expiresAt ? abandon() : retry(SETTLE);
      case 'later':
        return retry(posted.wait);
      case 'lost':
        return lose(posted);
      default:
        return posted satisfies never;
    }
  };
  if (handler.waits?.(post, one)) return now() >= post.expiresAt ? abandon() : retry(PAUSED);
  let until = post.leasedUntil;
  if (post.tries > 1) {
    const found = await messenger.find(post.channel, post.id, post.at);
    if (found) return settle(found, true);
    // Finding nothing may have taken longer than the lease.
    until = now() + LEASE;
    if (!(await outbox.extendLease(post, until))) return 'later';
  }
  if (now() >= post.expiresAt - (handler.margin ?? 0)) return abandon();
  const posting = { reply, locale: one.locale, idempotencyKey: post.id };
  return settle(await messenger.post(post.channel, posting, until), false);
}

/** Edits a message to what its post says now. */
export async function editPost(post: Outdated, delivery: Delivery): Promise<void> {
  const { messengers, classes, outbox, handlers, now } = delivery;
  const handler = handlers[post.kind];
  const messenger = messengerFor(post.channel, messengers);
  const one = await classes.byId(post.classId);
  const reply = one && (await renderPost(post, one, delivery));
  if (reply === 'elsewhere') return outbox.retryEditAt(post, now() + ELSEWHERE);
  const posting = reply && { reply, locale: one.locale, idempotencyKey: post.id };
  const edited =
    messenger && posting && post.message !== undefined
      ? await messenger.edit(post.channel, post.message, posting, post.isDifferent)
      : 'shown';
  // When the lease of the edit ends, it is tried again.
  if (edited === 'later') return;
  if (typeof edited === 'object') return outbox.retryEditAt(post, now() + edited.after);
  // Before it is marked: after a crash in between, the message is found deleted again.
  if (edited === 'gone') await handler.deleted?.(post);
  await outbox.markShown(post, now() + handler.editEvery);
}
