/** The clock of a local platform: what it limits in time is counted by this, and not by the machine. */
import type { Connection } from '../../src/core/platform.ts';
import type { Timers } from '../../src/core/timers.ts';

/** A clock that stands still unless a test advances it; `now` in milliseconds since 1970. */
export interface Clock extends Timers {
  /** Lets so many milliseconds pass: what is due by then is called back, in its order. */
  advance(ms: number): void;
  /**
   * Lets time pass by itself, no faster than the machine's: a step each time that the process has done what was there to
   * do, so that a busy machine makes time slow and nothing late. Gives back what stops it.
   */
  run(): () => void;
  /** Nothing is called back any more. */
  stop(): void;
}

interface Timer {
  due: number;
  call: () => void;
}

/** Milliseconds that pass at once where time passes by itself. */
const STEP = 10;

/** How often a clock that is not ours is looked at, in milliseconds. */
const LOOK = 20;

/** With `now`, the clock shows that, and is turned by whoever turns that: a test, or the machine's clock in a bench. */
export function createClock(now?: () => number): Clock {
  let at = Date.now();
  /** By how long they take: those of one length are due in their order. */
  const timers = new Map<number, Set<Timer>>();

  const cancel = (ms: number, timer: Timer): void => {
    const alike = timers.get(ms);
    if (alike?.delete(timer) && alike.size === 0) timers.delete(ms);
  };

  const next = (): [number, Timer] | undefined => {
    let first: [number, Timer] | undefined;
    for (const [ms, alike] of timers) {
      const [timer] = alike;
      if (timer && (!first || timer.due < first[1].due)) first = [ms, timer];
    }
    return first;
  };

  const callUntil = (end: number): void => {
    for (let due = next(); due && due[1].due <= end; due = next()) {
      const [ms, timer] = due;
      cancel(ms, timer);
      at = Math.max(at, timer.due);
      timer.call();
    }
  };

  const read = now ?? (() => at);
  const looking = now && setInterval(() => callUntil(now()), LOOK);
  looking?.unref();

  const advance = (ms: number): void => {
    if (now) throw new Error('This clock is turned by the `now` that it was given');
    const end = at + ms;
    callUntil(end);
    at = end;
  };
  let running: NodeJS.Timeout | undefined;

  return {
    now: read,
    after(ms, call) {
      if (ms <= 0) {
        const soon = setImmediate(call);
        return () => clearImmediate(soon);
      }
      const timer = { due: read() + ms, call };
      const alike = timers.get(ms) ?? new Set();
      timers.set(ms, alike.add(timer));
      return () => cancel(ms, timer);
    },
    advance,
    run() {
      running ??= setInterval(() => setImmediate(advance, STEP), STEP).unref();
      return () => clearInterval(running);
    },
    stop() {
      clearInterval(looking);
      clearInterval(running);
      timers.clear();
    },
  };
}

const MINUTE = 60_000;
const DAY = 1440 * MINUTE;

/** Ends the bot with its test. Time passes meanwhile: the test waits for no answer any more that still waits for a pause. */
export async function leave(connection: Connection, timers: Clock): Promise<void> {
  const passing = setInterval(() => timers.advance(MINUTE), LOOK);
  await connection.stop(DAY).finally(() => clearInterval(passing));
}
