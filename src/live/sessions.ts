import type { Question } from '../content/model.ts';
import { type Class, type Classes, refusal, teaches } from '../core/class.ts';
import type { Caller } from '../core/command/command.ts';
import { UserError } from '../core/errors.ts';
import type { Outbox } from '../core/outbox.ts';
import { type Page, roomChannel } from '../core/page.ts';
import type { Closed, Session, Sessions } from '../core/session.ts';
import type { Course } from '../course/course.ts';
import { hasParts } from '../questions/types.ts';
import { currentState, decodeState, encodeState, LIVE_KIND, parseState } from './codec.ts';
import { tallyJoined, whoJoined } from './joined.ts';
import {
  advance,
  heldLive,
  isCounted,
  LIVE_TIMES,
  type Live,
  type LiveEvent,
  type LivePlan,
  wakesAt,
} from './machine.ts';
import { draftChanges, draftScenes, keyPrefixOf } from './posts.ts';
import { encodeQuestions, questionsIn } from './session-questions.ts';
import { changesScene, currentSceneName, initialState, type LiveState } from './state.ts';
import { text } from './text.ts';
import { endUnreadable } from './unreadable.ts';

/** What a live quiz is played with. */
export interface LiveDeps {
  sessions: Sessions;
  outbox: Pick<Outbox, 'add'>;
  classes: Pick<Classes, 'byId'>;
  /** The courses of now, for questions that a session of an older version did not store. */
  courses: () => readonly Pick<Course, 'questionNamed'>[];
  newId: () => string;
  page: () => Page | undefined;
  /** Has what is due be sent now: a class waits for the next question. */
  hurry: () => void;
}

/** What a quiz begins with: its plan, with the questions themselves. */
export type LiveStart = Omit<LivePlan, 'questions' | 'long'> & {
  questions: readonly Question[];
  /** Others that may still be asked instead: they are stored with it, too. */
  spare?: readonly Question[];
  /** Does it go on by itself after an answer? Left out, as its mode does. */
  auto?: boolean;
};

/** The same without its questions, as it is typed. */
export type HowToPlay = Omit<LiveStart, 'questions' | 'spare'>;

/** Optimistic updates of a session before giving up: each time another process may have stepped it. */
export const ATTEMPTS = 20;
/** Sessions that are woken in one go. */
const AT_ONCE = 1000;
/** Milliseconds since the last edit of an open question after which it is edited again: a moderator may have deleted it. */
const STALE = 5000;

/** A quiz of these questions; those in several parts are open longer. */
export function planOf(how: Omit<LivePlan, 'questions' | 'long'>, questions: readonly Question[]): LivePlan {
  const long = questions.flatMap((question, at) => (hasParts(question) ? [at] : []));
  return { ...how, questions: questions.map((question) => question.id), ...(long.length === 0 ? {} : { long }) };
}

/**
 * Begins a session in all channels of a class, and in a room of the page; undefined where the class has one already, or
 * there was one of that `id`. `begin`: how its lobby waits.
 */
export async function beginSession(
  one: Class,
  { questions, spare = [], auto, ...how }: LiveStart,
  topic: LiveState['topic'],
  now: number,
  { sessions, newId, page }: Pick<LiveDeps, 'sessions' | 'newId' | 'page'>,
  id = newId(),
  begin: typeof heldLive = heldLive,
): Promise<{ id: string; state: LiveState } | undefined> {
  const plan = planOf(how, questions);
  const state = initialState(begin(plan, now, auto), one, topic, now, page() && roomChannel(id));
  const session = {
    id,
    classId: one.id,
    kind: LIVE_KIND,
    state: encodeState(state),
    wakes: wakesAt(state.live),
    at: now,
  };
  const material = encodeQuestions([...questions, ...spare]);
  const begun = await sessions.begin(
    { ...session, material },
    draftScenes(session, state, { kind: 'count' }, now, newId),
  );
  return begun ? { id, state } : undefined;
}

/** The live quiz of a class. @throws UserError where none runs, or a newer version plays it. */
export async function findRunning(
  { id: classId }: Pick<Class, 'id'>,
  { sessions }: Pick<LiveDeps, 'sessions'>,
): Promise<{ id: string; state: LiveState }> {
  for (const session of await sessions.running(classId, LIVE_KIND)) {
    const state = currentState(session);
    if (state) return { id: session.id, state };
  }
  throw new UserError(text.both(({ noneRunning }) => noneRunning));
}

/**
 * A session and its class, for an instructor of that class.
 * @throws UserError where there is none any more (`gone`), and to a student (`onlyInstructors`).
 */
export async function sessionForInstructor(
  id: string | undefined,
  caller: Caller,
  { gone, onlyInstructors }: { gone: () => UserError; onlyInstructors: () => UserError },
  { sessions, classes }: Pick<LiveDeps, 'sessions' | 'classes'>,
): Promise<{ session: Session; one: Class }> {
  const session = id === undefined ? undefined : await sessions.byId(id);
  const one = session && (await classes.byId(session.classId));
  if (!session || !one) throw gone();
  if (!teaches(one, caller)) throw refusal(caller, onlyInstructors);
  return { session, one };
}

/** When a question closes, channels that have not shown it are away, and are told with the answer what they missed. */
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

/**
 * The question whose answers count as practice from now on: it closes, or answers to it were under way as it closed. Of
 * one that is left out after its answer was told, they count no more.
 */
async function findClosed(
  session: Session,
  before: LiveState,
  after: LiveState,
  deps: Pick<LiveDeps, 'sessions' | 'courses'>,
): Promise<Closed | undefined> {
  const { step } = before.live;
  if (!('at' in step) || !changesScene(before, after)) return undefined;
  const { at } = step;
  const isLeftOut = !isCounted(after.live, at);
  // What was open has been recorded nowhere.
  if (isLeftOut && step.kind === 'asking') return undefined;
  const question = (await questionsIn(session, before, deps))[at];
  const keys = keyPrefixOf(session.id, { kind: 'ask', at });
  return question && { at, question: question.id, term: question.term, keys, ...(isLeftOut ? { isLeftOut } : {}) };
}

/** The very same state where its quiz has not changed. */
export const withLive = (state: LiveState, live: Live): LiveState => (live === state.live ? state : { ...state, live });

/** Updates the state of a session by `next`, which returns the very same value for no change; undefined for no live quiz. */
export async function changeState(
  id: string,
  next: (state: LiveState) => LiveState,
  now: number,
  deps: LiveDeps,
): Promise<{ state: LiveState; changed: boolean } | undefined> {
  const { sessions, newId } = deps;
  for (let tried = 0; tried < ATTEMPTS; tried++) {
    const session = await sessions.byId(id);
    const state = session && decodeState(session);
    if (!state) return undefined;
    const stepped = next(state);
    if (stepped === state) return { state, changed: false };
    const after = recordUnseen(state, stepped);
    const { posts, again, ended } = draftChanges(session, state, after, now, newId);
    const written = { state: encodeState(after), wakes: wakesAt(after.live) };
    const closed = await findClosed(session, state, after, deps);
    if (await sessions.step(session, written, posts, { again, ended }, now, closed)) {
      // No look of the clock comes after the end.
      if (after.live.step.kind === 'over') await tallyJoined(id, after.live, deps);
      if (posts.length > 0) deps.hurry();
      return { state: after, changed: true };
    }
  }
  throw new Error('a session could not be written: it was stepped at every attempt');
}

/** Applies an event to a session. `from`: the name of the scene for which it was meant; at another one nothing happens. */
export const applyEvent = (id: string, event: LiveEvent, now: number, deps: LiveDeps, from?: string) =>
  changeState(
    id,
    (state) => {
      const isMeant = from === undefined || currentSceneName(state) === from;
      return isMeant ? withLive(state, advance(state.live, event, now)) : state;
    },
    now,
    deps,
  );

/** Is a channel about to show the question still? Its students have their time, too. */
function isAwaited({ live: { step }, channels, away }: LiveState, now: number): boolean {
  if (step.kind !== 'asking' || !(now < step.asked + LIVE_TIMES.again)) return false;
  const { seen } = step;
  return channels.some((channel) => seen[channel] === undefined && !away.includes(channel));
}

/**
 * Closes a question soon once all who joined have answered it. A student who joins or answers between the look and the step is
 * not lost: the question takes answers until it is closed.
 */
async function closeWhenAllIn(id: string, at: number, now: number, deps: LiveDeps): Promise<void> {
  if (await deps.sessions.areAllIn(id, at)) await applyEvent(id, { kind: 'allIn', at }, now, deps);
}

/** Is a lobby that began by itself without students? It waits for an instructor's word then. */
async function isEmptyLobby(id: string, { step }: Live, { sessions }: Pick<LiveDeps, 'sessions'>): Promise<boolean> {
  if (step.kind !== 'countdown' || !step.needsStudents) return false;
  return whoJoined(await sessions.players(id), []).size === 0;
}

/** Has the messages of a session's question tell how many have answered, and lets time pass. */
async function wakeSession(session: Session, now: number, deps: LiveDeps): Promise<void> {
  const { id } = session;
  const state = parseState(session);
  if ('unreadable' in state) {
    if (await endUnreadable(session, state, now, deps))
      throw new Error(`the state of session ${id} cannot be read, so it was ended: ${state.problem}`);
    return;
  }
  const { step, paused } = state.live;
  // Students may join as long as it is on.
  await tallyJoined(id, state.live, deps);
  if ('at' in step) {
    const isOpen = step.kind === 'asking' && paused === undefined;
    const keys = keyPrefixOf(id, { kind: 'ask', at: step.at });
    // Not at every answer: two thousand in ten seconds that each wrote to the same message would wait for each other.
    await deps.sessions.tally(id, step.at, keys, isOpen ? now - STALE : 0);
  }
  if (step.kind === 'asking' && paused === undefined && state.live.plan.closesEarly)
    await closeWhenAllIn(id, step.at, now, deps);
  const isDue = session.wakes !== undefined && session.wakes <= now;
  if (!isDue || isAwaited(state, now)) return;
  const isEmpty = paused === undefined && (await isEmptyLobby(id, state.live, deps));
  await applyEvent(id, { kind: isEmpty ? 'pause' : 'tick' }, now, deps);
}

/** Lets time pass for all running sessions. Any number of processes may do so at once. */
export async function wakeSessions(now: number, deps: LiveDeps, failed: (error: unknown) => void): Promise<void> {
  for (const session of await deps.sessions.waking(LIVE_KIND, Number.MAX_SAFE_INTEGER, AT_ONCE))
    await wakeSession(session, now, deps).catch(failed);
}
