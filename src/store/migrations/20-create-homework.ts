import type { Kysely } from 'kysely';
import type { Tables } from '../tables.ts';

/** What people have done of a homework; the homework itself is an appointment. */
export async function createHomework(db: Kysely<Tables>): Promise<void> {
  await db.schema
    .createTable('homework_student')
    .addColumn('homework', 'text', (column) => column.notNull())
    .addColumn('person', 'text', (column) => column.notNull())
    .addColumn('name', 'text')
    .addColumn('begun', 'bigint')
    .addColumn('reminder', 'bigint')
    .addPrimaryKeyConstraint('homework_student_key', ['homework', 'person'])
    .execute();
  await db.schema
    .createTable('homework_answer')
    .addColumn('homework', 'text', (column) => column.notNull())
    .addColumn('person', 'text', (column) => column.notNull())
    .addColumn('question', 'text', (column) => column.notNull())
    .addColumn('right', 'integer', (column) => column.notNull())
    .addColumn('at', 'bigint', (column) => column.notNull())
    .addPrimaryKeyConstraint('homework_answer_key', ['homework', 'person', 'question'])
    .execute();
  // A person's are looked for when their data is handed over or deleted.
  await db.schema.createIndex('homework_student_person').on('homework_student').column('person').execute();
  await db.schema.createIndex('homework_answer_person').on('homework_answer').column('person').execute();
  // A class's homework is listed with what is over.
  await db.schema.createIndex('appointment_class').on('appointment').columns(['class', 'kind', 'at']).execute();
}
