import type { Kysely } from 'kysely';
import type { Tables } from '../tables.ts';

export async function dropClaimIndex(db: Kysely<Tables>): Promise<void> {
  await db.schema.dropIndex('claim_at').execute();
}

/** All sessions so far are live quizzes. */
