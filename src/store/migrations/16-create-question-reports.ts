import type { Kysely } from 'kysely';
import type { Tables } from '../tables.ts';

export async function createQuestionReports(db: Kysely<Tables>): Promise<void> {
  await db.schema
    .createTable('question_report')
    .addColumn('class', 'text', (column) => column.notNull())
    .addColumn('question', 'text', (column) => column.notNull())
    .addColumn('person', 'text', (column) => column.notNull())
    .addColumn('reason', 'text')
    .addColumn('at', 'bigint', (column) => column.notNull())
    .addPrimaryKeyConstraint('question_report_key', ['class', 'question', 'person'])
    .execute();
  // A person's reports are looked for when they are exported or deleted.
  await db.schema.createIndex('question_report_person').on('question_report').column('person').execute();
  await db.schema
    .createTable('hidden_question')
    .addColumn('class', 'text', (column) => column.notNull().references('class.id').onDelete('cascade'))
    .addColumn('question', 'text', (column) => column.notNull())
    .addColumn('at', 'bigint', (column) => column.notNull())
    .addPrimaryKeyConstraint('hidden_question_key', ['class', 'question'])
    .execute();
}
