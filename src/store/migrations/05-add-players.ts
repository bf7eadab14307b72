import type { Kysely } from 'kysely';
import type { Tables } from '../tables.ts';

export async function addPlayers(db: Kysely<Tables>): Promise<void> {
  await db.schema
    .alterTable('session')
    .addColumn('joined', 'integer', (column) => column.notNull().defaultTo(0))
    .execute();
  await db.schema
    .createTable('session_player')
    .addColumn('session', 'text', (column) => column.notNull().references('session.id').onDelete('cascade'))
    .addColumn('person', 'text', (column) => column.notNull())
    .addColumn('place', 'integer', (column) => column.notNull())
    .addPrimaryKeyConstraint('session_player_key', ['session', 'person'])
    .execute();
  // A person's data is looked for in all sessions when it is deleted.
  for (const table of ['session_player', 'session_answer'] as const)
    await db.schema.createIndex(`${table}_person`).on(table).column('person').execute();
}
