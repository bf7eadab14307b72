import type { Kysely } from 'kysely';
import type { Tables } from '../tables.ts';

export async function createManagers(db: Kysely<Tables>): Promise<void> {
  await db.schema
    .createTable('manager')
    .addColumn('person', 'text', (column) => column.notNull())
    .addColumn('space', 'text', (column) => column.notNull())
    .addColumn('at', 'bigint', (column) => column.notNull())
    .addPrimaryKeyConstraint('manager_key', ['space', 'person'])
    .execute();
}
