import { withTimeout } from './with-timeout.ts';

/** Work that was track and is to be finished before the process ends. */
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
