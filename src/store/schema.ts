import type { Kysely } from 'kysely';

/** Times are epoch milliseconds. No column of type bigint is ever selected: pg reads those as text. */
export interface Tables {
  /** Every migration that was applied, by its number from 1. */
  dosirak_migration: { version: number };
  /** `claimant`: whose claim it is, so that one whose answer was lost may ask again. */
  claim: { key: string; claimant: string; at: number };
  lookup: { person: string; id: string; at: number };
  /** `right`: 1 or 0, since SQLite has no truth values. */
  answer: { person: string; question: string; term: string; right: number; at: number };
}

async function first(db: Kysely<Tables>): Promise<void> {
  await db.schema
    .createTable('claim')
    .addColumn('key', 'text', (column) => column.notNull().primaryKey())
    .addColumn('claimant', 'text', (column) => column.notNull())
    .addColumn('at', 'bigint', (column) => column.notNull())
    .execute();
  await db.schema.createIndex('claim_at').on('claim').column('at').execute();
  await db.schema
    .createTable('lookup')
    .addColumn('person', 'text', (column) => column.notNull())
    .addColumn('id', 'text', (column) => column.notNull())
    .addColumn('at', 'bigint', (column) => column.notNull())
    .addPrimaryKeyConstraint('lookup_key', ['person', 'id'])
    .execute();
  await db.schema.createIndex('lookup_newest').on('lookup').columns(['person', 'at']).execute();
  await db.schema
    .createTable('answer')
    .addColumn('person', 'text', (column) => column.notNull())
    .addColumn('question', 'text', (column) => column.notNull())
    .addColumn('term', 'text', (column) => column.notNull())
    .addColumn('right', 'integer', (column) => column.notNull())
    .addColumn('at', 'bigint', (column) => column.notNull())
    .addPrimaryKeyConstraint('answer_key', ['person', 'question', 'at'])
    .execute();
}

/** In the order of their numbers. One that was released is never changed: what comes later is added below. */
export const MIGRATIONS: readonly ((db: Kysely<Tables>) => Promise<void>)[] = [first];
