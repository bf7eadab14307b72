import type { Kysely } from 'kysely';
import type { Tables } from '../tables.ts';

export async function createClassQuestions(db: Kysely<Tables>): Promise<void> {
  await db.schema.alterTable('class').addColumn('questions', 'bigint').execute();
  await db.schema
    .createTable('class_question')
    .addColumn('id', 'text', (column) => column.primaryKey())
    .addColumn('class', 'text', (column) => column.notNull().references('class.id').onDelete('cascade'))
    .addColumn('author', 'text', (column) => column.notNull())
    .addColumn('term', 'text', (column) => column.notNull())
    .addColumn('text', 'text', (column) => column.notNull())
    .addColumn('at', 'bigint', (column) => column.notNull())
    .addColumn('changes', 'bigint', (column) => column.notNull())
    .addColumn('deleted', 'bigint')
    .execute();
  await db.schema.createIndex('class_question_class').on('class_question').column('class').execute();
  // What a person wrote is looked for when it is exported or deleted.
  await db.schema.createIndex('class_question_author').on('class_question').column('author').execute();
  await db.schema
    .createTable('unfinished_question')
    .addColumn('class', 'text', (column) => column.notNull().references('class.id').onDelete('cascade'))
    .addColumn('person', 'text', (column) => column.notNull())
    .addColumn('entered', 'text', (column) => column.notNull())
    .addColumn('at', 'bigint', (column) => column.notNull())
    .addPrimaryKeyConstraint('unfinished_question_key', ['class', 'person'])
    .execute();
}
