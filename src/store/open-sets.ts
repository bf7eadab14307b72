import type { Kysely } from 'kysely';
import { storable } from './storable.ts';
import type { Tables } from './tables.ts';

/** See Reports.openSet(). */
export async function writeOpenSet(
  db: Kysely<Tables>,
  classId: string,
  set: string,
  open: boolean,
  at: number,
): Promise<void> {
  const row = { class: classId, question_set: storable(set) };
  if (open)
    await db
      .insertInto('open_set')
      .values({ ...row, at })
      .onConflict((conflict) => conflict.doNothing())
      .execute();
  else
    await db
      .deleteFrom('open_set')
      .where('class', '=', row.class)
      .where('question_set', '=', row.question_set)
      .execute();
}

/** See Reports.openSets(). */
export async function findOpenSets(db: Kysely<Tables>, classId: string): Promise<string[]> {
  const rows = await db
    .selectFrom('open_set')
    .select('question_set')
    .where('class', '=', classId)
    .orderBy('at')
    .orderBy('question_set')
    .execute();
  return rows.map(({ question_set }) => question_set);
}
