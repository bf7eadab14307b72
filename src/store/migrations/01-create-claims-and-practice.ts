import type { Kysely } from 'kysely';
import type { Tables } from '../tables.ts';

export async function createClaimsAndPractice(db: Kysely<Tables>): Promise<void> {
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
