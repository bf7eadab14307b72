import type { Kysely } from 'kysely';
import type { Tables } from '../tables.ts';

export async function addPlayerNames(db: Kysely<Tables>): Promise<void> {
  await db.schema.alterTable('session_player').addColumn('name', 'text').execute();
}
