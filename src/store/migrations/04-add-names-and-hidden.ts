import type { Kysely } from 'kysely';
import type { Tables } from '../tables.ts';

export async function addNamesAndHidden(db: Kysely<Tables>): Promise<void> {
  await db.schema.alterTable('member').addColumn('name', 'text').execute();
  await db.schema.createIndex('member_class').on('member').column('class').execute();
  await db.schema
    .createTable('hidden')
    .addColumn('person', 'text', (column) => column.notNull().primaryKey())
    .addColumn('at', 'bigint', (column) => column.notNull())
    .execute();
}
