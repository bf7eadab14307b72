import type { Kysely } from 'kysely';
import type { Tables } from '../tables.ts';

export async function createOpenSets(db: Kysely<Tables>): Promise<void> {
  await db.schema
    .createTable('open_set')
    .addColumn('class', 'text', (column) => column.notNull().references('class.id').onDelete('cascade'))
    .addColumn('question_set', 'text', (column) => column.notNull())
    .addColumn('at', 'bigint', (column) => column.notNull())
    .addPrimaryKeyConstraint('open_set_key', ['class', 'question_set'])
    .execute();
}
