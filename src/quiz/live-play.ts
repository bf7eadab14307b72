import type { Question } from '../content/model.ts';
import type { Class } from '../core/class.ts';
import type { Locale, Localized } from '../core/locale.ts';
import type { Planned, Post } from '../core/post.ts';
import type { Reply } from '../core/reply.ts';
import type { Session, Sessions } from '../core/session.ts';
import { advance, begin, LIVE, type LiveEvent, type LivePlan, wakesAt } from './live.ts';
import { decodeKept, encodeKept, type Kept, keptOf, type Scene, sceneAt, sceneName, sceneOf } from './live-kept.ts';
import { type Showing, sceneReply } from './live-show.ts';

/** What playing works with. */
export interface Playing {
  sessions: Sessions;
  questions: ReadonlyMap<string, Question>;
  newId: () => string;
}

/** So often a step is tried where others write at the same moment. */
const TRIES = 20;
/** Sessions that are woken in one go. */
const AT_ONCE = 100;

/** Milliseconds in which a message of a session is still worth sending. */
const WORTH = { count: LIVE.countdown, ask: LIVE.reach, tell: 10 * 60_000, end: 60 * 60_000 } as const;

const keyOf = (id: string, scene: Scene, channel: string): string => `live:${id}:${sceneName(scene)}:${channel}`;

function postsFor(id: string, classId: string, kept: Kept, scene: Scene, now: number, newId: () => string): Planned[] {
  return kept.channels.map((channel) => ({
    id: newId(),
    key: keyOf(id, scene, channel),
    classId,
    channel,
    kind: 'live',
    what: `${id} ${sceneName(scene)}`,
    // A session is of no day: its key tells it from all others.
    day: '',
    due: now,
    until: now + WORTH[scene.kind],
  }));
}

/** Begins a session in all channels of a class; undefined where it has one already. */
export async function beginLive(
  one: Class,
  plan: LivePlan,
  about: { topic: Localized | undefined; by: string },
  now: number,
  { sessions, newId }: Playing,
): Promise<string | undefined> {
  const id = newId();
  const kept = keptOf(begin(plan, now), one, about.topic, about.by);
  const session = { id, classId: one.id, state: encodeKept(kept), wakes: wakesAt(kept.live), at: now };
  const begun = await sessions.begin(session, postsFor(id, one.id, kept, { kind: 'count' }, now, newId));
  return begun ? id : undefined;
}

/** What is to be posted and shown anew when one state follows another. */
function changes(session: Session, before: Kept, after: Kept, now: number, newId: () => string) {
  const was = sceneAt(before.live);
  const is = sceneAt(after.live);
  const moved = sceneName(was) !== sceneName(is);
  const posts = moved ? postsFor(session.id, session.classId, after, is, now, newId) : [];
  // A question that is closed, paused or goes on looks different.
  const again =
    was.kind === 'ask' && (moved || before.live.paused !== after.live.paused)
      ? before.channels.map((channel) => keyOf(session.id, was, channel))
      : [];
  return { posts, again };
}

/** Lets something happen to a session; says what it is then, and whether that changed anything. */
export async function happen(
  id: string,
  event: LiveEvent,
  now: number,
  { sessions, newId }: Playing,
): Promise<{ kept: Kept; changed: boolean } | undefined> {
  for (let tried = 0; tried < TRIES; tried++) {
    const session = await sessions.byId(id);
    if (!session) return undefined;
    const kept = decodeKept(session);
    const live = advance(kept.live, event, now);
    if (live === kept.live) return { kept, changed: false };
    const next = { ...kept, live };
    const { posts, again } = changes(session, kept, next, now, newId);
    const state = { state: encodeKept(next), wakes: wakesAt(live) };
    if (await sessions.step(session, state, posts, again, now)) return { kept: next, changed: true };
  }
  throw new Error(`a session could not be written: others write it all the time`);
}

/** Lets time pass for all sessions that it changes by `now` (epoch milliseconds). Any number of processes may do so. */
export async function wakeAll(now: number, playing: Playing, failed: (error: unknown) => void): Promise<void> {
  for (const { id } of await playing.sessions.waking(now, AT_ONCE))
    await happen(id, { kind: 'tick' }, now, playing).catch(failed);
}

/** The question of a message has become visible in its channel at `now`. */
export async function seen(post: Post, now: number, playing: Playing): Promise<void> {
  const shown = await shownBy(post, playing);
  if (shown?.scene.kind !== 'ask') return;
  await happen(shown.session.id, { kind: 'visible', at: shown.scene.at, channel: post.channel }, now, playing);
}

const showingOf = (post: string, session: Session, answers: Showing['answers'], { questions }: Playing): Showing => {
  const kept = decodeKept(session);
  return { id: session.id, post, kept, answers, questions: kept.live.plan.questions.map((id) => questions.get(id)) };
};

/** The session of a post and what it shows of it; undefined where it shows none. */
export async function shownBy(
  post: Post | undefined,
  { sessions }: Pick<Playing, 'sessions'>,
): Promise<{ session: Session; kept: Kept; scene: Scene } | undefined> {
  if (post?.kind !== 'live') return undefined;
  const [id = '', name = ''] = post.what.split(' ');
  const scene = sceneOf(name);
  const session = scene && (await sessions.byId(id));
  return session && { session, kept: decodeKept(session), scene };
}

/** What a message of a session says, as things are now; undefined where there is nothing to say any more. */
export async function liveReply(post: Post, locale: Locale, playing: Playing): Promise<Reply | undefined> {
  const shown = await shownBy(post, playing);
  if (!shown) return undefined;
  const answers = shown.scene.kind === 'count' ? [] : await playing.sessions.answers(shown.session.id);
  return sceneReply(shown.scene, showingOf(post.id, shown.session, answers, playing), locale);
}
