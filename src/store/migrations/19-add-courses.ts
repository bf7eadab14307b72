import type { Kysely } from 'kysely';
import type { Tables } from '../tables.ts';

export async function addCourses(db: Kysely<Tables>): Promise<void> {
  await db.schema.alterTable('class').addColumn('course', 'text').execute();
  await db.schema
    .createTable('studied_course')
    .addColumn('person', 'text', (column) => column.notNull().primaryKey())
    .addColumn('course', 'text', (column) => column.notNull())
    .addColumn('at', 'bigint', (column) => column.notNull())
    .execute();
}
