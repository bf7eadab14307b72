import type { Class, Paused } from '../core/class.ts';
import type { Lost, Outlet, Posted } from '../core/platform.ts';
import type { Planned, Post } from '../core/post.ts';
import type { Reply } from '../core/reply.ts';
import type { Planning } from './plan.ts';
import { lostNotice, postedCard } from './posted.ts';

export interface Sending extends Planning {
  outlets: readonly Outlet[];
  /** Epoch milliseconds. */
  now: () => number;
}

/** What became of a post: `repeated`, it had been sent by a try whose end nobody knew. */
export type Ended = 'sent' | 'repeated' | 'later' | 'lost' | 'missed';

/** Milliseconds for which a post is whose that took it: longer than any outlet works at one. */
export const LEASE = 20_000;
/** Milliseconds until what nobody knows the end of is looked for: what was under way has arrived by then. */
const SETTLE = 5000;
/** Milliseconds in which word of a lost channel is worth something. */
const WEEK = 7 * 24 * 3_600_000;
/** Pause before a platform that does not say what is there is asked again. */
const AGAIN = 15_000;

/** What a post says, as things are now; undefined where its concept is no longer taught. */
export function replyOf(post: Post, one: Class, { content }: Pick<Planning, 'content'>): Reply | undefined {
  if (post.kind === 'lost') {
    const [why, channel = ''] = post.what.split(' ');
    return lostNotice(channel, why === 'gone' ? 'gone' : 'forbidden', post.id, one.locale);
  }
  const term = content.terms.find(({ id }) => id === post.what);
  return term && postedCard(term, post, one.locale);
}

/** Those who steer a class and can be written to: who set it up, and people who were named; roles cannot be. */
const peopleOf = ({ owner, instructors }: Class): string[] => {
  const people = [owner, ...instructors].flatMap((id) => {
    const [platform = '', ...rest] = id.split(':');
    const user = rest.at(-1) ?? '';
    return user === '' || user.startsWith('&') || platform === 'terminal' ? [] : [`${platform}:@${user}`];
  });
  return Array.from(new Set(people));
};

/** The class waits until an instructor has looked after it, and its people are told once. */
async function lose(post: Post, one: Class, { why }: Lost, { classes, posts, newId, now }: Sending): Promise<void> {
  await posts.drop(post.id);
  // Word of a lost channel that cannot be delivered is no other channel's matter.
  if (post.kind === 'lost') return;
  const paused: Paused = { why, channel: post.channel };
  if (!one.paused) await classes.save({ ...one, paused, due: undefined }, now());
  for (const person of peopleOf(one)) {
    const notice: Planned = {
      id: newId(),
      key: `lost:${one.id}:${post.channel}:${post.day}:${person}`,
      classId: one.id,
      channel: person,
      kind: 'lost',
      what: `${why} ${post.channel}`,
      day: post.day,
      due: now(),
      until: now() + WEEK,
    };
    await posts.add(notice, now());
  }
}

/** Sends a post that was taken, or finds that it was sent before. Rejects only where the store does. */
export async function sendPost(post: Post, sending: Sending): Promise<Ended> {
  const { outlets, classes, posts, now } = sending;
  const outlet = outlets.find(({ platform }) => post.channel.startsWith(`${platform}:`));
  const one = await classes.byId(post.classId);
  const reply = one && replyOf(post, one, sending);
  if (!outlet || !one || !reply) {
    await posts.drop(post.id);
    return 'missed';
  }
  const settle = async (posted: Posted, found: boolean): Promise<Ended> => {
    switch (posted.kind) {
      case 'sent':
        await posts.sent(post.id, posted.message);
        return found ? 'repeated' : 'sent';
      case 'unsure':
        await posts.later(post.id, now() + (found ? AGAIN : SETTLE));
        return 'later';
      case 'later':
        await posts.later(post.id, now() + posted.wait);
        return 'later';
      case 'lost':
        await lose(post, one, posted, sending);
        return 'lost';
      default:
        return posted satisfies never;
    }
  };
  if (post.tries > 1) {
    const found = await outlet.find(post.channel, post.id, post.at);
    if (found) return settle(found, true);
  }
  if (now() >= post.until) {
    await posts.drop(post.id);
    return 'missed';
  }
  return settle(await outlet.post(post.channel, { reply, locale: one.locale, mark: post.id }, post.tries - 1), false);
}

/** Shows on a card how many have read it by now. */
export async function showReaders(post: Post, sending: Sending): Promise<void> {
  const { outlets, classes } = sending;
  const outlet = outlets.find(({ platform }) => post.channel.startsWith(`${platform}:`));
  const one = await classes.byId(post.classId);
  const reply = one && replyOf(post, one, sending);
  if (!outlet || !one || !reply || post.message === undefined) return;
  await outlet.edit(post.channel, post.message, { reply, locale: one.locale, mark: post.id });
}
