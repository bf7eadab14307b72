import { type Kysely, sql } from 'kysely';
import type { Tables } from '../tables.ts';

export async function addKindsOfSessions(db: Kysely<Tables>): Promise<void> {
  await db.schema
    .alterTable('session')
    .addColumn('kind', 'text', (column) => column.notNull().defaultTo('live'))
    .execute();
  await db.schema.alterTable('session').addColumn('material', 'text').execute();
  await db.schema.dropIndex('session_one').execute();
  await db.schema
    .createIndex('session_one_of_kind')
    .on('session')
    .columns(['class', 'kind'])
    .unique()
    .where(sql<boolean>`wakes is not null`)
    .execute();
}
