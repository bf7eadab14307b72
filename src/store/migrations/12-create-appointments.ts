import { type Kysely, sql } from 'kysely';
import type { Tables } from '../tables.ts';

/** An appointment outlives its class: what a platform's calendar has of it is still to be taken away. */
export async function createAppointments(db: Kysely<Tables>): Promise<void> {
  await db.schema
    .createTable('appointment')
    .addColumn('id', 'text', (column) => column.notNull().primaryKey())
    .addColumn('class', 'text', (column) => column.notNull())
    .addColumn('kind', 'text', (column) => column.notNull())
    .addColumn('planner', 'text', (column) => column.notNull())
    .addColumn('state', 'text', (column) => column.notNull())
    .addColumn('version', 'integer', (column) => column.notNull())
    .addColumn('wakes', 'bigint')
    .addColumn('at', 'bigint', (column) => column.notNull())
    .execute();
  // Those that are over are never looked for.
  await db.schema
    .createIndex('appointment_ahead')
    .on('appointment')
    .columns(['class', 'kind', 'wakes'])
    .where(sql<boolean>`wakes is not null`)
    .execute();
  // A person's are looked for when their data is handed over or deleted.
  await db.schema.createIndex('appointment_planner').on('appointment').column('planner').execute();
}
