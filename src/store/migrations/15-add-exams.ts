import type { Kysely } from 'kysely';
import type { Tables } from '../tables.ts';

export async function addExams(db: Kysely<Tables>): Promise<void> {
  await db.schema.alterTable('class').addColumn('exam', 'text').execute();
  await db.schema
    .createTable('review_goal')
    .addColumn('person', 'text', (column) => column.notNull().primaryKey())
    .addColumn('exam', 'text')
    .addColumn('daily', 'integer')
    .addColumn('at', 'bigint', (column) => column.notNull())
    .execute();
}
