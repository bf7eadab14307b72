import { setImmediate } from 'node:timers/promises';

/** The most things of a batch, well below SQLite's 32,766 parameters a statement. */
const MOST = 500;

interface Batch<T, R> {
  things: T[];
  isBegun: boolean;
  done: Promise<R>;
}

/**
 * Runs things of the same key together, one batch at a time: those that come in the same turn of the event loop, and
 * those that come while a batch runs. So a row that each of them writes to is waited for once, and so is the disk. Of
 * more than `most`, the rest is the next batch. Each caller gets what came of the batch, or its error.
 */
export function batched<K extends string, T, R>(run: (key: K, things: readonly T[]) => Promise<R>, most = MOST) {
  const last = new Map<K, Batch<T, R>>();

  function begin(key: K, before: Promise<R> | undefined): Batch<T, R> {
    const batch: Batch<T, R> = { things: [], isBegun: false, done: done() };
    async function done(): Promise<R> {
      // Its error is for its own callers.
      await before?.catch(() => {});
      await setImmediate();
      batch.isBegun = true;
      try {
        return await run(key, batch.things);
      } finally {
        if (last.get(key) === batch) last.delete(key);
      }
    }
    return batch;
  }

  return (key: K, thing: T): Promise<R> => {
    const open = last.get(key);
    const batch = open && !open.isBegun && open.things.length < most ? open : begin(key, open?.done);
    last.set(key, batch);
    batch.things.push(thing);
    return batch.done;
  };
}
