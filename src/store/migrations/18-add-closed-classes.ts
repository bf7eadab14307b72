import type { Kysely } from 'kysely';
import type { Tables } from '../tables.ts';

export async function addClosedClasses(db: Kysely<Tables>): Promise<void> {
  await db.schema.alterTable('class').addColumn('closed', 'bigint').execute();
  await db.schema.alterTable('class').addColumn('first_day', 'text').execute();
  await db.schema
    .createTable('class_closed_channel')
    .addColumn('class', 'text', (column) => column.notNull().references('class.id').onDelete('cascade'))
    .addColumn('channel', 'text', (column) => column.notNull())
    .addColumn('space', 'text', (column) => column.notNull())
    .addPrimaryKeyConstraint('class_closed_channel_key', ['class', 'channel'])
    .execute();
  await db.schema.createIndex('class_closed_channel_space').on('class_closed_channel').column('space').execute();
}
