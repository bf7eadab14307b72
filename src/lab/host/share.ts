import type { Timers } from '../../core/timers.ts';

/**
 * How much of the thread one lab may have: what it worked is a debt that time pays, at `part` of the time that goes. It may
 * work `burst` milliseconds ahead, as for a big manifest; then it waits, and the other labs do not.
 */
const PART = 0.25;
const BURST = 1000;

export interface Share {
  /** The lab's own timers: what they call is counted, and comes later while the lab is in debt. */
  timers: Timers;
  /** Milliseconds that the lab has to wait now. */
  wait(): number;
  /** Counts the time of some other work of the lab. */
  spend<T>(work: () => T): T;
}

export function createShare({ now, after }: Timers): Share {
  let [debt, at] = [0, now()];
  function settle(): void {
    debt = Math.max(0, debt - (now() - at) * PART);
    at = now();
  }
  function wait(): number {
    settle();
    return Math.max(0, (debt - BURST) / PART);
  }
  function spend<T>(work: () => T): T {
    const begun = now();
    try {
      return work();
    } finally {
      debt += now() - begun;
    }
  }
  return {
    wait,
    spend,
    timers: { now, after: (ms, call) => after(Math.max(ms, wait()), () => spend(call)) },
  };
}
