import type { Kysely } from 'kysely';
import type { Tables } from '../tables.ts';

export async function addTeams(db: Kysely<Tables>): Promise<void> {
  await db.schema.alterTable('session_player').addColumn('team', 'integer').execute();
}
