import { type ColumnDefinitionBuilder, type Kysely, sql } from 'kysely';
import type { Tables } from './tables.ts';

async function createClaimsAndPractice(db: Kysely<Tables>): Promise<void> {
  await db.schema
    .createTable('claim')
    .addColumn('key', 'text', (column) => column.notNull().primaryKey())
    .addColumn('claimant', 'text', (column) => column.notNull())
    .addColumn('at', 'bigint', (column) => column.notNull())
    .execute();
  await db.schema.createIndex('claim_at').on('claim').column('at').execute();
  await db.schema
    .createTable('lookup')
    .addColumn('person', 'text', (column) => column.notNull())
    .addColumn('id', 'text', (column) => column.notNull())
    .addColumn('at', 'bigint', (column) => column.notNull())
    .addPrimaryKeyConstraint('lookup_key', ['person', 'id'])
    .execute();
  await db.schema.createIndex('lookup_newest').on('lookup').columns(['person', 'at']).execute();
  await db.schema
    .createTable('answer')
    .addColumn('person', 'text', (column) => column.notNull())
    .addColumn('question', 'text', (column) => column.notNull())
    .addColumn('term', 'text', (column) => column.notNull())
    .addColumn('right', 'integer', (column) => column.notNull())
    .addColumn('at', 'bigint', (column) => column.notNull())
    .addPrimaryKeyConstraint('answer_key', ['person', 'question', 'at'])
    .execute();
}

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

async function createClassesAndPosts(db: Kysely<Tables>): Promise<void> {
  await createClasses(db);
  await createPosts(db);
  await createMembers(db);
}

async function createSessions(db: Kysely<Tables>): Promise<void> {
  await db.schema
    .createTable('session')
    .addColumn('id', 'text', (column) => column.notNull().primaryKey())
    .addColumn('class', 'text', (column) => column.notNull())
    .addColumn('state', 'text', (column) => column.notNull())
    .addColumn('version', 'integer', (column) => column.notNull())
    .addColumn('wakes', 'bigint')
    .addColumn('at', 'bigint', (column) => column.notNull())
    .execute();
  await db.schema.createIndex('session_wakes').on('session').column('wakes').execute();
  await db.schema.createIndex('session_class').on('session').columns(['class', 'at']).execute();
  // A class does one thing at a time.
  await db.schema
    .createIndex('session_one')
    .on('session')
    .column('class')
    .unique()
    .where(sql<boolean>`wakes is not null`)
    .execute();
  await db.schema
    .createTable('session_answer')
    .addColumn('session', 'text', (column) => column.notNull().references('session.id').onDelete('cascade'))
    .addColumn('question', 'integer', (column) => column.notNull())
    .addColumn('person', 'text', (column) => column.notNull())
    .addColumn('name', 'text', (column) => column.notNull())
    .addColumn('picked', 'text', (column) => column.notNull())
    .addColumn('right', 'integer', (column) => column.notNull())
    .addColumn('elapsed', 'integer', (column) => column.notNull())
    .addColumn('at', 'bigint', (column) => column.notNull())
    .addPrimaryKeyConstraint('session_answer_key', ['session', 'question', 'person'])
    .execute();
}

async function addNamesAndHidden(db: Kysely<Tables>): Promise<void> {
  await db.schema.alterTable('member').addColumn('name', 'text').execute();
  await db.schema.createIndex('member_class').on('member').column('class').execute();
  await db.schema
    .createTable('hidden')
    .addColumn('person', 'text', (column) => column.notNull().primaryKey())
    .addColumn('at', 'bigint', (column) => column.notNull())
    .execute();
}

async function addPlayers(db: Kysely<Tables>): Promise<void> {
  await db.schema
    .alterTable('session')
    .addColumn('joined', 'integer', (column) => column.notNull().defaultTo(0))
    .execute();
  await db.schema
    .createTable('session_player')
    .addColumn('session', 'text', (column) => column.notNull().references('session.id').onDelete('cascade'))
    .addColumn('person', 'text', (column) => column.notNull())
    .addColumn('place', 'integer', (column) => column.notNull())
    .addPrimaryKeyConstraint('session_player_key', ['session', 'person'])
    .execute();
  // A person's data is looked for in all sessions when it is deleted.
  for (const table of ['session_player', 'session_answer'] as const)
    await db.schema.createIndex(`${table}_person`).on(table).column('person').execute();
}

async function addTeams(db: Kysely<Tables>): Promise<void> {
  await db.schema.alterTable('session_player').addColumn('team', 'integer').execute();
}

async function addTombstones(db: Kysely<Tables>): Promise<void> {
  await db.schema
    .createTable('session_trace')
    .addColumn('session', 'text', (column) => column.notNull().references('session.id').onDelete('cascade'))
    .addColumn('who', 'text', (column) => column.notNull())
    .addColumn('last', 'integer', (column) => column.notNull())
    .addColumn('place', 'integer')
    .addColumn('team', 'integer')
    .addPrimaryKeyConstraint('session_trace_key', ['session', 'who'])
    .execute();
}

/** Every event writes a claim, and old ones are looked for once an hour: the index cost more than it saved. */
async function dropClaimIndex(db: Kysely<Tables>): Promise<void> {
  await db.schema.dropIndex('claim_at').execute();
}

/** All sessions so far are live quizzes. */
async function addKindsOfSessions(db: Kysely<Tables>): Promise<void> {
  await db.schema
    .alterTable('session')
    .addColumn('kind', 'text', (column) => column.notNull().defaultTo('live'))
    .execute();
  await db.schema.alterTable('session').addColumn('material', 'text').execute();
  await db.schema.dropIndex('session_one').execute();
  await db.schema
    .createIndex('session_one_of_kind')
    .on('session')
    .columns(['class', 'kind'])
    .unique()
    .where(sql<boolean>`wakes is not null`)
    .execute();
}

async function createManagers(db: Kysely<Tables>): Promise<void> {
  await db.schema
    .createTable('manager')
    .addColumn('person', 'text', (column) => column.notNull())
    .addColumn('space', 'text', (column) => column.notNull())
    .addColumn('at', 'bigint', (column) => column.notNull())
    .addPrimaryKeyConstraint('manager_key', ['space', 'person'])
    .execute();
}

async function createAskedInVain(db: Kysely<Tables>): Promise<void> {
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

/** By their numbers, from 1. A released migration is never changed: a new one is added below. */
export const MIGRATIONS: readonly ((db: Kysely<Tables>) => Promise<void>)[] = [
  createClaimsAndPractice,
  createClassesAndPosts,
  createSessions,
  addNamesAndHidden,
  addPlayers,
  addTeams,
  addTombstones,
  dropClaimIndex,
  addKindsOfSessions,
  createManagers,
  createAskedInVain,
];
