import { createAppointments } from './appointments.ts';
import { createClaimOperations } from './claims.ts';
import { createClassQuestions, pruneClassQuestions } from './class-questions.ts';
import { createClasses } from './classes.ts';
import type { Engine } from './engine.ts';
import { createHomeworkRecords } from './homework.ts';
import { pruneInVain } from './in-vain.ts';
import { createLabRecords } from './labs.ts';
import {
  deletePerson,
  findLastClass,
  findLookups,
  readEvidence,
  readPersonalData,
  readPractice,
  sumAnswersByTerm,
  writeHidden,
} from './learner-records.ts';
import { createManagers } from './managers.ts';
import { createOutbox } from './outbox.ts';
import { createPageRecords } from './pages.ts';
import { prunePractice, readLastAnswers, readPracticeAnswers, readQuestionCounts } from './practice-answers.ts';
import { createReports } from './reports.ts';
import { retry } from './retry.ts';
import { readReviewGoal, writeReviewGoal } from './review-goals.ts';
import { createSessions } from './sessions.ts';
import { storable } from './storable.ts';
import type { Store } from './store.ts';
import { findStudied, writeStudied } from './studied-courses.ts';
import { createToldProblems } from './told-problems.ts';
import { writeActivities } from './write-activity.ts';

/** The store on an engine whose tables are there. `unique` gives a text that no other process has and nobody can guess. */
export function createStore(
  { db, withoutSync, skipLocked, isTransient }: Pick<Engine, 'db' | 'withoutSync' | 'skipLocked' | 'isTransient'>,
  unique: () => string,
): Store {
  const retrying = <T>(run: () => Promise<T>): Promise<T> => retry(run, isTransient);
  return {
    ...createClaimOperations({ db, withoutSync }, retrying, unique),
    record: (activities) => retrying(() => writeActivities(db, activities, unique)),
    lookups: (person, most) => retrying(() => findLookups(db, storable(person), most)),
    practice: (person, most) => retrying(() => readPractice(db, storable(person), most)),
    evidence: (person) => retrying(() => readEvidence(db, storable(person))),
    lastAnswers: (person, before) => retrying(() => readLastAnswers(db, storable(person), before)),
    practiceAnswers: (person, practice) => retrying(() => readPracticeAnswers(db, storable(person), practice)),
    questionCounts: (from, until) => retrying(() => readQuestionCounts(db, from, until)),
    async reviewGoal(person) {
      const found = await retrying(() => readReviewGoal(db, storable(person)));
      const { at: _, ...goal } = found ?? { at: 0 };
      return goal;
    },
    setReviewGoal: (person, goal, at) => retrying(() => writeReviewGoal(db, storable(person), goal, at)),
    studies: (person) => retrying(() => findStudied(db, person)),
    study: (person, course, at) => retrying(() => writeStudied(db, person, course, at)),
    classOf: (person) => retrying(() => findLastClass(db, storable(person))),
    answered: (classId, since) => retrying(() => sumAnswersByTerm(db, classId, since)),
    personalData: (person) => retrying(() => readPersonalData(db, storable(person))),
    hide: (person, hidden, at) => retrying(() => writeHidden(db, storable(person), hidden, at)),
    forget: (person) => retrying(() => deletePerson(db, storable(person))),
    prunePractice: (before) => retrying(() => prunePractice(db, before)),
    pruneInVain: (now) => retrying(() => pruneInVain(db, now)),
    pruneClassQuestions: (now) => retrying(() => pruneClassQuestions(db, now)),
    classes: createClasses(db, retrying),
    classQuestions: createClassQuestions(db, retrying),
    outbox: createOutbox(db, skipLocked, retrying),
    sessions: createSessions(db, withoutSync, retrying),
    appointments: createAppointments(db, retrying),
    homework: createHomeworkRecords(db, retrying),
    reports: createReports(db, retrying),
    managers: createManagers(db, retrying),
    toldProblems: createToldProblems(db, retrying),
    pages: createPageRecords(db, retrying),
    labRecords: createLabRecords(db, retrying),
    async ping() {
      // A table of ours: SQLite reads nothing for `select 1`.
      await db.selectFrom('dosirak_migration').select('version').limit(1).executeTakeFirstOrThrow();
    },
    close: () => db.destroy(),
  };
}
