import { type Kysely, sql } from 'kysely';
import type { Tables } from '../tables.ts';

export async function createSessions(db: Kysely<Tables>): Promise<void> {
  await db.schema
    .createTable('session')
    .addColumn('id', 'text', (column) => column.notNull().primaryKey())
    .addColumn('class', 'text', (column) => column.notNull())
    .addColumn('state', 'text', (column) => column.notNull())
    .addColumn('version', 'integer', (column) => column.notNull())
    .addColumn('wakes', 'bigint')
    .addColumn('at', 'bigint', (column) => column.notNull())
    .execute();
  await db.schema.createIndex('session_wakes').on('session').column('wakes').execute();
  await db.schema.createIndex('session_class').on('session').columns(['class', 'at']).execute();
  // A class does one thing at a time.
  await db.schema
    .createIndex('session_one')
    .on('session')
    .column('class')
    .unique()
    .where(sql<boolean>`wakes is not null`)
    .execute();
  await db.schema
    .createTable('session_answer')
    .addColumn('session', 'text', (column) => column.notNull().references('session.id').onDelete('cascade'))
    .addColumn('question', 'integer', (column) => column.notNull())
    .addColumn('person', 'text', (column) => column.notNull())
    .addColumn('name', 'text', (column) => column.notNull())
    .addColumn('picked', 'text', (column) => column.notNull())
    .addColumn('right', 'integer', (column) => column.notNull())
    .addColumn('elapsed', 'integer', (column) => column.notNull())
    .addColumn('at', 'bigint', (column) => column.notNull())
    .addPrimaryKeyConstraint('session_answer_key', ['session', 'question', 'person'])
    .execute();
}
