import { Worker } from 'node:worker_threads';
import type { Timers } from '../core/timers.ts';
import { type Entry, readOf } from './cache.ts';
import type { Found, Reading } from './reading.ts';

/** Milliseconds without work after which the thread ends: it takes some 40 MB, and authors rest. */
const IDLE = 60_000;

/** What the thread is asked: which folders to read, and the hashes of files that need not be parsed again. */
export interface Asked {
  folders: readonly string[];
  known: ReadonlyMap<string, string>;
}

/** A file as it is, parsed where its hash was not known; in the end, what there is beside these. */
export type Answer =
  | { file: string; hash: string; entry?: never }
  | { file: string; hash: string; entry: Entry }
  | Omit<Reading, 'found'>;

/** Reads folders of content beside the event loop. */
export interface ReadingThread {
  /** Begins to start it, so that it is there when it is needed. */
  wake(): void;
  /**
   * Everything below the folders; files that say what they did `before` are as they were read then. One reading at a
   * time. Rejects where the thread has ended, such as for want of memory; the next reading has a new one.
   */
  read(folders: readonly string[], before: Reading): Promise<Reading>;
  close(): Promise<void>;
}

export function createReadingThread({ after }: Pick<Timers, 'after'>): ReadingThread {
  let worker: Worker | undefined;
  let rest = (): void => {};

  async function end(): Promise<void> {
    rest();
    const ending = worker;
    worker = undefined;
    await ending?.terminate();
  }
  function wake(): Worker {
    rest();
    rest = after(IDLE, () => void end());
    if (worker) return worker;
    const begun = new Worker(new URL('./reading-worker.ts', import.meta.url));
    // It keeps no process: what waits for it does.
    begun.unref();
    const forget = (): void => {
      if (worker === begun) worker = undefined;
    };
    begun.on('error', forget).on('exit', forget);
    worker = begun;
    return begun;
  }

  return {
    wake: () => void wake(),
    close: end,
    read(folders, before) {
      const thread = wake();
      const known = new Map(before.found.map((one) => [one.file, one]));
      const hashes = new Map(before.found.map(({ file, hash }) => [file, hash]));
      const { promise, resolve, reject } = Promise.withResolvers<Reading>();
      const found: Found[] = [];
      const take = (answer: Answer): void => {
        if ('synonyms' in answer) {
          resolve({ ...answer, found });
          return;
        }
        const { file, hash } = answer;
        const same = known.get(file);
        if (answer.entry) found.push({ file, hash, read: readOf(answer.entry, file) });
        else if (same) found.push(same);
      };
      const ended = (): void => reject(new Error('the thread that reads content has ended'));
      thread.on('message', take).on('error', reject).on('exit', ended);
      thread.postMessage({ folders, known: hashes } satisfies Asked);
      return promise.finally(() => thread.off('message', take).off('error', reject).off('exit', ended));
    },
  };
}
