import type { Kysely } from 'kysely';
import type { Tables } from '../tables.ts';

export async function createToldProblems(db: Kysely<Tables>): Promise<void> {
  await db.schema
    .createTable('told_problem')
    .addColumn('class', 'text', (column) => column.notNull().references('class.id').onDelete('cascade'))
    .addColumn('problem', 'text', (column) => column.notNull())
    .addColumn('at', 'bigint', (column) => column.notNull())
    .addColumn('mended', 'bigint')
    .addPrimaryKeyConstraint('told_problem_key', ['class', 'problem'])
    .execute();
  // What was mended is looked for in all classes.
  await db.schema.createIndex('told_problem_problem').on('told_problem').column('problem').execute();
}
