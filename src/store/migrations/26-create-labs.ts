import type { Kysely } from 'kysely';
import type { Tables } from '../tables.ts';

export async function createLabs(db: Kysely<Tables>): Promise<void> {
  await db.schema
    .createTable('lab')
    .addColumn('person', 'text', (column) => column.primaryKey())
    .addColumn('secret', 'text', (column) => column.notNull().unique())
    .addColumn('snapshot', 'text')
    .addColumn('speed', 'integer', (column) => column.notNull())
    .addColumn('holder', 'text', (column) => column.notNull())
    .addColumn('until', 'bigint', (column) => column.notNull())
    .addColumn('wanted', 'text')
    .addColumn('begun', 'bigint', (column) => column.notNull())
    .addColumn('at', 'bigint', (column) => column.notNull())
    .execute();
}
