import { setImmediate } from 'node:timers/promises';
import type { Kysely } from 'kysely';
import { batched } from './batch.ts';
import type { Engine } from './engine.ts';
import { storable } from './storable.ts';
import type { Store } from './store.ts';
import type { Tables } from './tables.ts';

/** Claims that are deleted in one statement: SQLite does nothing else meanwhile. */
const ROWS = 500;

/** The most claims of one statement: each number of them is a query of its own, which is kept. */
const CLAIMS = 50;

/**
 * Inserts claims, and gives the keys that were claimed. A claimant may try again, since an earlier answer may have been
 * lost. Queries are compiled once: this runs with every event, and compiling takes longer than SQLite takes to run it. No
 * key may be there twice.
 */
function createClaiming(
  db: Kysely<Tables>,
): (on: Kysely<Tables>, claims: readonly Tables['claim'][]) => Promise<string[]> {
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

async function deleteOld(db: Kysely<Tables>, before: number): Promise<void> {
  const old = db.selectFrom('claim').select('key').where('at', '<', before).limit(ROWS);
  for (;;) {
    const { numDeletedRows } = await db.deleteFrom('claim').where('key', 'in', old).executeTakeFirst();
    if (numDeletedRows < ROWS) return;
    // SQLite runs on this thread: other callers get their turn.
    await setImmediate();
  }
}

/** `retrying`: tries again after errors that may be gone in a moment. `unique`: gives a text that no other process has. */
export function createClaimOperations(
  { db, withoutSync }: Pick<Engine, 'db' | 'withoutSync'>,
  retrying: <T>(run: () => Promise<T>) => Promise<T>,
  unique: () => string,
): Pick<Store, 'claim' | 'release' | 'pruneClaims'> {
  const insertClaims = createClaiming(db);
  /** The claimants who got their keys: of those who want the same one at once, the first. */
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
    pruneClaims: (before) => retrying(() => deleteOld(db, before)),
  };
}
