import type { Kysely } from 'kysely';
import type { Tables } from '../tables.ts';

export async function addTombstones(db: Kysely<Tables>): Promise<void> {
  await db.schema
    .createTable('session_trace')
    .addColumn('session', 'text', (column) => column.notNull().references('session.id').onDelete('cascade'))
    .addColumn('who', 'text', (column) => column.notNull())
    .addColumn('last', 'integer', (column) => column.notNull())
    .addColumn('place', 'integer')
    .addColumn('team', 'integer')
    .addPrimaryKeyConstraint('session_trace_key', ['session', 'who'])
    .execute();
}

/** Every event writes a claim, and old ones are looked for once an hour: the index cost more than it saved. */
