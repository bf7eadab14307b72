import { setImmediate } from 'node:timers/promises';
import type { Kysely } from 'kysely';
import { together } from './batch.ts';
import { classesOn } from './classes.ts';
import type { Engine } from './engine.ts';
import { managersOn } from './managers.ts';
import { answeredBy, classOfPerson, forget, hide, keptOf, lookedUp, practised, shownBy } from './people.ts';
import { postsOn } from './posts.ts';
import { reportsOn } from './reports.ts';
import { retry } from './retry.ts';
import type { Tables } from './schema.ts';
import { sessionsOn } from './sessions.ts';
import type { Store } from './store.ts';
import { plain, write } from './write-behind.ts';

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

async function prune(db: Kysely<Tables>, before: number): Promise<void> {
  const old = db.selectFrom('claim').select('key').where('at', '<', before).limit(ROWS);
  for (;;) {
    const { numDeletedRows } = await db.deleteFrom('claim').where('key', 'in', old).executeTakeFirst();
    if (numDeletedRows < ROWS) return;
    // SQLite's work is done on the spot: others get their turn.
    await setImmediate();
  }
}

/** The store on either engine, whose tables are there. `unique` gives a text that nobody else has. */
export function storeOn(
  { db, lightly, passOver, isPassing }: Pick<Engine, 'db' | 'lightly' | 'passOver' | 'isPassing'>,
  unique: () => string,
): Store {
  const surely = <T>(run: () => Promise<T>): Promise<T> => retry(run, isPassing);
  const insertClaims = claiming(db);
  /** Who has got the keys: of those who want the same one at once, the first. */
  const claimed = together(async (_: 'claims', claims: readonly Tables['claim'][]) => {
    const firsts = new Map(claims.toReversed().map((claim) => [claim.key, claim]));
    const all = firsts.values().toArray();
    // In one order, so that no two processes wait for each other.
    all.sort((a, b) => (a.key < b.key ? -1 : 1));
    const got = new Set(await surely(() => lightly((quick) => insertClaims(quick, all))));
    return new Set(all.filter(({ key }) => got.has(key)).map(({ claimant }) => claimant));
  }, CLAIMS);
  return {
    async claim(key, at) {
      const claimant = unique();
      return (await claimed('claims', { key: plain(key), claimant, at })).has(claimant);
    },
    async release(key) {
      await surely(() => db.deleteFrom('claim').where('key', '=', plain(key)).execute());
    },
    record: (activities) => surely(() => write(db, activities)),
    lookups: (person, most) => surely(() => lookedUp(db, plain(person), most)),
    practice: (person, most) => surely(() => practised(db, plain(person), most)),
    evidence: (person) => surely(() => shownBy(db, plain(person))),
    classOf: (person) => surely(() => classOfPerson(db, plain(person))),
    answered: (classId, since) => surely(() => answeredBy(db, classId, since)),
    personalData: (person) => surely(() => keptOf(db, plain(person))),
    hide: (person, hidden, at) => surely(() => hide(db, plain(person), hidden, at)),
    forget: (person) => surely(() => forget(db, plain(person))),
    classes: classesOn(db, surely),
    outbox: postsOn(db, passOver, surely),
    sessions: sessionsOn(db, lightly, surely),
    reports: reportsOn(db, surely),
    managers: managersOn(db, surely),
    prune: (before) => surely(() => prune(db, before)),
    async ping() {
      // A table of ours: SQLite reads nothing for `select 1`.
      await db.selectFrom('dosirak_migration').select('version').limit(1).executeTakeFirstOrThrow();
    },
    close: () => db.destroy(),
  };
}
