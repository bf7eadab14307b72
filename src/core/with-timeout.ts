import { systemTimers, type Timers } from './timers.ts';

/** What comes of `work`; undefined where nothing has within `ms`. Rejects as the work does. */
export const withTimeout = <T>(work: Promise<T>, ms: number, timers: Timers = systemTimers): Promise<T | undefined> =>
  // Every event waits for something by this: a timer costs a tenth of a signal that is aborted.
  new Promise((resolve, reject) => {
    const cancel = timers.after(ms, () => resolve(undefined));
    work.then(resolve, reject).finally(cancel);
  });

/** Work that was begun and is to be finished before the end. */
export interface InFlight {
  begun(work: Promise<unknown>): void;
  /** Resolves when all of it has ended, well or badly, at most `ms` later. */
  settled(ms: number): Promise<void>;
}

export function createInFlight(): InFlight {
  const all = new Set<Promise<unknown>>();
  return {
    begun(work) {
      all.add(work);
      const done = (): void => void all.delete(work);
      work.then(done, done);
    },
    async settled(ms) {
      await withTimeout(Promise.allSettled(all), ms);
    },
  };
}
