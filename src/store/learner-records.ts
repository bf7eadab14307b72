import type { Kysely } from 'kysely';
import { directTo } from '../core/address.ts';
import type { Answered, Evidence, PersonalData } from '../core/learner-records.ts';
import { byQuestion, findAskers, forgetAskers } from './askers.ts';
import { findWritten, forgetAuthor } from './class-questions.ts';
import { findHomework } from './homework.ts';
import { findLab } from './labs.ts';
import { readPracticeAnswers } from './practice-answers.ts';
import { findReported } from './question-reports.ts';
import { readReviewGoal } from './review-goals.ts';
import { readStudied } from './studied-courses.ts';
import type { Tables } from './tables.ts';
import { leaveTombstones } from './tombstones.ts';

export async function findLookups(db: Kysely<Tables>, person: string, most: number): Promise<string[]> {
  const rows = await db
    .selectFrom('lookup')
    .select('id')
    .where('person', '=', person)
    .orderBy('at', 'desc')
    .orderBy('id')
    .limit(most)
    .execute();
  return rows.map(({ id }) => id);
}

const countAnswers = (db: Kysely<Tables>, person: string) =>
  db
    .selectFrom('answer')
    .where('person', '=', person)
    // As integers: PostgreSQL counts and sums in types that pg reads as text.
    .select(({ fn, cast }) => [
      cast<number>(fn.countAll(), 'integer').as('answered'),
      cast<number>(
        fn.coalesce(fn.sum('right'), ({ lit }) => lit(0)),
        'integer',
      ).as('right'),
    ])
    .executeTakeFirstOrThrow();

async function findTermsToPractise(db: Kysely<Tables>, person: string, most: number): Promise<string[]> {
  const rows = await db
    .selectFrom(({ selectFrom }) =>
      selectFrom('answer')
        .where('person', '=', person)
        .select(({ fn }) => [
          'term',
          'right',
          'at',
          fn
            .agg<number>('row_number')
            .over((over) => over.partitionBy('term').orderBy('at', 'desc').orderBy('question'))
            .as('place'),
        ])
        .as('ranked'),
    )
    .select('term')
    .where('place', '=', 1)
    .where('right', '=', 0)
    .orderBy('at', 'desc')
    .orderBy('term')
    .limit(most)
    .execute();
  return rows.map(({ term }) => term);
}

export const readPractice = async (db: Kysely<Tables>, person: string, most: number) => ({
  ...(await countAnswers(db, person)),
  again: await findTermsToPractise(db, person, most),
});

const PRESSED: Readonly<Record<string, Evidence['how']>> = { knew: 'knew', again: 'again', quiz: 'quiz', more: 'more' };

export async function readEvidence(db: Kysely<Tables>, person: string): Promise<Evidence[]> {
  const [answers, presses] = await Promise.all([
    db.selectFrom('answer').select(['term', 'right', 'at']).where('person', '=', person).execute(),
    db.selectFrom('press').select(['term', 'press', 'at']).where('person', '=', person).execute(),
  ]);
  return [
    ...answers.map(({ term, right, at }): Evidence => ({ term, at, how: right === 1 ? 'right' : 'wrong' })),
    ...presses.flatMap(({ term, press, at }): Evidence[] => {
      const how = PRESSED[press];
      return how === undefined ? [] : [{ term, at, how }];
    }),
  ].sort((a, b) => a.at - b.at);
}

export async function findLastClass(db: Kysely<Tables>, person: string): Promise<string | undefined> {
  const row = await db
    .selectFrom('member')
    .innerJoin('class', 'class.id', 'member.class')
    .select('member.class')
    .where('person', '=', person)
    .orderBy('member.at', 'desc')
    .limit(1)
    .executeTakeFirst();
  return row?.class;
}

/** A class's answers since then, added up for a query to group. */
export const sumAnswers = (db: Kysely<Tables>, classId: string, since: number) =>
  db
    .selectFrom('class_answer')
    .where('class', '=', classId)
    .where('day', '>=', new Date(since).toISOString().slice(0, 10))
    .select(({ fn, cast }) => [
      cast<number>(fn.sum('answered'), 'integer').as('answered'),
      cast<number>(fn.sum('right'), 'integer').as('right'),
    ]);

export const sumAnswersByTerm = (db: Kysely<Tables>, classId: string, since: number): Promise<Answered[]> =>
  sumAnswers(db, classId, since).select('term').groupBy('term').orderBy('term').execute();

/** What a person asked in vain in the last week, and on which day last. */
async function findAsked(db: Kysely<Tables>, person: string): Promise<PersonalData['asked']> {
  return byQuestion(await findAskers(db, person)).flatMap((own) => own.slice(-1).map(({ who: _, ...asked }) => asked));
}

export async function readPersonalData(db: Kysely<Tables>, person: string): Promise<PersonalData> {
  const lookups = await db
    .selectFrom('lookup')
    .select(['id', 'at'])
    .where('person', '=', person)
    .orderBy('at')
    .execute();
  const answers = await db
    .selectFrom('answer')
    .select(['question', 'term', 'right', 'at'])
    .where('person', '=', person)
    .orderBy('at')
    .execute();
  const practice = await readPracticeAnswers(db, person);
  const presses = await db
    .selectFrom('press')
    .select(['post', 'term', 'press', 'at'])
    .where('person', '=', person)
    .orderBy('at')
    .execute();
  const live = await db
    .selectFrom('session_answer')
    .innerJoin('session', 'session.id', 'session_answer.session')
    .select(['session', 'question', 'name', 'picked', 'right', 'elapsed', 'session_answer.at', 'wakes'])
    .where('person', '=', person)
    .orderBy('session_answer.at')
    .orderBy('question')
    .execute();
  const joined = await db
    .selectFrom('session_player')
    .innerJoin('session', 'session.id', 'session_player.session')
    .select(['session', 'name', 'wakes'])
    .where('person', '=', person)
    .where('name', 'is not', null)
    .orderBy('session.at')
    .execute();
  const asked = await findAsked(db, person);
  const reported = await findReported(db, person);
  const homework = await findHomework(db, person);
  const written = await findWritten(db, person);
  const classes = await db
    .selectFrom('member')
    .select(['class', 'name', 'at'])
    .where('person', '=', person)
    .orderBy('at')
    .execute();
  const instructor = await db
    .selectFrom('class_instructor')
    .select('class')
    .where('who', '=', person)
    .orderBy('class')
    .execute();
  const owner = await db.selectFrom('class').select('id').where('owner', '=', person).orderBy('id').execute();
  const planned = await db
    .selectFrom('appointment')
    .select(['class', 'kind', 'at'])
    .where('planner', '=', person)
    .orderBy('at')
    .execute();
  const managerOf = await db
    .selectFrom('manager')
    .select(['space', 'at'])
    .where('person', '=', person)
    .orderBy('space')
    .execute();
  const hidden = await db.selectFrom('hidden').select('at').where('person', '=', person).executeTakeFirst();
  const reviewGoal = await readReviewGoal(db, person);
  const studies = await readStudied(db, person);
  const lab = await findLab(db, person);
  const browsers = await db.selectFrom('browser').select('at').where('person', '=', person).orderBy('at').execute();
  return {
    lookups,
    answers: answers.map((answer) => ({ ...answer, right: answer.right === 1 })),
    practice,
    presses,
    live: live.map(({ wakes, session, right, ...answer }) =>
      // While it is on, neither what is right nor the id by which its options are shuffled.
      wakes === null ? { session, ...answer, right: right === 1 } : answer,
    ),
    joined: joined.map(({ session, name, wakes }) => ({
      // While it is on: see above.
      ...(wakes === null ? { session } : {}),
      name: name ?? '',
    })),
    asked,
    reported,
    homework,
    ...written,
    classes: classes.map(({ name, ...one }) => (name === null ? one : { ...one, name })),
    instructorOf: instructor.map((one) => one.class),
    ownerOf: owner.map(({ id }) => id),
    planned,
    managerOf,
    browsers,
    ...(lab ? { lab } : {}),
    ...(hidden ? { hidden } : {}),
    ...(reviewGoal ? { reviewGoal } : {}),
    ...(studies ? { studies } : {}),
  };
}

export async function writeHidden(db: Kysely<Tables>, person: string, hidden: boolean, at: number): Promise<void> {
  if (!hidden) await db.deleteFrom('hidden').where('person', '=', person).execute();
  else
    await db
      .insertInto('hidden')
      .values({ person, at })
      .onConflict((conflict) => conflict.doNothing())
      .execute();
}

/** Counted readers and a class's counted answers stay: neither says who. */
export const deletePerson = (db: Kysely<Tables>, person: string): Promise<void> =>
  db.transaction().execute(async (transaction) => {
    await leaveTombstones(transaction, person);
    const personal = [
      'lookup',
      'answer',
      'practice_answer',
      'press',
      'member',
      'manager',
      'hidden',
      'review_goal',
      'studied_course',
      'session_answer',
      'session_player',
      'question_report',
      'homework_student',
      'homework_answer',
      'page_link',
      'browser',
      'lab',
    ] as const;
    for (const table of personal) await transaction.deleteFrom(table).where('person', '=', person).execute();
    // Word of a lost channel was addressed to them.
    for (const table of ['post', 'page_post'] as const)
      await transaction.deleteFrom(table).where('channel', '=', directTo(person)).execute();
    await transaction.deleteFrom('class_instructor').where('who', '=', person).execute();
    await transaction.updateTable('appointment').set({ planner: '' }).where('planner', '=', person).execute();
    await transaction.updateTable('class').set({ owner: '' }).where('owner', '=', person).execute();
    await forgetAuthor(transaction, person);
    await forgetAskers(transaction, person);
  });
