import type { Activity } from '../core/learner-records.ts';
import type { Log } from '../core/log.ts';
import type { Store } from './store.ts';

/** Activities that are kept while the store is away; of more, the oldest are lost. */
const MOST = 10_000;
/** Activities a transaction. */
const AT_ONCE = 500;
/** What people ask may wait so many times as long: a batch waits for the disk, and SQLite answers no caller meanwhile. */
const QUESTIONS = 10;
/** The longest pause between two tries, in milliseconds. */
const LONGEST = 60_000;

export interface WriteBehind {
  /** Queues an activity; the caller waits for no disk. */
  add(activity: Activity): void;
  /** Writes what is queued now, and resolves when it is written or the store has refused it; never rejects. */
  flush(): Promise<void>;
  /** Drops a person's queued activities. */
  drop(person: string): void;
  /** How many are not written yet. */
  queued(): number;
}

/**
 * Writes activities after their callers have gone on: a batch in one transaction, `delay` milliseconds after its first
 * activity that is not something asked. A batch that fails is kept and tried again after pauses that grow. Its timers keep
 * no process alive: flush() before the end.
 */
export function createWriteBehind(
  store: Pick<Store, 'record'>,
  log: Pick<Log, 'info' | 'warn'>,
  delay: number,
): WriteBehind {
  let queue: Activity[] = [];
  let inHand = 0;
  let timer: NodeJS.Timeout | undefined;
  let due = Number.POSITIVE_INFINITY;
  let writing: Promise<void> | undefined;
  let failures = 0;
  let lost = 0;

  function cap(): void {
    const over = queue.length - MOST;
    if (over <= 0) return;
    queue = queue.slice(over);
    lost += over;
  }

  async function writeBatch(): Promise<void> {
    const batch = queue.slice(0, AT_ONCE);
    queue = queue.slice(AT_ONCE);
    inHand = batch.length;
    try {
      await store.record(batch);
    } catch (error) {
      queue = [...batch, ...queue];
      cap();
      failures += 1;
      if (failures === 1) log.warn({ err: error }, 'activities cannot be written; they are kept and tried again');
      return;
    } finally {
      inHand = 0;
    }
    if (failures > 0) log.info({ lost }, 'activities are written again');
    failures = 0;
    lost = 0;
  }

  function schedule(ms: number): void {
    const at = performance.now() + ms;
    if (at >= due) return;
    clearTimeout(timer);
    due = at;
    timer = setTimeout(() => void write(), ms).unref();
  }

  /** One batch at a time: a call while one is under way gets that one's promise. */
  function write(): Promise<void> {
    clearTimeout(timer);
    due = Number.POSITIVE_INFINITY;
    writing ??= writeBatch().then(() => {
      writing = undefined;
      if (queue.length > 0) schedule(failures > 0 ? Math.min(delay * 2 ** failures, LONGEST) : 0);
    });
    return writing;
  }

  return {
    add(activity) {
      queue.push(activity);
      cap();
      const isQuestion = activity.kind === 'lookup' || activity.kind === 'vain';
      if (!writing) schedule(isQuestion ? delay * QUESTIONS : delay);
    },
    drop(person) {
      queue = queue.filter((activity) => activity.person !== person);
    },
    async flush() {
      await writing;
      while (queue.length > 0) {
        await write();
        if (failures === 0) continue;
        log.warn({ activities: queue.length }, 'activities are not written yet');
        return;
      }
    },
    queued: () => queue.length + inHand,
  };
}
