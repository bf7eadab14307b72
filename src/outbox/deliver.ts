import { type Class, peopleOf } from '../core/class.ts';
import type { Draft, Outdated, Post } from '../core/outbox.ts';
import { type Lost, type Messenger, messengerFor, type Posted } from '../core/platform.ts';
import { type Reply, withinLimits } from '../core/reply/reply.ts';
import type { Planning } from '../daily/plan.ts';
import { lostNotice, postedCard } from '../daily/views.ts';

export interface Sending extends Planning {
  messengers: readonly Messenger[];
  /**
   * What a post of another kind than the daily card's says, as things are now; undefined where it says nothing any more,
   * `elsewhere` where only another process, of a newer version, can tell.
   */
  say(post: Post, one: Class): Promise<Reply | 'elsewhere' | undefined>;
  /** A post of another kind is visible in its channel; said once more where that may have been lost. */
  seen(post: Post): Promise<void>;
  /** The channel of a post of another kind takes none of ours. */
  missed(post: Post): Promise<void>;
  /** The message of a post of another kind was deleted; said once more where that may have been lost. */
  gone(post: Post): Promise<void>;
  /** Epoch milliseconds. */
  now: () => number;
}

/** Does a post go to a person rather than to a channel of the class? */
const isToPerson = ({ kind }: Post): boolean => kind === 'lost' || kind === 'broken';

/** What became of a post: `repeated`, it had been sent by a try whose end nobody knew. */
export type Ended = 'sent' | 'repeated' | 'later' | 'lost' | 'missed';

/** Milliseconds for which a post is whose that took it: longer than any messenger works at one. */
export const LEASE = 20_000;
/** Milliseconds until what nobody knows the end of is looked for: what was under way has arrived by then. */
const SETTLE = 10_000;
/** Milliseconds between two tries: longer each time, up to the longest. */
const BREATH = 5000;
const LONGEST = 60_000;
/** Milliseconds until another process may have what only it can do: longer each time, up to the longest. */
const ELSEWHERE = 1000;
/** Milliseconds between two looks whether a paused class goes on. */
const PAUSED = 30_000;
/** Milliseconds that a request may take, and that two clocks may differ. */
const ARRIVES = 12_000;
/** Milliseconds in which word of a lost channel is worth something. */
const WEEK = 7 * 24 * 3_600_000;
/** What a message counts is edited no more often, and an edit is somebody's for so long, in milliseconds. */
const EDIT = { card: 5000, lost: 5000, live: 2000, broken: 5000 } as const;
export const EDITING = 10_000;

/** What a post says, as things are now, however long the content; see Sending: say. */
async function replyOf(post: Post, one: Class, { course, say }: Sending): ReturnType<Sending['say']> {
  switch (post.kind) {
    case 'lost': {
      const [why, channel = ''] = post.what.split(' ');
      return lostNotice(channel, why === 'gone' ? 'gone' : 'forbidden', post, one.locale);
    }
    case 'card': {
      const term = course().content.terms.find(({ id }) => id === post.what);
      return term && withinLimits(postedCard(term, post, one.locale));
    }
    case 'live':
    case 'broken':
      return say(post, one).then((reply) => (typeof reply === 'object' ? withinLimits(reply) : reply));
    default:
      return post.kind satisfies never;
  }
}

/** The class waits until an instructor has looked after it, and its people are told once; then its card goes on. */
async function lose(post: Post, one: Class, { why }: Lost, { classes, outbox, newId, now }: Sending): Promise<void> {
  // Word to a person that cannot be delivered is no channel's matter.
  if (isToPerson(post)) return outbox.abandon(post);
  // The word first: whoever finds the class paused says nothing any more.
  for (const person of peopleOf(one)) {
    const notice: Draft = {
      id: newId(),
      key: `lost:${one.id}:${post.channel}:${post.day}:${person}`,
      classId: one.id,
      channel: person,
      kind: 'lost',
      what: `${why} ${post.channel}`,
      day: post.day,
      due: now(),
      expiresAt: now() + WEEK,
    };
    await outbox.add(notice, now());
  }
  await classes.pause(one.id, { why, channel: post.channel });
  return outbox.retryAt(post, now() + PAUSED);
}

/** A card waits for a class that is paused, but one that an instructor has asked for since; a lost channel, for itself. */
function waits({ paused }: Class, { channel, due, at }: Post): boolean {
  if (!paused) return false;
  return paused.why === 'asked' ? due < at : paused.channel === channel;
}

/** Sends a post that was taken, or finds that it was sent before. Rejects only where the store does. */
export async function deliverPost(post: Post, sending: Sending): Promise<Ended> {
  const { messengers, classes, outbox, now } = sending;
  const over = async (): Promise<Ended> => {
    await outbox.abandon(post);
    return 'missed';
  };
  const again = async (wait: number): Promise<Ended> => {
    await outbox.retryAt(post, now() + Math.max(wait, Math.min(BREATH * post.tries, LONGEST)));
    return 'later';
  };
  const messenger = messengerFor(post.channel, messengers);
  const one = await classes.byId(post.classId);
  const reply = one && (await replyOf(post, one, sending));
  if (!messenger || !one || !reply) return over();
  if (reply === 'elsewhere') {
    if (now() >= post.expiresAt) return over();
    await outbox.retryAt(post, now() + Math.min(ELSEWHERE * post.tries, LONGEST));
    return 'later';
  }
  const isCard = post.kind === 'card';
  if (!isToPerson(post) && !one.channels.some(({ channel }) => channel === post.channel)) {
    // It has left the class.
    if (post.kind === 'live') await sending.missed(post);
    return over();
  }
  const settle = async (posted: Posted, found: boolean): Promise<Ended> => {
    switch (posted.kind) {
      case 'sent':
        // First: whoever is stopped in between finds it again, and says so again.
        if (post.kind === 'live') await sending.seen(post);
        await outbox.markSent(post.id, posted.message);
        return found ? 'repeated' : 'sent';
      case 'unsure':
        return found && now() >= post.expiresAt ? over() : again(SETTLE);
      case 'later':
        return again(posted.wait);
      case 'lost':
        if (post.kind === 'live') await sending.missed(post);
        await lose(post, one, posted, sending);
        return 'lost';
      default:
        return posted satisfies never;
    }
  };
  if (isCard && waits(one, post)) return now() >= post.expiresAt ? over() : again(PAUSED);
  let until = post.leasedUntil;
  if (post.tries > 1) {
    const found = await messenger.find(post.channel, post.id, post.at);
    if (found) return settle(found, true);
    // Looking may have taken long.
    until = now() + LEASE;
    if (!(await outbox.extendLease(post, until))) return 'later';
  }
  // What is sent in a day's last seconds may arrive on the next one, which has a card of its own.
  if (now() >= (isCard ? post.expiresAt - ARRIVES : post.expiresAt)) return over();
  return settle(
    await messenger.post(post.channel, { reply, locale: one.locale, idempotencyKey: post.id }, until),
    false,
  );
}

/** Shows on a card how many have read it by now. */
export async function editPost(post: Outdated, sending: Sending): Promise<void> {
  const { messengers, classes, outbox, now } = sending;
  const messenger = messengerFor(post.channel, messengers);
  const one = await classes.byId(post.classId);
  const reply = one && (await replyOf(post, one, sending));
  if (reply === 'elsewhere') return outbox.retryEditAt(post, now() + ELSEWHERE);
  const edited =
    !messenger || !one || !reply || post.message === undefined
      ? 'shown'
      : await messenger.edit(
          post.channel,
          post.message,
          { reply, locale: one.locale, idempotencyKey: post.id },
          post.isDifferent,
        );
  // It is somebody's turn again a little later.
  if (edited === 'later') return;
  if (typeof edited === 'object') return outbox.retryEditAt(post, now() + edited.after);
  // First: whoever is stopped in between finds it gone again.
  if (edited === 'gone' && post.kind === 'live') await sending.gone(post);
  await outbox.markShown(post, now() + EDIT[post.kind]);
}
