import { type ModeName, modeOf } from './modes.ts';
import { openTime } from './open-time.ts';

/** What a live quiz is, fixed once its first question is asked. */
export interface LivePlan {
  /** Ids of its questions, in order; at least one. */
  questions: readonly string[];
  mode: ModeName;
  /** Milliseconds that a question is open, in a mode where time counts. */
  open: number;
  /** Questions, from 0, that are answered in several parts and are open longer, see openTime(); left out where there are none. */
  long?: readonly number[];
  /** Does a question close early, once all who joined have answered it? Only in a mode where time counts. */
  closesEarly?: boolean;
  /** How many teams play, in a mode that has teams. */
  teams?: number;
  /** Roles that make the teams, one each, in their order; a player without one of them is drawn into a team. */
  roles?: readonly TeamRole[];
}

/** A role of Discord's: its address, as in Caller's `known`, and its name; an empty one where it is not known. */
interface TeamRole {
  address: string;
  name: string;
}

/** Where a live quiz is. Times are epoch milliseconds; at `ends` it goes on by itself. */
type Step =
  /** `needsStudents`: it began without an instructor's word, so that an empty room waits for that at the end; see plannedLive(). */
  | { kind: 'countdown'; ends: number; needsStudents?: true }
  /** `asked`: when its messages were written to the outbox; `seen`: when it became visible, by channel. Only then is it open. */
  | { kind: 'asking'; at: number; asked: number; seen: Readonly<Record<string, number>>; ends: number }
  /** The answer to question `at` is shown, since `since`. A student's answer that arrived before that still counts. */
  | { kind: 'told'; at: number; seen: Readonly<Record<string, number>>; since: number; ends: number }
  /** `abandoned`: the instructor did not go on, or no channel could be reached. */
  | { kind: 'over'; why: 'done' | 'stopped' | 'abandoned' };

/** A live quiz: a plain value that is stored after every step, so that it goes on after a restart. */
export interface Live {
  plan: LivePlan;
  step: Step;
  /** Does the next question follow an answer by itself? Otherwise the instructor goes on. */
  auto: boolean;
  /** When it was paused, epoch milliseconds. */
  paused: number | undefined;
  /** Questions, from 0, that an instructor left out: no answer to them counts. None where it is not there. */
  skipped?: readonly number[];
}

/** What may happen to a live quiz. Answers are stored beside it: see admitAnswer(). */
export type LiveEvent =
  | { kind: 'tick' }
  | { kind: 'visible'; at: number; channel: string }
  /** All who joined have answered question `at`. */
  | { kind: 'allIn'; at: number }
  /** From now on it goes on by itself after an answer, or waits for the instructor. */
  | { kind: 'auto'; on: boolean }
  | { kind: 'next' }
  /** The question that is asked, or was told just now, does not count, and the next one follows. */
  | { kind: 'skip' }
  | { kind: 'pause' }
  | { kind: 'resume' }
  | { kind: 'stop' };

/** Milliseconds. */
export const LIVE_TIMES = {
  /** From an instructor's word until the first question: everyone looks up. */
  countdown: 10_000,
  /** Until the first question of a quiz that was planned: a class takes out its phones and joins. */
  gather: 120_000,
  /** Between an answer and the next question, where that comes by itself: to read why, and to look at the picture. */
  tell: 20_000,
  /** Between the last answer of all who joined and the end of a question: who answers in the same moment is not late. */
  allIn: 1500,
  /** The first question stays open so long at least: by answering it those join who did not press that they do. */
  first: 8000,
  /** Until a question that no channel has shown ends the session. */
  reach: 60_000,
  /** Until a question closes though a channel has not shown it: a process may have been killed while it sent it, and another sends it. */
  again: 23_000,
  /** Until a pause, or a step that waits for the instructor, ends: the class is over by then. */
  patience: 30 * 60_000,
} as const;

/** `auto`: as the mode has it unless it is said. */
export const initialLive = (plan: LivePlan, now: number, auto = modeOf(plan).isTimed): Live => ({
  plan,
  step: { kind: 'countdown', ends: now + LIVE_TIMES.countdown },
  auto,
  paused: undefined,
});

/** As an instructor begins it: the lobby waits for their word, while a class comes in. */
export const heldLive = (plan: LivePlan, now: number, auto?: boolean): Live => ({
  ...initialLive(plan, now, auto),
  paused: now,
});

/** As it begins by itself, at the hour for which it was planned. */
export const plannedLive = (plan: LivePlan, now: number, auto?: boolean): Live => ({
  ...initialLive(plan, now, auto),
  step: { kind: 'countdown', ends: now + LIVE_TIMES.gather, needsStudents: true },
});

/** Milliseconds that an answer is shown. */
const tellTime = (auto: boolean): number => (auto ? LIVE_TIMES.tell : LIVE_TIMES.patience);

const asking = (at: number, now: number): Step => ({
  kind: 'asking',
  at,
  asked: now,
  seen: {},
  ends: now + LIVE_TIMES.reach,
});

const over = (live: Live, why: (Step & { kind: 'over' })['why']): Live => ({
  ...live,
  paused: undefined,
  step: { kind: 'over', why },
});

/** Goes on to the next step, because an instructor wants it or because time is up. */
function goOn(live: Live, now: number, by: 'instructor' | 'time'): Live {
  const { plan, step, auto } = live;
  switch (step.kind) {
    case 'countdown':
      return { ...live, step: asking(0, now) };
    case 'asking':
      // The answer to a question that no channel has shown is not told.
      if (Object.keys(step.seen).length === 0) return by === 'instructor' ? live : over(live, 'abandoned');
      return {
        ...live,
        step: { kind: 'told', at: step.at, seen: step.seen, since: now, ends: now + tellTime(auto) },
      };
    case 'told':
      if (step.at + 1 >= plan.questions.length) return over(live, 'done');
      if (by === 'time' && !auto) return over(live, 'abandoned');
      return { ...live, step: asking(step.at + 1, now) };
    case 'over':
      return live;
    default:
      return step satisfies never;
  }
}

/** Leaves a question out: what follows its answer follows at once. */
function skip(live: Live, now: number): Live {
  const { step, skipped = [] } = live;
  if (!('at' in step) || Object.keys(step.seen).length === 0) return live;
  const told: Step = { kind: 'told', at: step.at, seen: step.seen, since: now, ends: now };
  return goOn({ ...live, step: told, skipped: [...skipped, step.at] }, now, 'instructor');
}

/** Does what students answer to this question, from 0, count? */
export const isCounted = ({ skipped = [] }: Live, at: number): boolean => !skipped.includes(at);

/** Opens a question in a channel where it has become visible; the session waits for the last channel. */
function openIn(live: Live, at: number, channel: string, now: number): Live {
  const { plan, step } = live;
  if (step.kind !== 'asking' || step.at !== at || step.seen[channel] !== undefined) return live;
  const open = modeOf(plan).isTimed ? openTime(plan, at) : LIVE_TIMES.patience;
  // A channel that comes while the quiz is paused begins with the rest.
  const seen = { ...step.seen, [channel]: live.paused ?? now };
  const first = Object.keys(step.seen).length === 0;
  const ends = (live.paused ?? now) + open;
  return { ...live, step: { ...step, seen, ends: first ? ends : Math.max(step.ends, ends) } };
}

/** Ends a question soon that all who joined have answered. Answers that arrive until then still count. */
function closeEarly(live: Live, at: number, now: number): Live {
  const { plan, step, paused } = live;
  if (step.kind !== 'asking' || step.at !== at || paused !== undefined) return live;
  if (!plan.closesEarly || !modeOf(plan).isTimed || Object.keys(step.seen).length === 0) return live;
  const opened = Math.min(...Object.values(step.seen));
  const ends = Math.max(now + LIVE_TIMES.allIn, at === 0 ? opened + LIVE_TIMES.first : 0);
  return ends < step.ends ? { ...live, step: { ...step, ends } } : live;
}

/** Has it go on by itself, or wait for the instructor; an answer that is shown has its time to read from now on. */
function setAuto(live: Live, auto: boolean, now: number): Live {
  if (live.auto === auto) return live;
  const { step } = live;
  if (step.kind !== 'told') return { ...live, auto };
  return { ...live, auto, step: { ...step, ends: (live.paused ?? now) + tellTime(auto) } };
}

/** Ends a pause: what was left of the step when it began is left again. A lobby that has waited counts down anew. */
function resume(live: Live, paused: number, now: number): Live {
  const { step } = live;
  if (step.kind === 'over') return live;
  if (step.kind === 'countdown')
    return { ...live, paused: undefined, step: { kind: 'countdown', ends: now + LIVE_TIMES.countdown } };
  const lasted = Math.max(0, now - paused);
  const ends = step.ends + lasted;
  if (step.kind !== 'asking') return { ...live, paused: undefined, step: { ...step, ends } };
  const seen = Object.fromEntries(Object.entries(step.seen).map(([channel, at]) => [channel, at + lasted]));
  return { ...live, paused: undefined, step: { ...step, seen, ends } };
}

/**
 * What a live quiz becomes by an event at `now` (epoch milliseconds); the very same value where nothing changes. Pure, so
 * that every process comes to the same: one that was away catches up by ticks.
 */
export function advance(live: Live, event: LiveEvent, now: number): Live {
  const { step, paused } = live;
  if (step.kind === 'over') return live;
  switch (event.kind) {
    case 'tick':
      if (paused !== undefined) return now >= paused + LIVE_TIMES.patience ? over(live, 'abandoned') : live;
      return now >= step.ends ? goOn(live, now, 'time') : live;
    case 'visible':
      return openIn(live, event.at, event.channel, now);
    case 'allIn':
      return closeEarly(live, event.at, now);
    case 'auto':
      return setAuto(live, event.on, now);
    case 'next':
    case 'skip': {
      const going = paused === undefined ? live : resume(live, paused, now);
      const next = event.kind === 'skip' ? skip(going, now) : goOn(going, now, 'instructor');
      return next === going ? live : next;
    }
    case 'pause':
      return paused === undefined ? { ...live, paused: now } : live;
    case 'resume':
      return paused === undefined ? live : resume(live, paused, now);
    case 'stop':
      return over(live, 'stopped');
    default:
      return event satisfies never;
  }
}

/** When time alone changes a live quiz, epoch milliseconds; undefined once it is over. */
export function wakesAt({ step, paused }: Live): number | undefined {
  if (step.kind === 'over') return undefined;
  return paused === undefined ? step.ends : paused + LIVE_TIMES.patience;
}
