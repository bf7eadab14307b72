import type { Kysely } from 'kysely';
import type { Tables } from '../tables.ts';

export async function createPracticeAnswers(db: Kysely<Tables>): Promise<void> {
  await db.schema
    .createTable('practice_answer')
    .addColumn('person', 'text', (column) => column.notNull())
    .addColumn('practice', 'text', (column) => column.notNull())
    .addColumn('place', 'integer', (column) => column.notNull())
    .addColumn('question', 'text', (column) => column.notNull())
    .addColumn('at', 'bigint', (column) => column.notNull())
    .addColumn('picked', 'text', (column) => column.notNull())
    .addColumn('right', 'integer', (column) => column.notNull())
    .addPrimaryKeyConstraint('practice_answer_key', ['person', 'practice', 'place'])
    .execute();
  await db.schema.createIndex('practice_answer_at').on('practice_answer').column('at').execute();
  await db.schema
    .createTable('question_answer')
    .addColumn('day', 'text', (column) => column.notNull())
    .addColumn('question', 'text', (column) => column.notNull())
    .addColumn('answered', 'integer', (column) => column.notNull())
    .addColumn('right', 'integer', (column) => column.notNull())
    .addPrimaryKeyConstraint('question_answer_key', ['day', 'question'])
    .execute();
}
