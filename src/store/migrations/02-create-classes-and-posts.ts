import { type ColumnDefinitionBuilder, type Kysely, sql } from 'kysely';
import type { Tables } from '../tables.ts';

async function createClasses(db: Kysely<Tables>): Promise<void> {
  await db.schema
    .createTable('class')
    .addColumn('id', 'text', (column) => column.notNull().primaryKey())
    .addColumn('zone', 'text', (column) => column.notNull())
    .addColumn('minute', 'integer', (column) => column.notNull())
    .addColumn('weekdays', 'text', (column) => column.notNull())
    .addColumn('holidays', 'integer', (column) => column.notNull())
    .addColumn('locale', 'text', (column) => column.notNull())
    .addColumn('owner', 'text', (column) => column.notNull())
    .addColumn('code', 'text', (column) => column.notNull().unique())
    .addColumn('paused', 'text')
    .addColumn('paused_channel', 'text')
    .addColumn('due', 'bigint')
    .addColumn('at', 'bigint', (column) => column.notNull())
    .execute();
  await db.schema.createIndex('class_due').on('class').column('due').execute();
  const inClass = (column: ColumnDefinitionBuilder): ColumnDefinitionBuilder =>
    column.notNull().references('class.id').onDelete('cascade');
  await db.schema
    .createTable('class_channel')
    .addColumn('channel', 'text', (column) => column.notNull().primaryKey())
    .addColumn('class', 'text', inClass)
    .addColumn('space', 'text', (column) => column.notNull())
    .execute();
  await db.schema.createIndex('class_channel_class').on('class_channel').column('class').execute();
  await db.schema.createIndex('class_channel_space').on('class_channel').column('space').execute();
  await db.schema
    .createTable('class_instructor')
    .addColumn('class', 'text', inClass)
    .addColumn('who', 'text', (column) => column.notNull())
    .addPrimaryKeyConstraint('class_instructor_key', ['class', 'who'])
    .execute();
  await db.schema
    .createTable('class_skip')
    .addColumn('class', 'text', inClass)
    .addColumn('first', 'text', (column) => column.notNull())
    .addColumn('last', 'text', (column) => column.notNull())
    .addPrimaryKeyConstraint('class_skip_key', ['class', 'first', 'last'])
    .execute();
}

async function createPosts(db: Kysely<Tables>): Promise<void> {
  await db.schema
    .createTable('post')
    .addColumn('id', 'text', (column) => column.notNull().primaryKey())
    .addColumn('key', 'text', (column) => column.notNull().unique())
    .addColumn('class', 'text', (column) => column.notNull())
    .addColumn('channel', 'text', (column) => column.notNull())
    .addColumn('platform', 'text', (column) => column.notNull())
    .addColumn('kind', 'text', (column) => column.notNull())
    .addColumn('what', 'text', (column) => column.notNull())
    .addColumn('day', 'text', (column) => column.notNull())
    .addColumn('due', 'bigint', (column) => column.notNull())
    .addColumn('until', 'bigint', (column) => column.notNull())
    .addColumn('at', 'bigint', (column) => column.notNull())
    .addColumn('state', 'text', (column) => column.notNull())
    .addColumn('tries', 'integer', (column) => column.notNull())
    .addColumn('free', 'bigint', (column) => column.notNull())
    .addColumn('message', 'text')
    .addColumn('readers', 'integer', (column) => column.notNull())
    .addColumn('shown', 'integer', (column) => column.notNull())
    .addColumn('editable', 'bigint', (column) => column.notNull())
    .execute();
  await db.schema.createIndex('post_class').on('post').columns(['class', 'day']).execute();
  // Only what is still to be done: both stay small however many posts there were.
  await db.schema
    .createIndex('post_waiting')
    .on('post')
    .columns(['platform', 'free'])
    .where(sql<boolean>`state = 'waiting'`)
    .execute();
  await db.schema
    .createIndex('post_outdated')
    .on('post')
    .columns(['platform', 'editable'])
    .where(sql<boolean>`readers <> shown`)
    .execute();
}

async function createMembers(db: Kysely<Tables>): Promise<void> {
  await db.schema
    .createTable('press')
    .addColumn('person', 'text', (column) => column.notNull())
    .addColumn('post', 'text', (column) => column.notNull())
    .addColumn('press', 'text', (column) => column.notNull())
    .addColumn('term', 'text', (column) => column.notNull())
    .addColumn('at', 'bigint', (column) => column.notNull())
    .addPrimaryKeyConstraint('press_key', ['person', 'post', 'press'])
    .execute();
  await db.schema
    .createTable('class_answer')
    .addColumn('class', 'text', (column) => column.notNull())
    .addColumn('day', 'text', (column) => column.notNull())
    .addColumn('term', 'text', (column) => column.notNull())
    .addColumn('answered', 'integer', (column) => column.notNull())
    .addColumn('right', 'integer', (column) => column.notNull())
    .addPrimaryKeyConstraint('class_answer_key', ['class', 'day', 'term'])
    .execute();
  await db.schema
    .createTable('member')
    .addColumn('person', 'text', (column) => column.notNull())
    .addColumn('class', 'text', (column) => column.notNull())
    .addColumn('at', 'bigint', (column) => column.notNull())
    .addPrimaryKeyConstraint('member_key', ['person', 'class'])
    .execute();
}

export async function createClassesAndPosts(db: Kysely<Tables>): Promise<void> {
  await createClasses(db);
  await createPosts(db);
  await createMembers(db);
}
