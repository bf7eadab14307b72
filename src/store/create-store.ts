import { setImmediate } from 'node:timers/promises';
import type { Kysely } from 'kysely';
import { batched } from './batch.ts';
import { createClasses } from './classes.ts';
import type { Engine } from './engine.ts';
import {
  deletePerson,
  findLastClass,
  findLookups,
  readEvidence,
  readPersonalData,
  readPractice,
  sumAnswersByTerm,
  writeHidden,
} from './learner-records.ts';
import { createManagers } from './managers.ts';
import { createOutbox } from './outbox.ts';
import { createReports } from './reports.ts';
import { retry } from './retry.ts';
import { createSessions } from './sessions.ts';
import type { Store } from './store.ts';
import type { Tables } from './tables.ts';
import { storable, writeActivities } from './write-activity.ts';

/** Claims that are deleted at once: nobody waits long. */
const ROWS = 500;

/** The most that one statement claims: each number is a form of its own, which is kept. */
const CLAIMS = 50;

/**
 * Inserts, or finds that this very claimant was here before: the answer of an earlier try was lost. Nothing is asked
 * more often, and putting the words of a query together takes longer than SQLite takes to run it. Gives the keys that
 * were claimed; none may be there twice.
 */
function claiming(db: Kysely<Tables>): (on: Kysely<Tables>, claims: readonly Tables['claim'][]) => Promise<string[]> {
  const formFor = (count: number) =>
    db
      .insertInto('claim')
      .columns(['key', 'claimant', 'at'])
      .values(Array.from({ length: count }, () => ({ key: '', claimant: '', at: 0 })))
      .onConflict((conflict) =>
        conflict
          .column('key')
          .doUpdateSet(({ ref }) => ({ at: ref('claim.at') }))
          .whereRef('claim.claimant', '=', 'excluded.claimant'),
      )
      .returning('key')
      .compile();
  const forms = new Map<number, ReturnType<typeof formFor>>();
  return async (on, claims) => {
    const form = forms.get(claims.length) ?? formFor(claims.length);
    forms.set(claims.length, form);
    const parameters = claims.flatMap(({ key, claimant, at }) => [key, claimant, at]);
    const { rows } = await on.executeQuery<Pick<Tables['claim'], 'key'>>({ ...form, parameters });
    return rows.map(({ key }) => key);
  };
}

async function pruneClaims(db: Kysely<Tables>, before: number): Promise<void> {
  const old = db.selectFrom('claim').select('key').where('at', '<', before).limit(ROWS);
  for (;;) {
    const { numDeletedRows } = await db.deleteFrom('claim').where('key', 'in', old).executeTakeFirst();
    if (numDeletedRows < ROWS) return;
    // SQLite's work is done on the spot: others get their turn.
    await setImmediate();
  }
}

/** The store on either engine, whose tables are there. `unique` gives a text that nobody else has. */
export function createStore(
  { db, withoutSync, skipLocked, isTransient }: Pick<Engine, 'db' | 'withoutSync' | 'skipLocked' | 'isTransient'>,
  unique: () => string,
): Store {
  const retrying = <T>(run: () => Promise<T>): Promise<T> => retry(run, isTransient);
  const insertClaims = claiming(db);
  /** Who has got the keys: of those who want the same one at once, the first. */
  const claimed = batched(async (_: 'claims', claims: readonly Tables['claim'][]) => {
    const firsts = new Map(claims.toReversed().map((claim) => [claim.key, claim]));
    const all = firsts.values().toArray();
    // In one order, so that no two processes wait for each other.
    all.sort((a, b) => (a.key < b.key ? -1 : 1));
    const got = new Set(await retrying(() => withoutSync((quick) => insertClaims(quick, all))));
    return new Set(all.filter(({ key }) => got.has(key)).map(({ claimant }) => claimant));
  }, CLAIMS);
  return {
    async claim(key, at) {
      const claimant = unique();
      return (await claimed('claims', { key: storable(key), claimant, at })).has(claimant);
    },
    async release(key) {
      await retrying(() => db.deleteFrom('claim').where('key', '=', storable(key)).execute());
    },
    record: (activities) => retrying(() => writeActivities(db, activities)),
    lookups: (person, most) => retrying(() => findLookups(db, storable(person), most)),
    practice: (person, most) => retrying(() => readPractice(db, storable(person), most)),
    evidence: (person) => retrying(() => readEvidence(db, storable(person))),
    classOf: (person) => retrying(() => findLastClass(db, storable(person))),
    answered: (classId, since) => retrying(() => sumAnswersByTerm(db, classId, since)),
    personalData: (person) => retrying(() => readPersonalData(db, storable(person))),
    hide: (person, hidden, at) => retrying(() => writeHidden(db, storable(person), hidden, at)),
    forget: (person) => retrying(() => deletePerson(db, storable(person))),
    classes: createClasses(db, retrying),
    outbox: createOutbox(db, skipLocked, retrying),
    sessions: createSessions(db, withoutSync, retrying),
    reports: createReports(db, retrying),
    managers: createManagers(db, retrying),
    pruneClaims: (before) => retrying(() => pruneClaims(db, before)),
    async ping() {
      // A table of ours: SQLite reads nothing for `select 1`.
      await db.selectFrom('dosirak_migration').select('version').limit(1).executeTakeFirstOrThrow();
    },
    close: () => db.destroy(),
  };
}
