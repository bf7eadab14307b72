import type { Kysely } from 'kysely';
import type { Tables } from '../tables.ts';

export async function addChoices(db: Kysely<Tables>): Promise<void> {
  await db.schema.alterTable('class').addColumn('choices', 'text').execute();
}
