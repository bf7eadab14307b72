/** `speed`: right answers score by how fast they are; `calm`: untimed, right or wrong; `team`: as speed, for teams. */
type LiveMode = 'speed' | 'calm' | 'team';

/** What a live quiz is, fixed at its start. */
export interface LivePlan {
  /** Ids of its questions, in order; at least one. */
  questions: readonly string[];
  mode: LiveMode;
  /** Milliseconds that a question is open; in calm mode it stays open until the instructor goes on. */
  open: number;
  /** How many teams play, in team mode. */
  teams?: number;
  /** Whose roles make the teams, one each, in their order; whoever has none of them is drawn into one. */
  roles?: readonly TeamRole[];
}

/** A role of Discord's: its address, as in Caller's `known`, and what it is called, where that is known. */
interface TeamRole {
  address: string;
  name: string;
}

/** Where it is. Times are epoch milliseconds; at `ends` it goes on by itself. */
type Step =
  | { kind: 'countdown'; ends: number }
  /** `seen`: when the question became visible, by channel. Nobody can answer it before. `asked`: since when it is sent. */
  | { kind: 'asking'; at: number; asked: number; seen: Readonly<Record<string, number>>; ends: number }
  /** The answer to question `at` is shown, since then; what had come before that is let in still. */
  | { kind: 'told'; at: number; seen: Readonly<Record<string, number>>; since: number; ends: number }
  /** `abandoned`: nobody went on, or no channel could be reached. */
  | { kind: 'over'; why: 'done' | 'stopped' | 'abandoned' };

/** A live quiz: a plain value that is kept after every step, so that it goes on after a restart. */
export interface Live {
  plan: LivePlan;
  step: Step;
  /** Since when it is paused, epoch milliseconds. */
  paused: number | undefined;
}

/** What may happen to it. Answers are kept beside it: see admits(). */
export type LiveEvent =
  | { kind: 'tick' }
  | { kind: 'visible'; at: number; channel: string }
  | { kind: 'next' }
  | { kind: 'pause' }
  | { kind: 'resume' }
  | { kind: 'stop' };

/** Milliseconds. */
export const LIVE_TIMES = {
  /** Until the first question: everyone takes out a phone. */
  countdown: 10_000,
  /** How long an answer is shown before the next question comes by itself: to read why, and to look at the picture. */
  tell: 20_000,
  /** Until a question that no channel has shown ends the session. */
  reach: 60_000,
  /** Until a question is closed though a channel has not shown it: who sent it may have been killed, and another sends it. */
  again: 23_000,
  /** Until a calm question, an answer in calm mode or a pause ends it: the class is over. */
  patience: 30 * 60_000,
} as const;

export const initialLive = (plan: LivePlan, now: number): Live => ({
  plan,
  step: { kind: 'countdown', ends: now + LIVE_TIMES.countdown },
  paused: undefined,
});

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

/** The next step; `asked`: an instructor wants it, not time. */
function goOn(live: Live, now: number, asked: boolean): Live {
  const { plan, step } = live;
  switch (step.kind) {
    case 'countdown':
      return { ...live, step: asking(0, now) };
    case 'asking':
      // What nobody has seen is not told.
      if (Object.keys(step.seen).length === 0) return asked ? live : over(live, 'abandoned');
      return {
        ...live,
        step: {
          ...{ kind: 'told', at: step.at, seen: step.seen, since: now },
          ends: now + (plan.mode === 'calm' ? LIVE_TIMES.patience : LIVE_TIMES.tell),
        },
      };
    case 'told':
      if (step.at + 1 >= plan.questions.length) return over(live, 'done');
      if (!asked && plan.mode === 'calm') return over(live, 'abandoned');
      return { ...live, step: asking(step.at + 1, now) };
    case 'over':
      return live;
    default:
      return step satisfies never;
  }
}

/** A question is open in a channel from when it was visible there; the session waits for the last channel. */
function see(live: Live, at: number, channel: string, now: number): Live {
  const { plan, step } = live;
  if (step.kind !== 'asking' || step.at !== at || step.seen[channel] !== undefined) return live;
  const open = plan.mode === 'calm' ? LIVE_TIMES.patience : plan.open;
  // A channel that comes while the quiz is paused begins with the rest.
  const seen = { ...step.seen, [channel]: live.paused ?? now };
  const first = Object.keys(step.seen).length === 0;
  const ends = (live.paused ?? now) + open;
  return { ...live, step: { ...step, seen, ends: first ? ends : Math.max(step.ends, ends) } };
}

/** The pause is as if it had not been: what was left of a step is left again. */
function resume(live: Live, paused: number, now: number): Live {
  const { step } = live;
  if (step.kind === 'over') return live;
  const gone = Math.max(0, now - paused);
  const ends = step.ends + gone;
  if (step.kind !== 'asking') return { ...live, paused: undefined, step: { ...step, ends } };
  const seen = Object.fromEntries(Object.entries(step.seen).map(([channel, at]) => [channel, at + gone]));
  return { ...live, paused: undefined, step: { ...step, seen, ends } };
}

/**
 * What becomes of a live quiz by an event at `now` (epoch milliseconds); the very same value where nothing does. Pure,
 * and the same whichever process asks: a process that was away finds its steps by ticks.
 */
export function advance(live: Live, event: LiveEvent, now: number): Live {
  const { step, paused } = live;
  if (step.kind === 'over') return live;
  switch (event.kind) {
    case 'tick':
      if (paused !== undefined) return now >= paused + LIVE_TIMES.patience ? over(live, 'abandoned') : live;
      return now >= step.ends ? goOn(live, now, false) : live;
    case 'visible':
      return see(live, event.at, event.channel, now);
    case 'next': {
      const going = paused === undefined ? live : resume(live, paused, now);
      const next = goOn(going, now, true);
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

/** When time alone changes it, epoch milliseconds; undefined once it is over. */
export function wakesAt({ step, paused }: Live): number | undefined {
  if (step.kind === 'over') return undefined;
  return paused === undefined ? step.ends : paused + LIVE_TIMES.patience;
}

/**
 * May question `at` be answered from a channel by what came at `now`, which may be a while ago? `elapsed`: milliseconds
 * since it was visible there.
 */
export type Admitted = { kind: 'in'; elapsed: number } | { kind: 'out'; why: 'late' | 'paused' | 'over' | 'unseen' };

export function admitAnswer({ plan, step, paused }: Live, at: number, channel: string, now: number): Admitted {
  const out = (why: (Admitted & { kind: 'out' })['why']): Admitted => ({ kind: 'out', why });
  if (step.kind === 'over') return out('over');
  if (step.kind === 'countdown' || step.at < at) return out('unseen');
  if (step.at > at || (step.kind === 'told' && now >= step.since)) return out('late');
  if (paused !== undefined && step.kind === 'asking' && now >= paused) return out('paused');
  const seen = step.seen[channel];
  if (seen === undefined) return out('unseen');
  const elapsed = Math.max(0, now - seen);
  return plan.mode !== 'calm' && elapsed >= plan.open ? out('late') : { kind: 'in', elapsed };
}
