import type { Kysely } from 'kysely';
import type { PersonalData, ReviewGoal } from '../core/learner-records.ts';
import { storedDate } from './stored-date.ts';
import type { Tables } from './tables.ts';

export async function readReviewGoal(
  db: Kysely<Tables>,
  person: string,
): Promise<NonNullable<PersonalData['reviewGoal']> | undefined> {
  const row = await db
    .selectFrom('review_goal')
    .select(['exam', 'daily', 'at'])
    .where('person', '=', person)
    .executeTakeFirst();
  if (!row) return undefined;
  const exam = storedDate(row.exam);
  return {
    ...(exam === undefined ? {} : { exam }),
    ...(row.daily === null ? {} : { daily: row.daily }),
    at: row.at,
  };
}

/** An empty goal is none. */
export async function writeReviewGoal(
  db: Kysely<Tables>,
  person: string,
  { exam = null, daily = null }: { [K in keyof ReviewGoal]: ReviewGoal[K] | null },
  at: number,
): Promise<void> {
  if (exam === null && daily === null) await db.deleteFrom('review_goal').where('person', '=', person).execute();
  else
    await db
      .insertInto('review_goal')
      .values({ person, exam, daily, at })
      .onConflict((conflict) => conflict.column('person').doUpdateSet({ exam, daily, at }))
      .execute();
}
