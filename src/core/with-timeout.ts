import { systemTimers, type Timers } from './timers.ts';

/** What `work` resolves with; undefined where that takes longer than `ms`. Rejects as the work does. */
export const withTimeout = <T>(work: Promise<T>, ms: number, timers: Timers = systemTimers): Promise<T | undefined> =>
  // Runs for every event: a timer costs a tenth of an AbortSignal.
  new Promise((resolve, reject) => {
    const cancel = timers.after(ms, () => resolve(undefined));
    work.then(resolve, reject).finally(cancel);
  });

/** Work that was begun and is to be finished before the process ends. */
export interface InFlight {
  track(work: Promise<unknown>): void;
  /** Resolves when all of it has ended, well or badly, at most `ms` later. */
  settled(ms: number): Promise<void>;
}

export function createInFlight(): InFlight {
  const all = new Set<Promise<unknown>>();
  return {
    track(work) {
      all.add(work);
      const done = (): void => void all.delete(work);
      work.then(done, done);
    },
    async settled(ms) {
      await withTimeout(Promise.allSettled(all), ms);
    },
  };
}
