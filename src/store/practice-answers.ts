import type { Kysely } from 'kysely';
import type { LastAnswer, PracticeAnswer, QuestionCount } from '../core/learner-records.ts';
import { chunks } from './chunks.ts';
import type { Tables } from './tables.ts';

type Answer = Tables['answer'];

/** Of two answers to one place of a practice, as of a button that is pressed twice, the first is kept. */
export async function writePracticeAnswers(
  db: Kysely<Tables>,
  rows: readonly Tables['practice_answer'][],
): Promise<void> {
  for (const some of chunks(rows))
    await db
      .insertInto('practice_answer')
      .values(some)
      .onConflict((conflict) => conflict.doNothing())
      .execute();
}

/** Those of `fresh` by which a person answered a question for the first time. */
async function firstOnes(db: Kysely<Tables>, fresh: readonly Answer[]): Promise<Answer[]> {
  const nameOf = ({ person, question }: Pick<Answer, 'person' | 'question'>): string => `${person}\0${question}`;
  const earliest = new Map<string, number>();
  for (const { person, question, at } of await db
    .selectFrom('answer')
    .select(({ fn }) => ['person', 'question', fn.min('at').as('at')])
    // Each pair by itself: of all people and all questions there are far more.
    .where(({ or, and, eb }) =>
      or(fresh.map(({ person, question }) => and([eb('person', '=', person), eb('question', '=', question)]))),
    )
    .groupBy(['person', 'question'])
    .execute())
    earliest.set(nameOf({ person, question }), Number(at));
  return fresh.filter((row) => earliest.get(nameOf(row)) === row.at);
}

/**
 * Counts, by days, how questions are answered by those who answer them for the first time; `fresh` is written already.
 * With -1 they are taken out of what was counted.
 */
export async function countFirstAnswers(db: Kysely<Tables>, fresh: readonly Answer[], by: 1 | -1): Promise<void> {
  const counts = new Map<string, Tables['question_answer']>();
  for (const some of chunks(fresh))
    for (const { question, at, right } of await firstOnes(db, some)) {
      const day = new Date(at).toISOString().slice(0, 10);
      const key = `${day}\0${question}`;
      const { answered, right: rightOnes } = counts.get(key) ?? { answered: 0, right: 0 };
      counts.set(key, { day, question, answered: answered + by, right: rightOnes + by * right });
    }
  // Sorted, so that two processes never wait for each other.
  for (const rows of chunks([...counts.entries()].sort().map(([, count]) => count)))
    await db
      .insertInto('question_answer')
      .values(rows)
      .onConflict((conflict) =>
        conflict.columns(['day', 'question']).doUpdateSet(({ eb, ref }) => ({
          answered: eb('question_answer.answered', '+', ref('excluded.answered')),
          right: eb('question_answer.right', '+', ref('excluded.right')),
        })),
      )
      .execute();
}

export const readQuestionCounts = (db: Kysely<Tables>, from: string, until: string): Promise<QuestionCount[]> =>
  db
    .selectFrom('question_answer')
    .where('day', '>=', from)
    .where('day', '<', until)
    .select(({ fn, cast }) => [
      'question',
      cast<number>(fn.sum('answered'), 'integer').as('answered'),
      cast<number>(fn.sum('right'), 'integer').as('right'),
    ])
    .groupBy('question')
    .orderBy('question')
    .execute();

export async function readLastAnswers(db: Kysely<Tables>, person: string, before: number): Promise<LastAnswer[]> {
  const rows = await db
    .selectFrom(({ selectFrom }) =>
      selectFrom('answer')
        .where('person', '=', person)
        .where('at', '<', before)
        .select(({ fn }) => [
          'question',
          'right',
          'at',
          fn
            .agg<number>('row_number')
            .over((over) => over.partitionBy('question').orderBy('at', 'desc'))
            .as('place'),
        ])
        .as('ranked'),
    )
    .select(['question', 'right', 'at'])
    .where('place', '=', 1)
    .orderBy('at')
    .orderBy('question')
    .execute();
  return rows.map(({ right, ...row }) => ({ ...row, right: right === 1 }));
}

export async function readPracticeAnswers(
  db: Kysely<Tables>,
  person: string,
  practice?: string,
): Promise<PracticeAnswer[]> {
  const rows = await db
    .selectFrom('practice_answer')
    .select(['place', 'question', 'picked', 'right', 'at'])
    .where('person', '=', person)
    .$if(practice !== undefined, (query) => query.where('practice', '=', practice ?? ''))
    .orderBy('at')
    .orderBy('practice')
    .orderBy('place')
    .execute();
  return rows.map(({ right, ...row }) => ({ ...row, right: right === 1 }));
}

/** Deletes what was picked and typed in practice before a time (epoch milliseconds); that it was right or wrong stays. */
export async function prunePractice(db: Kysely<Tables>, before: number): Promise<void> {
  await db.deleteFrom('practice_answer').where('at', '<', before).execute();
}
