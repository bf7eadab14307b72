import { setTimeout as sleep } from 'node:timers/promises';

/** What comes of `work`; undefined where nothing has within `ms`. Rejects as the work does. */
export async function inTime<T>(work: Promise<T>, ms: number): Promise<T | undefined> {
  const timer = new AbortController();
  const late = sleep(Math.max(0, ms), undefined, { signal: timer.signal }).catch(() => undefined);
  try {
    return await Promise.race([work, late]);
  } finally {
    timer.abort();
  }
}

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
