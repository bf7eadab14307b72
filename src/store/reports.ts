import type { Kysely } from 'kysely';
import type { Reports } from '../core/reports.ts';
import { findHiddenQuestions } from './class-questions.ts';
import { readAskedInVain } from './in-vain.ts';
import { sumAnswers } from './learner-records.ts';
import { findOpenSets, writeOpenSet } from './open-sets.ts';
import { findHiddenPeople, readPresence } from './presence.ts';
import { countReports, sumAnswersTo, writeHiddenQuestion } from './question-reports.ts';
import type { Tables } from './tables.ts';

/** `retrying`: tries again after errors that may be gone in a moment. */
export const createReports = (db: Kysely<Tables>, retrying: <T>(run: () => Promise<T>) => Promise<T>): Reports => ({
  members: (classId) =>
    retrying(async () => {
      const rows = await db
        .selectFrom('member')
        .leftJoin('hidden', 'hidden.person', 'member.person')
        .select(['member.person', 'member.name', 'member.at', 'hidden.at as hidden'])
        .where('member.class', '=', classId)
        .orderBy('member.person')
        .execute();
      return rows.map(({ person, name, at, hidden }) =>
        hidden === null ? { at, who: { person, name: name ?? undefined } } : { at },
      );
    }),
  days: (classId, since) =>
    retrying(() => sumAnswers(db, classId, since).select('day').groupBy('day').orderBy('day').execute()),
  cards: (classId, since) =>
    retrying(() =>
      db
        .selectFrom('post')
        .where('class', '=', classId)
        .where('kind', '=', 'card')
        .where('state', '=', 'sent')
        .where('day', '>=', since)
        .select(({ fn, cast }) => ['day', cast<number>(fn.sum('readers'), 'integer').as('readers')])
        .groupBy('day')
        .orderBy('day')
        .execute(),
    ),
  askedInVain: (classId, now, most) => retrying(() => readAskedInVain(db, classId, now, most)),
  presence: (classId, since) => retrying(() => readPresence(db, classId, since)),
  hiddenPeople: (people) => retrying(() => findHiddenPeople(db, people)),
  reportedQuestions: (classId, since) => retrying(() => countReports(db, classId, since)),
  answersTo: (classId, questions) => retrying(() => sumAnswersTo(db, classId, questions)),
  hideQuestion: (classId, names, hidden, at) => retrying(() => writeHiddenQuestion(db, classId, names, hidden, at)),
  hiddenQuestions: (classId) => retrying(() => findHiddenQuestions(db, classId)),
  openSet: (classId, set, open, at) => retrying(() => writeOpenSet(db, classId, set, open, at)),
  openSets: (classId) => retrying(() => findOpenSets(db, classId)),
});
