import type { Kysely } from 'kysely';
import type { PersonalData } from '../core/learner-records.ts';
import { ODDITIES, type QuestionReport, type Reports } from '../core/reports.ts';
import { chunks } from './chunks.ts';
import { storable } from './storable.ts';
import type { Tables } from './tables.ts';

type Row = Tables['question_report'];

const reasonOf = (stored: string | null) => ODDITIES.find((one) => one === stored);

/** Writes what people say of questions: one report a person and question, with the latest reason that was given. */
export async function writeQuestionReports(db: Kysely<Tables>, all: readonly Row[]): Promise<void> {
  // PostgreSQL does not update a row twice in one statement.
  const latest = new Map<string, Row>();
  for (const row of all) {
    const key = `${row.class}\0${row.question}\0${row.person}`;
    latest.set(key, { ...row, reason: row.reason ?? latest.get(key)?.reason ?? null });
  }
  // Sorted, so that two processes never wait for each other.
  for (const rows of chunks([...latest.entries()].sort().map(([, row]) => row)))
    await db
      .insertInto('question_report')
      .values(rows)
      .onConflict((conflict) =>
        conflict.columns(['class', 'question', 'person']).doUpdateSet(({ ref, fn }) => ({
          reason: fn.coalesce('excluded.reason', 'question_report.reason'),
          at: ref('excluded.at'),
        })),
      )
      .execute();
}

/** What a person has said of questions, oldest first. */
export async function findReported(db: Kysely<Tables>, person: string): Promise<PersonalData['reported']> {
  const rows = await db
    .selectFrom('question_report')
    .select(['class', 'question', 'reason', 'at'])
    .where('person', '=', person)
    .orderBy('at')
    .orderBy('question')
    .execute();
  return rows.map(({ reason, ...one }) => (reason === null ? one : { ...one, reason }));
}

/** See Reports.reportedQuestions(). A reason of a newer version counts as none. */
export async function countReports(db: Kysely<Tables>, classId: string, since: number): Promise<QuestionReport[]> {
  const rows = await db
    .selectFrom('question_report')
    .select(({ fn, cast }) => ['question', 'reason', cast<number>(fn.countAll(), 'integer').as('people')])
    .where('class', '=', classId)
    .where('at', '>=', since)
    .groupBy(['question', 'reason'])
    .execute();
  return rows.map(({ reason, ...one }) => ({ ...one, reason: reasonOf(reason) }));
}

/** See Reports.answersTo(). */
export async function sumAnswersTo(
  db: Kysely<Tables>,
  classId: string,
  questions: readonly string[],
): ReturnType<Reports['answersTo']> {
  const found: { question: string; answered: number; right: number }[] = [];
  for (const some of chunks(questions.map(storable)))
    found.push(
      ...(await db
        .selectFrom('answer')
        .select(({ fn, cast }) => [
          'question',
          cast<number>(fn.countAll(), 'integer').as('answered'),
          cast<number>(fn.sum('right'), 'integer').as('right'),
        ])
        .where('question', 'in', some)
        .where('person', 'in', ({ selectFrom }) => selectFrom('member').select('person').where('class', '=', classId))
        .groupBy('question')
        .execute()),
    );
  return found;
}

/** See Reports.hideQuestion(). */
export async function writeHiddenQuestion(
  db: Kysely<Tables>,
  classId: string,
  names: readonly string[],
  hidden: boolean,
  at: number,
): Promise<void> {
  const questions = names.map(storable);
  if (questions.length === 0) return;
  if (!hidden) {
    await db.deleteFrom('hidden_question').where('class', '=', classId).where('question', 'in', questions).execute();
    return;
  }
  await db
    .insertInto('hidden_question')
    .values(questions.map((question) => ({ class: classId, question, at })))
    .onConflict((conflict) => conflict.doNothing())
    .execute();
}
