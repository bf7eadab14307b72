import type { Outdated, Post } from '../core/outbox.ts';
import { messengerFor, type Posted } from '../core/platform.ts';
import { type Delivery, ELSEWHERE, endings, LEASE, type Outcome, SETTLE } from './attempt.ts';
import type { EventHandler } from './handler.ts';

/** Milliseconds between two changes of an event. */
const EVERY = 5000;

/** Makes a leased event in a platform's calendar, unless an earlier attempt has. Rejects only where the store does. */
export async function deliverEvent(post: Post, handler: EventHandler, delivery: Delivery): Promise<Outcome> {
  const { messengers, outbox, now } = delivery;
  const { abandon, retry, leave } = endings(post, delivery);
  const calendar = messengerFor(post.channel, messengers)?.calendar;
  const wanted = await handler.event(post);
  if (wanted === 'elsewhere') return now() >= post.expiresAt ? abandon() : leave();
  if (!calendar || !wanted) return abandon();
  const { event, hours, isWanted } = wanted;
  const isOver = (): boolean => !isWanted || now() >= event.starts;
  const settle = async (posted: Posted, found: boolean): Promise<Outcome> => {
    switch (posted.kind) {
      case 'sent':
        // One that is not wanted any more is marked as outdated: it is taken away as it is edited.
        await outbox.markSent(post.id, posted.message);
        return found ? 'repeated' : 'sent';
      case 'unsure':
        return found && now() >= event.ends ? abandon() : retry(SETTLE);
      case 'later':
        return retry(posted.wait);
      case 'lost':
        await handler.refused(post, posted);
        return abandon();
      default:
        return posted satisfies never;
    }
  };
  let until = post.leasedUntil;
  if (post.tries > 1) {
    const found = await calendar.find(post.channel, event, hours);
    if (found) return settle(found, true);
    until = now() + LEASE;
    if (!(await outbox.extendLease(post, until))) return 'later';
  }
  return isOver() ? abandon() : settle(await calendar.create(post.channel, event, until), false);
}

/** Changes an event to what it is to be now, or takes it away. One that has begun stays as it is. */
export async function editEvent(post: Outdated, handler: EventHandler, delivery: Delivery): Promise<void> {
  const { messengers, outbox, now } = delivery;
  const calendar = messengerFor(post.channel, messengers)?.calendar;
  const wanted = await handler.event(post);
  if (wanted === 'elsewhere') return outbox.retryEditAt(post, now() + ELSEWHERE);
  const { channel: space, message } = post;
  const edit = () => {
    if (!calendar || message === undefined || !wanted) return 'shown';
    if (!wanted.isWanted) return calendar.remove(space, message);
    return now() < wanted.event.starts ? calendar.change(space, message, wanted.event) : 'shown';
  };
  const edited = await edit();
  // When the lease of the edit ends, it is tried again.
  if (edited === 'later') return;
  if (typeof edited === 'object') return outbox.retryEditAt(post, now() + edited.after);
  // A class that comes back to a place it had left may have its event there again.
  if (wanted && !wanted.isWanted) return outbox.withdraw(post);
  await outbox.markShown(post, now() + EVERY);
}
