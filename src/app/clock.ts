import { setTimeout as sleep } from 'node:timers/promises';
import { loseChannel } from '../classes/channels/lost.ts';
import type { Classes } from '../core/class.ts';
import { createInFlight } from '../core/in-flight.ts';
import type { Log } from '../core/log.ts';
import type { Meter } from '../core/meter.ts';
import type { Messenger } from '../core/platform.ts';
import { type Planning, planDue } from '../daily/plan.ts';
import type { MessageDeps } from '../homework/messages.ts';
import { type WakeDeps as HomeworkDeps, wakeHomework } from '../homework/wake.ts';
import { type WakeDeps, wakeAppointments } from '../live/plan/wake.ts';
import { type LiveDeps, wakeSessions } from '../live/sessions.ts';
import type { Delivery } from '../outbox/attempt.ts';
import { createWorker } from '../outbox/worker.ts';
import { postHandlers } from './post-handlers.ts';

/** Milliseconds between two looks at what is due. */
const TICK = 500;

export interface Clock {
  /** One look at what is due, and all that follows from it. */
  tick(): Promise<void>;
  start(): void;
  /** Has what is due be sent now rather than at the next look. */
  hurry(): void;
  /** Begins nothing new; what is under way is finished, at most `within` ms. */
  stop(within: number): Promise<void>;
}

export type ClockDeps = Planning &
  LiveDeps &
  WakeDeps &
  HomeworkDeps &
  MessageDeps & {
    classes: Classes;
    messengers: readonly Messenger[];
    /** Epoch milliseconds. */
    now: () => number;
  };

/** What the outbox delivers with. */
export const deliveryOf = (deps: ClockDeps): Delivery => ({
  ...deps,
  handlers: postHandlers(deps),
  channelLost: (post, one, lost) => loseChannel(post, one, lost, deps),
});

/**
 * Plans the daily cards, begins planned live quizzes, lets time pass for them and for homework, and delivers posts. Any number
 * of processes may have one.
 */
export function createClock(
  deps: ClockDeps,
  meter: Pick<Meter, 'post'>,
  log: Pick<Log, 'info' | 'warn' | 'error'>,
): Clock {
  const { now } = deps;
  const inFlight = createInFlight();
  const ending = new AbortController();
  const worker = createWorker(deliveryOf(deps), meter, log);

  async function plan(): Promise<void> {
    const failed = (error: unknown): void => log.error({ err: error }, 'a class could not be planned');
    const { due, missed } = await planDue(now(), deps, failed);
    for (let i = 0; i < due; i++) meter.post('due');
    if (missed > 0) log.warn({ missed }, 'days without a card: no process was there to post it in time');
  }
  const wake = (): Promise<void> =>
    wakeSessions(now(), deps, (error) => log.error({ err: error }, 'a live quiz could not go on'));
  const underWay = new Set<string>();
  const begin = (): Promise<void> =>
    wakeAppointments(deps, underWay, (error) => log.error({ err: error }, 'a planned live quiz could not be stepped'));
  const remind = (): Promise<void> =>
    wakeHomework(deps, (error) => log.error({ err: error }, 'a homework could not be stepped'));
  const { deliver } = worker;
  const warn = (error: unknown): void => log.warn({ err: error }, 'what is due could not be looked at');

  /** Aborted, and made anew, where a look is to come at once. */
  let hurrying = new AbortController();

  /** Each time after the last is done. */
  async function repeat(work: () => Promise<void>, mayHurry = false): Promise<void> {
    while (!ending.signal.aborted) {
      await work().catch(warn);
      const signal = mayHurry ? AbortSignal.any([ending.signal, hurrying.signal]) : ending.signal;
      await sleep(TICK, undefined, { signal }).catch(() => undefined);
    }
  }

  return {
    async tick() {
      await Promise.all([plan(), begin().then(wake), remind()]);
      await deliver();
    },
    start() {
      // None waits for another: neither ten thousand classes that are planned nor a slow platform hold up a quiz.
      inFlight.track(repeat(plan));
      inFlight.track(repeat(wake));
      inFlight.track(repeat(remind));
      inFlight.track(repeat(async () => inFlight.track(begin().catch(warn))));
      inFlight.track(repeat(async () => inFlight.track(deliver().catch(warn)), true));
    },
    hurry() {
      const before = hurrying;
      hurrying = new AbortController();
      before.abort();
    },
    async stop(within) {
      worker.stop();
      ending.abort();
      await inFlight.settled(within);
    },
  };
}
