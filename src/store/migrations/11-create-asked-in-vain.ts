import type { Kysely } from 'kysely';
import type { Tables } from '../tables.ts';

export async function createAskedInVain(db: Kysely<Tables>): Promise<void> {
  await db.schema
    .createTable('vain_key')
    .addColumn('day', 'text', (column) => column.notNull().primaryKey())
    .addColumn('secret', 'text', (column) => column.notNull())
    .execute();
  await db.schema
    .createTable('vain_question')
    .addColumn('class', 'text', (column) => column.notNull().references('class.id').onDelete('cascade'))
    .addColumn('question', 'text', (column) => column.notNull())
    .addColumn('people', 'integer', (column) => column.notNull())
    .addColumn('at', 'bigint', (column) => column.notNull())
    .addPrimaryKeyConstraint('vain_question_key', ['class', 'question'])
    .execute();
  await db.schema
    .createTable('vain_asker')
    .addColumn('class', 'text', (column) => column.notNull())
    .addColumn('question', 'text', (column) => column.notNull())
    .addColumn('day', 'text', (column) => column.notNull().references('vain_key.day').onDelete('cascade'))
    .addColumn('who', 'text', (column) => column.notNull())
    .addPrimaryKeyConstraint('vain_asker_key', ['class', 'question', 'day', 'who'])
    .addForeignKeyConstraint(
      'vain_asker_question',
      ['class', 'question'],
      'vain_question',
      ['class', 'question'],
      (constraint) => constraint.onDelete('cascade'),
    )
    .execute();
}
