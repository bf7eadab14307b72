import type { Kysely } from 'kysely';
import type { Tables } from '../tables.ts';

export async function createPages(db: Kysely<Tables>): Promise<void> {
  for (const table of ['session_player', 'session_trace'] as const)
    await db.schema.alterTable(table).addColumn('removed', 'bigint').execute();
  await db.schema
    .createTable('room')
    .addColumn('session', 'text', (column) => column.primaryKey().references('session.id').onDelete('cascade'))
    .addColumn('code', 'text', (column) => column.notNull().unique())
    .addColumn('plain', 'integer', (column) => column.notNull())
    .addColumn('nameless', 'integer', (column) => column.notNull())
    .addColumn('locked', 'integer', (column) => column.notNull())
    .addColumn('revision', 'integer', (column) => column.notNull())
    .addColumn('at', 'bigint', (column) => column.notNull())
    .execute();
  await db.schema
    .createTable('page_post')
    .addColumn('channel', 'text', (column) => column.notNull())
    .addColumn('key', 'text', (column) => column.notNull())
    .addColumn('html', 'text', (column) => column.notNull())
    .addColumn('version', 'integer', (column) => column.notNull())
    .addColumn('at', 'bigint', (column) => column.notNull())
    .addPrimaryKeyConstraint('page_post_key', ['channel', 'key'])
    .execute();
  for (const table of ['page_link', 'browser'] as const) {
    await db.schema
      .createTable(table)
      .addColumn('hash', 'text', (column) => column.primaryKey())
      .addColumn('person', 'text', (column) => column.notNull())
      .addColumn('signed_in', 'text', (column) => column.notNull())
      .addColumn('at', 'bigint', (column) => column.notNull())
      .execute();
    await db.schema.createIndex(`${table}_person`).on(table).column('person').execute();
  }
  await db.schema
    .createTable('page_secret')
    .addColumn('one', 'integer', (column) => column.primaryKey())
    .addColumn('secret', 'text', (column) => column.notNull())
    .execute();
}
