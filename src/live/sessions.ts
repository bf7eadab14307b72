import type { Question } from '../content/model.ts';
import type { Class, Classes } from '../core/class.ts';
import type { Outbox, Post } from '../core/outbox.ts';
import type { Closed, Session, Sessions } from '../core/session.ts';
import type { Course } from '../course/course.ts';
import { decodeState, encodeState, LIVE_KIND, parseState } from './codec.ts';
import { advance, initialLive, LIVE_TIMES, type Live, type LiveEvent, type LivePlan, wakesAt } from './machine.ts';
import { sceneOfPost } from './messages.ts';
import { draftChanges, draftScene, draftScenes, keyPrefixOf } from './posts.ts';
import { encodeQuestions, questionsIn } from './session-questions.ts';
import { changesScene, currentSceneName, initialState, type LiveState, sceneName } from './state.ts';
import { endUnreadable } from './unreadable.ts';

/** What playing works with. */
export interface LiveDeps {
  sessions: Sessions;
  outbox: Pick<Outbox, 'add'>;
  classes: Pick<Classes, 'byId'>;
  /** The course of now. A session is played with the questions that it began with. */
  course: () => Pick<Course, 'questionNamed'>;
  newId: () => string;
}

/** What a quiz begins with: its plan, with the questions themselves. */
export type LiveStart = Omit<LivePlan, 'questions'> & { questions: readonly Question[] };

/** Optimistic writes to a session, before giving up: another process may have stepped it each time. */
export const ATTEMPTS = 20;
/** Sessions that are woken in one go. */
const AT_ONCE = 1000;

/** Milliseconds since a question was last touched after which it is looked at: a moderator may have deleted it. */
const LOOK = 5000;

/** Begins a session in all channels of a class, and gives what it is; undefined where the class has one already. */
export async function beginSession(
  one: Class,
  { questions, ...how }: LiveStart,
  topic: LiveState['topic'],
  now: number,
  { sessions, newId }: LiveDeps,
): Promise<{ id: string; state: LiveState } | undefined> {
  const id = newId();
  const plan: LivePlan = { ...how, questions: questions.map((question) => question.id) };
  const state = initialState(initialLive(plan, now), one, topic, now);
  const session = {
    id,
    classId: one.id,
    kind: LIVE_KIND,
    state: encodeState(state),
    wakes: wakesAt(state.live),
    at: now,
  };
  const material = encodeQuestions(questions);
  const begun = await sessions.begin(
    { ...session, material },
    draftScenes(session, state, { kind: 'count' }, now, newId),
  );
  return begun ? { id, state } : undefined;
}

/** A question is over: channels that have not seen it are away, and are told later what they missed. */
function recordUnseen(before: LiveState, after: LiveState): LiveState {
  const { step } = before.live;
  if (step.kind !== 'asking' || !changesScene(before, after)) return after;
  const missed = after.channels.filter((one) => step.seen[one] === undefined);
  if (missed.length === 0) return after;
  return {
    ...after,
    away: Array.from(new Set([...after.away, ...missed])),
    unseen: [...after.unseen, ...missed.map((channel) => ({ at: step.at, channel }))],
  };
}

/** The question whose answers count as practice now: it is told, or, for answers that were under way, has been told. */
async function findClosed(
  session: Session,
  before: LiveState,
  after: LiveState,
  playing: Pick<LiveDeps, 'sessions' | 'course'>,
): Promise<Closed | undefined> {
  const { step } = before.live;
  if (!('at' in step) || !changesScene(before, after)) return undefined;
  const { at } = step;
  const question = (await questionsIn(session, before, playing))[at];
  const keys = keyPrefixOf(session.id, { kind: 'ask', at });
  return question && { at, question: question.id, term: question.term, keys };
}

const withLive = (state: LiveState, live: Live): LiveState => (live === state.live ? state : { ...state, live });

/** What a session becomes by `next`, which gives the very same value for no change. */
async function changeState(
  id: string,
  next: (state: LiveState) => LiveState,
  now: number,
  playing: LiveDeps,
): Promise<{ state: LiveState; changed: boolean } | undefined> {
  const { sessions, newId } = playing;
  for (let tried = 0; tried < ATTEMPTS; tried++) {
    const session = await sessions.byId(id);
    const state = session && decodeState(session);
    if (!state) return undefined;
    const stepped = next(state);
    if (stepped === state) return { state, changed: false };
    const after = recordUnseen(state, stepped);
    const { posts, again, ended } = draftChanges(session, state, after, now, newId);
    const written = { state: encodeState(after), wakes: wakesAt(after.live) };
    const closed = await findClosed(session, state, after, playing);
    if (await sessions.step(session, written, posts, { again, ended }, now, closed))
      return { state: after, changed: true };
  }
  throw new Error('a session could not be written: others write it all the time');
}

/**
 * Lets something happen to a session; says what it is then, and whether that changed anything. `from` is the name of
 * the scene for which it was meant: nothing happens to another one.
 */
export const applyEvent = (id: string, event: LiveEvent, now: number, playing: LiveDeps, from?: string) =>
  changeState(
    id,
    (state) => {
      const isMeant = from === undefined || currentSceneName(state) === from;
      return isMeant ? withLive(state, advance(state.live, event, now)) : state;
    },
    now,
    playing,
  );

/** May a channel that has not shown the question yet still do so? Its students have their time, too. */
function isAwaited({ live: { step }, channels, away }: LiveState, now: number): boolean {
  if (step.kind !== 'asking' || !(now < step.asked + LIVE_TIMES.again)) return false;
  const { seen } = step;
  return channels.some((channel) => seen[channel] === undefined && !away.includes(channel));
}

/** What was answered meanwhile is told, and time passes where it changes anything. */
async function wakeSession(session: Session, now: number, playing: LiveDeps): Promise<void> {
  const { id } = session;
  const state = parseState(session);
  if ('unreadable' in state) {
    if (await endUnreadable(session, state, now, playing))
      throw new Error(`the state of session ${id} cannot be read, so it was ended: ${state.problem}`);
    return;
  }
  const { step, paused } = state.live;
  if ('at' in step) {
    const isOpen = step.kind === 'asking' && paused === undefined;
    const keys = keyPrefixOf(id, { kind: 'ask', at: step.at });
    // Now and then: two thousand answers in ten seconds that each wrote to the same message would wait for each other.
    await playing.sessions.tally(id, step.at, keys, isOpen ? now - LOOK : 0);
  }
  const isDue = session.wakes !== undefined && session.wakes <= now;
  if (isDue && !isAwaited(state, now)) await applyEvent(id, { kind: 'tick' }, now, playing);
}

/** Lets time pass for all sessions that are on at `now` (epoch milliseconds). Any number of processes may do so. */
export async function wakeSessions(now: number, playing: LiveDeps, failed: (error: unknown) => void): Promise<void> {
  for (const session of await playing.sessions.waking(LIVE_KIND, Number.MAX_SAFE_INTEGER, AT_ONCE))
    await wakeSession(session, now, playing).catch(failed);
}

/** A message of a session has become visible in its channel at `now`. */
export async function markVisible(post: Post, now: number, playing: LiveDeps): Promise<void> {
  const shown = await sceneOfPost(post, playing);
  if (!shown) return;
  const { channel } = post;
  const { scene } = shown;
  const back = (state: LiveState): LiveState =>
    state.away.includes(channel) ? { ...state, away: state.away.filter((one) => one !== channel) } : state;
  const visible = (state: LiveState): LiveState => {
    if (scene.kind !== 'ask') return state;
    return withLive(state, advance(state.live, { kind: 'visible', at: scene.at, channel }, now));
  };
  await changeState(shown.session.id, (state) => visible(back(state)), now, playing);
}

/** A message of a session cannot be shown in its channel: it goes on in the others, and says so there. */
export async function markAway(post: Post, now: number, playing: LiveDeps): Promise<void> {
  const shown = await sceneOfPost(post, playing);
  const { channel } = post;
  const away = (state: LiveState): LiveState =>
    state.away.includes(channel) ? state : { ...state, away: [...state.away, channel] };
  if (shown) await changeState(shown.session.id, away, now, playing);
}

/** The message of a question was deleted: while the question is open, it is posted again, once for each that is gone. */
export async function repostQuestion(post: Post, now: number, playing: LiveDeps): Promise<void> {
  const shown = await sceneOfPost(post, playing);
  if (!shown) return;
  const { session, state, scene } = shown;
  if (scene.kind === 'ask' && currentSceneName(state) === sceneName(scene))
    await playing.outbox.add(draftScene(session, scene, post, now, playing.newId, post.id), now);
}
