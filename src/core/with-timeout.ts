import { systemTimers, type Timers } from './timers.ts';

/** What `work` resolves with; undefined where that takes longer than `ms`. Rejects as the work does. */
export const withTimeout = <T>(work: Promise<T>, ms: number, timers: Timers = systemTimers): Promise<T | undefined> =>
  // Runs for every event: a timer costs a tenth of an AbortSignal.
  new Promise((resolve, reject) => {
    const cancel = timers.after(ms, () => resolve(undefined));
    work.then(resolve, reject).finally(cancel);
  });
