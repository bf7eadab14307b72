import type { Kysely } from 'kysely';
import type { Presence } from '../core/reports.ts';
import { chunks } from './chunks.ts';
import type { Tables } from './tables.ts';

/** Milliseconds: all offsets of time zones are whole quarters of an hour. */
const QUARTER = 15 * 60_000;

/** People of a class who do not keep out of reports. */
const shownMembers = (db: Kysely<Tables>, classId: string) =>
  db
    .selectFrom('member')
    .leftJoin('hidden', 'hidden.person', 'member.person')
    .select('member.person')
    .where('member.class', '=', classId)
    .where('hidden.at', 'is', null);

/** Of a card's button that was pressed again, the latest press is all that is kept. */
const pressesOf = (db: Kysely<Tables>, classId: string, since: number) =>
  db
    .selectFrom('press')
    .innerJoin('post', 'post.id', 'press.post')
    .where('post.class', '=', classId)
    .where('post.kind', '=', 'card')
    .where('press.at', '>=', since)
    .where('press.person', 'in', shownMembers(db, classId))
    // A whole number divided by one: both engines round down.
    .select(({ eb, lit }) => ['press.person', eb('press.at', '/', lit(QUARTER)).as('quarter')])
    .distinct();

const liveAnswersOf = (db: Kysely<Tables>, classId: string, since: number) =>
  db
    .selectFrom('session_answer')
    .innerJoin('session', 'session.id', 'session_answer.session')
    .where('session.class', '=', classId)
    .where('session_answer.at', '>=', since)
    .where('session_answer.person', 'in', shownMembers(db, classId))
    .select(({ eb, lit }) => ['session_answer.person', eb('session_answer.at', '/', lit(QUARTER)).as('quarter')])
    .distinct();

/** Answers of live quizzes are kept among the others as well, with the time of the one that was given there. */
const practiceOf = (db: Kysely<Tables>, classId: string, since: number) =>
  db
    .selectFrom('answer')
    .where('answer.at', '>=', since)
    .where('answer.person', 'in', shownMembers(db, classId))
    .where(({ not, exists, selectFrom }) =>
      not(
        exists(
          selectFrom('session_answer')
            .select('session_answer.at')
            .whereRef('session_answer.person', '=', 'answer.person')
            .whereRef('session_answer.at', '=', 'answer.at'),
        ),
      ),
    )
    .select(({ eb, lit }) => ['answer.person', eb('answer.at', '/', lit(QUARTER)).as('quarter')])
    .distinct();

/** See Reports.presence(). */
export async function readPresence(db: Kysely<Tables>, classId: string, since: number): Promise<Presence[]> {
  const told =
    (how: Presence['how']) =>
    ({ person, quarter }: { person: string; quarter: number }): Presence => ({ person, how, at: quarter * QUARTER });
  const [live, cards, practice] = await Promise.all([
    liveAnswersOf(db, classId, since).execute(),
    pressesOf(db, classId, since).execute(),
    practiceOf(db, classId, since).execute(),
  ]);
  return [...live.map(told('live')), ...cards.map(told('card')), ...practice.map(told('practice'))];
}

/** See Reports.hiddenPeople(). */
export async function findHiddenPeople(db: Kysely<Tables>, people: readonly string[]): Promise<Set<string>> {
  const hidden = new Set<string>();
  for (const some of chunks(people))
    for (const { person } of await db.selectFrom('hidden').select('person').where('person', 'in', some).execute())
      hidden.add(person);
  return hidden;
}
