/** What comes of `work`; undefined where nothing has within `ms`. Rejects as the work does. */
export const inTime = <T>(work: Promise<T>, ms: number): Promise<T | undefined> =>
  // Every event waits for something by this: a timer costs a tenth of a signal that is aborted.
  new Promise((resolve, reject) => {
    const timer = setTimeout(() => resolve(undefined), Math.max(0, ms));
    work.then(resolve, reject).finally(() => clearTimeout(timer));
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
      await inTime(Promise.allSettled(all), ms);
    },
  };
}
