import type { Class } from '../core/class.ts';
import type { Outdated, Post } from '../core/outbox.ts';
import { sessionOfRoom } from '../core/page.ts';
import { type Lost, messengerFor, type Posted } from '../core/platform.ts';
import type { Reply } from '../core/reply/blocks.ts';
import { withinLimits } from '../core/reply/within-limits.ts';
import { type Delivery, ELSEWHERE, endings, LEASE, type Outcome, SETTLE } from './attempt.ts';
import { deliverEvent, editEvent } from './deliver-event.ts';
import type { PostHandler } from './handler.ts';

/** Milliseconds between two checks whether a paused class was resumed. */
const PAUSED = 30_000;
/** Milliseconds of the lease of an edit. */
export const EDITING = 10_000;

async function renderPost(
  post: Post,
  one: Class,
  { toPerson, render }: PostHandler,
): Promise<Reply | 'elsewhere' | undefined> {
  const reply = await render(post, one);
  // Limits take mentions out of what a channel sees; a post to a person may have them, and its words are our own.
  return typeof reply !== 'object' || toPerson ? reply : withinLimits(reply);
}

/** Is it a channel of the class? A room of the page is, for as long as its session writes to it. */
const reaches = ({ channels }: Class, to: string): boolean =>
  sessionOfRoom(to) !== undefined || channels.some(({ channel }) => channel === to);

/** Sends a leased post, unless an earlier attempt has. Rejects only where the store does. */
export async function deliverPost(post: Post, delivery: Delivery): Promise<Outcome> {
  const { messengers, classes, outbox, handlers, channelLost, now } = delivery;
  const handler = handlers[post.kind];
  if ('event' in handler) return deliverEvent(post, handler, delivery);
  const { abandon, retry, leave } = endings(post, delivery);
  const messenger = messengerFor(post.channel, messengers);
  const one = await classes.byId(post.classId);
  const reply = one && (await renderPost(post, one, handler));
  if (!messenger || !one || !reply) return abandon();
  // Its term is over: what was planned before is not said any more.
  if (one.closed !== undefined) {
    await handler.undeliverable?.(post);
    return abandon();
  }
  if (reply === 'elsewhere') return now() >= post.expiresAt ? abandon() : leave();
  if (!handler.toPerson && !reaches(one, post.channel)) {
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
  if ('event' in handler) return editEvent(post, handler, delivery);
  const messenger = messengerFor(post.channel, messengers);
  const one = await classes.byId(post.classId);
  const reply = one && (await renderPost(post, one, handler));
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
