import type { Question } from '../content/model.ts';
import type { Class } from '../core/class.ts';
import type { Locale } from '../core/locale.ts';
import type { Planned, Post, Posts } from '../core/post.ts';
import type { Reply } from '../core/reply.ts';
import type { Closed, Session, Sessions } from '../core/session.ts';
import { advance, begin, LIVE, type LiveEvent, type LivePlan, wakesAt } from './live.ts';
import { decodeKept, encodeKept, type Kept, keptOf, type Scene, sceneAt, sceneName, sceneOf } from './live-kept.ts';
import { sceneReply } from './live-show.ts';
import type { Showing } from './live-showing.ts';

/** Of what a post shows: the message that showed it before was deleted. */
const AGAIN = 'again';

/** What playing works with. */
export interface Playing {
  sessions: Sessions;
  posts: Pick<Posts, 'add'>;
  questions: ReadonlyMap<string, Question>;
  newId: () => string;
}

/** So often a step is tried where others write at the same moment. */
const TRIES = 20;
/** Sessions that are woken in one go. */
const AT_ONCE = 1000;

/** Milliseconds between what is to be read one after the other. */
const APART = 1500;
/** Milliseconds since a question was last touched after which it is looked at: a moderator may have deleted it. */
const LOOK = 5000;

/** Milliseconds in which a message of a session is still worth sending. */
const WORTH = { count: LIVE.countdown, ask: LIVE.reach, tell: 10 * 60_000, end: 60 * 60_000 } as const;

/** What the keys of a scene's posts begin with, up to a colon. */
const keysOf = (id: string, scene: Scene): string => `live:${id}:${sceneName(scene)}`;

function postsFor(id: string, classId: string, kept: Kept, scene: Scene, now: number, newId: () => string): Planned[] {
  return kept.channels.map((channel) => ({
    id: newId(),
    key: `${keysOf(id, scene)}:${channel}`,
    classId,
    channel,
    kind: 'live',
    what: `${id} ${sceneName(scene)}`,
    day: kept.day,
    due: now,
    until: now + WORTH[scene.kind],
  }));
}

/** Begins a session in all channels of a class, and gives what it is; undefined where the class has one already. */
export async function beginLive(
  one: Class,
  plan: LivePlan,
  topic: Kept['topic'],
  now: number,
  { sessions, newId }: Playing,
): Promise<{ id: string; kept: Kept } | undefined> {
  const id = newId();
  const kept = keptOf(begin(plan, now), one, topic, now);
  const session = { id, classId: one.id, state: encodeKept(kept), wakes: wakesAt(kept.live), at: now };
  const begun = await sessions.begin(session, postsFor(id, one.id, kept, { kind: 'count' }, now, newId));
  return begun ? { id, kept } : undefined;
}

/** What is to be posted and shown anew when one state follows another. */
function changes(session: Session, before: Kept, after: Kept, now: number, newId: () => string) {
  const was = sceneAt(before.live);
  const is = sceneAt(after.live);
  const moved = sceneName(was) !== sceneName(is);
  const paused = before.live.paused !== after.live.paused;
  const { step } = before.live;
  const wasSeen = step.kind === 'asking' && Object.keys(step.seen).length > 0;
  // A question that is stopped is told all the same, just before the end; what nobody has seen is not.
  const told: Scene[] = wasSeen && is.kind === 'end' ? [{ kind: 'tell', at: step.at }] : [];
  const scenes: readonly Scene[] = moved ? [...told, is] : [];
  const posts = scenes.flatMap((scene, i) =>
    postsFor(session.id, session.classId, after, scene, now + i * APART, newId),
  );
  // A question that is closed, paused or goes on looks different, and so does one that a channel cannot see.
  const differs = paused || (was.kind === 'ask' && (moved || before.away !== after.away));
  const keys = keysOf(session.id, was);
  const passes = moved && (was.kind === 'ask' || was.kind === 'count');
  return { posts, again: differs ? keys : undefined, ended: passes ? keys : undefined };
}

/** A question is over: channels that have not seen it are away. */
function missing(before: Kept, after: Kept): Kept {
  const { step } = before.live;
  if (step.kind !== 'asking' || sceneName(sceneAt(after.live)) === sceneName(sceneAt(before.live))) return after;
  const unseen = after.channels.filter((one) => step.seen[one] === undefined && !after.away.includes(one));
  return unseen.length === 0 ? after : { ...after, away: [...after.away, ...unseen] };
}

/** The question whose answers count as practice now: it is told, or, for answers that were under way, has been told. */
function closedBy(before: Kept, after: Kept, questions: Playing['questions']): Closed | undefined {
  const { step, plan } = before.live;
  if (!('at' in step) || sceneName(sceneAt(before.live)) === sceneName(sceneAt(after.live))) return undefined;
  const question = questions.get(plan.questions[step.at] ?? '');
  return question && { at: step.at, question: question.id, term: question.term };
}

/** What a session becomes by `next`, which gives the very same value for no change. */
async function change(
  id: string,
  next: (kept: Kept) => Kept,
  now: number,
  { sessions, questions, newId }: Playing,
): Promise<{ kept: Kept; changed: boolean } | undefined> {
  for (let tried = 0; tried < TRIES; tried++) {
    const session = await sessions.byId(id);
    if (!session) return undefined;
    const kept = decodeKept(session);
    const stepped = next(kept);
    if (stepped === kept) return { kept, changed: false };
    const after = missing(kept, stepped);
    const { posts, again, ended } = changes(session, kept, after, now, newId);
    const state = { state: encodeKept(after), wakes: wakesAt(after.live) };
    const closed = closedBy(kept, after, questions);
    if (await sessions.step(session, state, posts, { again, ended }, now, closed))
      return { kept: after, changed: true };
  }
  throw new Error('a session could not be written: others write it all the time');
}

/**
 * Lets something happen to a session; says what it is then, and whether that changed anything. `from` is the name of
 * the scene for which it was meant: nothing happens to another one.
 */
export const happen = (id: string, event: LiveEvent, now: number, playing: Playing, from?: string) =>
  change(
    id,
    (kept) => {
      if (from !== undefined && sceneName(sceneAt(kept.live)) !== from) return kept;
      const live = advance(kept.live, event, now);
      return live === kept.live ? kept : { ...kept, live };
    },
    now,
    playing,
  );

/** May a channel that has not shown the question yet still do so? Its students have their time, too. */
function isAwaited({ live: { step }, channels, away }: Kept, now: number): boolean {
  // What an older version has kept has no `asked`, and waits for nobody.
  if (step.kind !== 'asking' || !(now < step.asked + LIVE.again)) return false;
  const { seen } = step;
  return channels.some((channel) => seen[channel] === undefined && !away.includes(channel));
}

/** What was answered meanwhile is told, and time passes where it changes anything. */
async function wake(session: Session, now: number, playing: Playing): Promise<void> {
  const { id } = session;
  const kept = decodeKept(session);
  const { step, paused } = kept.live;
  if ('at' in step) {
    const isOpen = step.kind === 'asking' && paused === undefined;
    const keys = keysOf(id, { kind: 'ask', at: step.at });
    // Now and then: two thousand answers in ten seconds that each wrote to the same message would wait for each other.
    await playing.sessions.tally(id, step.at, keys, isOpen ? now - LOOK : 0);
  }
  const isDue = session.wakes !== undefined && session.wakes <= now;
  if (isDue && !isAwaited(kept, now)) await happen(id, { kind: 'tick' }, now, playing);
}

/** Lets time pass for all sessions that are on at `now` (epoch milliseconds). Any number of processes may do so. */
export async function wakeAll(now: number, playing: Playing, failed: (error: unknown) => void): Promise<void> {
  for (const session of await playing.sessions.waking(Number.MAX_SAFE_INTEGER, AT_ONCE))
    await wake(session, now, playing).catch(failed);
}

/** A message of a session has become visible in its channel at `now`. */
export async function seen(post: Post, now: number, playing: Playing): Promise<void> {
  const shown = await shownBy(post, playing);
  if (!shown) return;
  const { channel } = post;
  const { scene } = shown;
  const back = (kept: Kept): Kept =>
    kept.away.includes(channel) ? { ...kept, away: kept.away.filter((one) => one !== channel) } : kept;
  const visible = (kept: Kept): Kept => {
    if (scene.kind !== 'ask') return kept;
    const live = advance(kept.live, { kind: 'visible', at: scene.at, channel }, now);
    return live === kept.live ? kept : { ...kept, live };
  };
  await change(shown.session.id, (kept) => visible(back(kept)), now, playing);
}

/** A message of a session cannot be shown in its channel: it goes on in the others, and says so there. */
export async function missed(post: Post, now: number, playing: Playing): Promise<void> {
  const shown = await shownBy(post, playing);
  const { channel } = post;
  const away = (kept: Kept): Kept => (kept.away.includes(channel) ? kept : { ...kept, away: [...kept.away, channel] });
  if (shown) await change(shown.session.id, away, now, playing);
}

/** The message of a question was deleted: while the question is open, it is posted again, once for each that is gone. */
export async function renew(post: Post, now: number, playing: Playing): Promise<void> {
  const shown = await shownBy(post, playing);
  if (!shown) return;
  const { session, kept, scene } = shown;
  const isOpen = scene.kind === 'ask' && sceneName(sceneAt(kept.live)) === sceneName(scene);
  if (!isOpen) return;
  await playing.posts.add(
    {
      id: playing.newId(),
      key: `${keysOf(session.id, scene)}:${post.channel}:${post.id}`,
      classId: post.classId,
      channel: post.channel,
      kind: 'live',
      what: `${session.id} ${sceneName(scene)} ${AGAIN}`,
      day: post.day,
      due: now,
      until: now + WORTH[scene.kind],
    },
    now,
  );
}

function showingOf(
  { id: post, channel, readers }: Post,
  session: Session,
  done: Pick<Showing, 'answers' | 'players' | 'isAgain'>,
  { questions }: Playing,
): Showing {
  const kept = decodeKept(session);
  const asked = kept.live.plan.questions.map((id) => questions.get(id));
  return { id: session.id, post, channel, answered: readers, kept, ...done, questions: asked };
}

/** The session of a post and what it shows of it; undefined where it shows none. */
export async function shownBy(
  post: Post | undefined,
  { sessions }: Pick<Playing, 'sessions'>,
): Promise<{ session: Session; kept: Kept; scene: Scene; isAgain: boolean } | undefined> {
  if (post?.kind !== 'live') return undefined;
  const [id = '', name = '', again] = post.what.split(' ');
  const scene = sceneOf(name);
  const session = scene && (await sessions.byId(id));
  return session && { session, kept: decodeKept(session), scene, isAgain: again === AGAIN };
}

/** What a message of a session says, as things are now; undefined where there is nothing to say any more. */
export async function liveReply(post: Post, locale: Locale, playing: Playing): Promise<Reply | undefined> {
  const shown = await shownBy(post, playing);
  if (!shown) return undefined;
  const { scene, session, isAgain } = shown;
  // How many have answered a question, its post knows: it is shown so often, and the answers are so many.
  const answers = scene.kind === 'count' || scene.kind === 'ask' ? [] : await playing.sessions.answers(session.id);
  const teams = shown.kept.live.plan.teams !== undefined && answers.length > 0;
  const players = teams ? await playing.sessions.players(session.id) : [];
  return sceneReply(scene, showingOf(post, session, { answers, players, isAgain }, playing), locale);
}
