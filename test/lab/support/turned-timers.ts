/**
 * A clock that a test turns. Unlike those of the local platforms (test/fakes/clock.ts) it calls back what waits no time at all
 * in its turn, as a lab's own clock does.
 */
import type { Timers } from '../../../src/core/timers.ts';

/** Looks at promises that go by in no time of the clock. */
const PROMISES = 20;

/** `turnNow` is for what answers at once, `turn` for what answers by promises: those that are settled go on in between. */
export function createTurnedTimers(start = 0) {
  let now = start;
  const due = new Set<{ at: number; call: () => void }>();
  const timers: Timers = {
    now: () => now,
    after(ms, call) {
      const one = { at: now + Math.max(0, ms), call };
      due.add(one);
      return () => void due.delete(one);
    },
  };
  /** Takes out what is due next, and turns the clock to it; undefined where that is later. */
  function next(until: number): (() => void) | undefined {
    const [first] = [...due].toSorted((one, other) => one.at - other.at);
    if (first === undefined || first.at > until) return undefined;
    due.delete(first);
    now = Math.max(now, first.at);
    return first.call;
  }
  const settle = async (): Promise<void> => {
    for (let i = 0; i < PROMISES; i++) await Promise.resolve();
  };
  return {
    timers,
    turnNow(ms: number): void {
      const until = now + ms;
      for (let call = next(until); call; call = next(until)) call();
      now = until;
    },
    async turn(ms: number): Promise<void> {
      const until = now + ms;
      await settle();
      for (let call = next(until); call; call = next(until)) {
        call();
        await settle();
      }
      now = until;
    },
  };
}
