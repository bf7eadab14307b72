import { setImmediate } from 'node:timers/promises';
import type { Kysely } from 'kysely';
import type { Note } from '../core/memory.ts';
import type { Engine } from './engine.ts';
import { persist } from './persist.ts';
import type { Tables } from './schema.ts';
import type { Store } from './store.ts';

/** How many looked-up ids of a person are kept. */
const KEPT = 100;
/** Rows a statement: below SQLite's 32,766 parameters, https://sqlite.org/limits.html */
const ROWS = 500;

/** PostgreSQL takes neither U+0000 nor half a surrogate pair. */
const plain = (text: string): string => text.replaceAll('\0', '').toWellFormed();

function* chunks<T>(all: readonly T[]): Generator<T[]> {
  for (let at = 0; at < all.length; at += ROWS) yield all.slice(at, at + ROWS);
}

async function noteLookups(db: Kysely<Tables>, lookups: readonly Tables['lookup'][]): Promise<void> {
  // PostgreSQL does not update a row twice in one statement.
  const latest = new Map<string, Tables['lookup']>();
  for (const lookup of lookups) {
    const key = `${lookup.person}\0${lookup.id}`;
    const known = latest.get(key);
    if (!known || known.at <= lookup.at) latest.set(key, lookup);
  }
  for (const rows of chunks([...latest.values()]))
    await db
      .insertInto('lookup')
      .values(rows)
      .onConflict((conflict) =>
        conflict
          .columns(['person', 'id'])
          .doUpdateSet(({ ref }) => ({ at: ref('excluded.at') }))
          .whereRef('lookup.at', '<', 'excluded.at'),
      )
      .execute();
  for (const person of new Set(lookups.map((lookup) => lookup.person)))
    await db
      .deleteFrom('lookup')
      .where('person', '=', person)
      .where('at', '<', ({ selectFrom }) =>
        selectFrom('lookup as kept')
          .select('kept.at')
          .where('kept.person', '=', person)
          .orderBy('kept.at', 'desc')
          .limit(1)
          .offset(KEPT - 1),
      )
      .execute();
}

async function noteAnswers(db: Kysely<Tables>, answers: readonly Tables['answer'][]): Promise<void> {
  for (const rows of chunks(answers))
    await db
      .insertInto('answer')
      .values(rows)
      .onConflict((conflict) => conflict.doNothing())
      .execute();
}

const write = (db: Kysely<Tables>, notes: readonly Note[]): Promise<void> =>
  db.transaction().execute(async (transaction) => {
    const lookups: Tables['lookup'][] = [];
    const answers: Tables['answer'][] = [];
    for (const note of notes) {
      const person = plain(note.person);
      switch (note.kind) {
        case 'lookup':
          lookups.push({ person, id: plain(note.id), at: note.at });
          break;
        case 'answer': {
          const { right, at } = note;
          answers.push({ person, question: plain(note.question), term: plain(note.term), right: Number(right), at });
          break;
        }
        default:
          note satisfies never;
      }
    }
    await noteLookups(transaction, lookups);
    await noteAnswers(transaction, answers);
  });

/**
 * Inserts, or finds that this very claimant was here before: the answer of an earlier try was lost. Nothing is asked
 * more often, and putting the words of a query together takes longer than SQLite takes to run it.
 */
function claiming(db: Kysely<Tables>): (on: Kysely<Tables>, claim: Tables['claim']) => Promise<boolean> {
  const form = db
    .insertInto('claim')
    .columns(['key', 'claimant', 'at'])
    .values({ key: '', claimant: '', at: 0 })
    .onConflict((conflict) =>
      conflict
        .column('key')
        .doUpdateSet(({ ref }) => ({ at: ref('claim.at') }))
        .whereRef('claim.claimant', '=', 'excluded.claimant'),
    )
    .returning('key')
    .compile();
  return async (on, { key, claimant, at }) => {
    const { rows } = await on.executeQuery({ ...form, parameters: [key, claimant, at] });
    return rows.length > 0;
  };
}

async function lookedUp(db: Kysely<Tables>, person: string, most: number): Promise<string[]> {
  const rows = await db
    .selectFrom('lookup')
    .select('id')
    .where('person', '=', person)
    .orderBy('at', 'desc')
    .orderBy('id')
    .limit(most)
    .execute();
  return rows.map(({ id }) => id);
}

const countOf = (db: Kysely<Tables>, person: string) =>
  db
    .selectFrom('answer')
    .where('person', '=', person)
    // As integers: PostgreSQL counts and sums in types that pg reads as text.
    .select(({ fn, cast }) => [
      cast<number>(fn.countAll(), 'integer').as('answered'),
      cast<number>(
        fn.coalesce(fn.sum('right'), ({ lit }) => lit(0)),
        'integer',
      ).as('right'),
    ])
    .executeTakeFirstOrThrow();

async function toPractise(db: Kysely<Tables>, person: string, most: number): Promise<string[]> {
  const rows = await db
    .selectFrom(({ selectFrom }) =>
      selectFrom('answer')
        .where('person', '=', person)
        .select(({ fn }) => [
          'term',
          'right',
          'at',
          fn
            .agg<number>('row_number')
            .over((over) => over.partitionBy('term').orderBy('at', 'desc').orderBy('question'))
            .as('place'),
        ])
        .as('ranked'),
    )
    .select('term')
    .where('place', '=', 1)
    .where('right', '=', 0)
    .orderBy('at', 'desc')
    .orderBy('term')
    .limit(most)
    .execute();
  return rows.map(({ term }) => term);
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
  { db, lightly, isPassing }: Pick<Engine, 'db' | 'lightly' | 'isPassing'>,
  unique: () => string,
): Store {
  const claimed = claiming(db);
  const surely = <T>(run: () => Promise<T>): Promise<T> => persist(run, isPassing);
  return {
    claim(key, at) {
      const claim = { key: plain(key), claimant: unique(), at };
      return surely(() => lightly((quick) => claimed(quick, claim)));
    },
    async release(key) {
      await surely(() => db.deleteFrom('claim').where('key', '=', plain(key)).execute());
    },
    note: (notes) => surely(() => write(db, notes)),
    lookups: (person, most) => surely(() => lookedUp(db, plain(person), most)),
    practice: (person, most) =>
      surely(async () => ({
        ...(await countOf(db, plain(person))),
        again: await toPractise(db, plain(person), most),
      })),
    prune: (before) => surely(() => prune(db, before)),
    close: () => db.destroy(),
  };
}
