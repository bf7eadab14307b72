import type { Kysely } from 'kysely';
import { storable } from './storable.ts';
import type { Tables } from './tables.ts';

/** See LearnerRecords.studies(). */
export async function findStudied(db: Kysely<Tables>, person: string): Promise<string | undefined> {
  const who = storable(person);
  const [chosen, last] = await Promise.all([
    readStudied(db, who),
    db
      .selectFrom('member')
      .innerJoin('class', 'class.id', 'member.class')
      .select(['class.course', 'member.at'])
      .where('member.person', '=', who)
      .where('class.closed', 'is', null)
      .orderBy('member.at', 'desc')
      .limit(1)
      .executeTakeFirst(),
  ]);
  if (chosen && (last === undefined || last.at < chosen.at)) return chosen.course;
  return last?.course ?? undefined;
}

/** The course that a person has chosen for themselves. */
export const readStudied = (db: Kysely<Tables>, person: string): Promise<{ course: string; at: number } | undefined> =>
  db.selectFrom('studied_course').select(['course', 'at']).where('person', '=', person).executeTakeFirst();

/** See LearnerRecords.study(). */
export async function writeStudied(db: Kysely<Tables>, person: string, course: string, at: number): Promise<void> {
  const row = { course: storable(course), at };
  await db
    .insertInto('studied_course')
    .values({ person: storable(person), ...row })
    .onConflict((conflict) => conflict.column('person').doUpdateSet(row))
    .execute();
}
