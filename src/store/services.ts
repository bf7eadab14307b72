import type { Classes } from '../core/class.ts';
import { type Claims, createClaims, type LearnerRecords } from '../core/learner-records.ts';
import type { Log } from '../core/log.ts';
import type { Managers } from '../core/managers.ts';
import { type Meter, unmetered } from '../core/meter.ts';
import type { Outbox } from '../core/outbox.ts';
import type { Reports } from '../core/report.ts';
import type { Sessions } from '../core/session.ts';
import { withTimeout } from '../core/with-timeout.ts';
import type { Store } from './store.ts';
import { timed } from './timed.ts';
import { createWriteBehind } from './write-behind.ts';

/** Milliseconds that notes gather before they are written in one go. */
const GATHER = 200;
/** Milliseconds that somebody who waits for an answer is kept waiting by a database; platforms give up after 3 s. */
const PATIENCE = 1000;
/** Claims are needed for as long as a platform may send something again: Slack's delayed events, a day. */
const CLAIM_LASTS = 2 * 24 * 3_600_000;
const PRUNE_EVERY = 3_600_000;
/** Longer than anything is under way, in milliseconds. */
const UNDER_WAY = 60_000;

export interface Services {
  records: LearnerRecords;
  claims: Claims;
  classes: Classes;
  outbox: Outbox;
  sessions: Sessions;
  reports: Reports;
  managers: Managers;
  /** Resolves where the store can be reached at this moment. */
  ping(): Promise<void>;
  /** Writes what is still to be written, and closes the store. */
  close(): Promise<void>;
}

/** A store as the bot uses it; `now` gives epoch milliseconds. */
export function createServices(
  untimed: Store,
  now: () => number,
  log: Pick<Log, 'info' | 'warn'>,
  meter: Meter = unmetered,
): Services {
  const { classes, outbox, sessions, reports, managers, ...others } = untimed;
  const store = timed(others, meter);
  const live = timed(sessions, meter, 'sessions.');
  const told = timed(reports, meter, 'reports.');
  const ranks = timed(managers, meter, 'managers.');
  const notes = createWriteBehind(store, log, GATHER);
  meter.queuedNotes(notes.queued);
  /** Asks the store once it has all that was noted until now. */
  const written =
    <A extends unknown[], T>(ask: (...args: A) => Promise<T>) =>
    async (...args: A): Promise<T> => {
      await notes.flush();
      return ask(...args);
    };
  const here = createClaims();
  /** When people were forgotten, epoch milliseconds: nothing that they did before is kept after it. */
  const forgotten = new Map<string, number>();
  const isGone = ({ person, at }: { person: string; at: number }): boolean => {
    const until = forgotten.get(person);
    return until !== undefined && at <= until && at > Math.min(until, now()) - UNDER_WAY;
  };
  const old = setInterval(() => {
    for (const [person, at] of forgotten) if (at < now() - UNDER_WAY) forgotten.delete(person);
    store
      .pruneClaims(now() - CLAIM_LASTS)
      .catch((error: unknown) => log.warn({ err: error }, 'old claims stay for now'));
  }, PRUNE_EVERY).unref();
  return {
    records: {
      record(note) {
        // What was pressed just before is under way still.
        if (!isGone(note)) notes.add(note);
      },
      lookups: written(store.lookups),
      practice: written(store.practice),
      evidence: written(store.evidence),
      classOf: written(store.classOf),
      answered: written(store.answered),
      personalData: written(store.personalData),
      hide: store.hide,
      async forget(person) {
        forgotten.set(person, Number.POSITIVE_INFINITY);
        try {
          await notes.flush();
          // What the store would not take just now is not to come back later.
          notes.drop(person);
          await store.forget(person);
          forgotten.set(person, now());
        } catch (error) {
          forgotten.delete(person);
          throw error;
        }
      },
    },
    claims: {
      async claim(key) {
        if (!(await here.claim(key))) return false;
        const kept = store.claim(key, now()).catch((error: unknown) => {
          log.warn({ err: error }, 'a claim could not be kept');
          return true;
        });
        // While the database is away, at least this process does nothing twice, and nobody goes without an answer.
        return (await withTimeout(kept, PATIENCE)) ?? true;
      },
      async release(key) {
        await here.release(key);
        await store.release(key).catch((error: unknown) => log.warn({ err: error }, 'a claim could not be given back'));
      },
    },
    classes: timed(classes, meter, 'classes.'),
    outbox: timed(outbox, meter, 'posts.'),
    sessions: {
      ...live,
      async answer(answer, version) {
        const ended = isGone(answer) ? 'twice' : await live.answer(answer, version);
        if (!isGone(answer)) return ended;
        // It may have been written beside forgetting, and so may that they joined.
        await store.forget(answer.person);
        return 'twice';
      },
    },
    reports: {
      members: written(told.members),
      days: written(told.days),
      cards: written(told.cards),
    },
    managers: {
      ...ranks,
      async record(rank) {
        if (isGone(rank)) return;
        await ranks.record(rank);
        // It may have been written beside forgetting.
        if (isGone(rank)) await store.forget(rank.person);
      },
    },
    ping: store.ping,
    async close() {
      clearInterval(old);
      await notes.flush();
      await store.close();
    },
  };
}
