import type { Appointments } from '../core/appointments.ts';
import type { Classes } from '../core/class.ts';
import type { ClassQuestions } from '../core/class-questions.ts';
import type { HomeworkRecords } from '../core/homework.ts';
import type { LabRecords } from '../core/lab-records.ts';
import type { Activity, LearnerRecords } from '../core/learner-records.ts';
import type { Managers } from '../core/managers.ts';
import type { Outbox } from '../core/outbox.ts';
import type { PageRecords } from '../core/page-records.ts';
import type { Reports } from '../core/reports.ts';
import type { Sessions } from '../core/session.ts';
import type { ToldProblems } from '../core/told-problems.ts';

/**
 * What is kept over restarts. Times are epoch milliseconds. Every operation may safely be done twice, so each is tried
 * again for a second or so where the database is away, and rejects when it stays away; nothing is ever half-written.
 */
export interface Store extends Omit<LearnerRecords, 'record'> {
  /**
   * True for the first to claim a key, over all processes and restarts. Where it rejects, the key may be claimed though
   * no caller got true: what it stands for may be left undone, and is never done twice. A claim outlives the process; a
   * power cut may take the latest ones.
   */
  claim(key: string, at: number): Promise<boolean>;
  /** Gives a claim back: the next to claim the key is the first again. */
  release(key: string): Promise<void>;
  /** Writes all or none. The same answer of a person to a question at the same time counts once, and so does a press. */
  record(activities: readonly Activity[]): Promise<void>;
  /** About the newest 100 of a person are kept. */
  lookups: LearnerRecords['lookups'];
  /** Deletes claims older than this. */
  pruneClaims(before: number): Promise<void>;
  /** Deletes what was picked and typed in practice before this. */
  prunePractice(before: number): Promise<void>;
  /** Throws away what of the questions that were asked in vain has had its time, see IN_VAIN. */
  pruneInVain(now: number): Promise<void>;
  /** Throws away questions that were deleted, and what was begun and left, once they have had their time. */
  pruneClassQuestions(now: number): Promise<void>;
  classes: Classes;
  classQuestions: ClassQuestions;
  outbox: Outbox;
  sessions: Sessions;
  appointments: Appointments;
  homework: HomeworkRecords;
  reports: Reports;
  managers: Managers;
  toldProblems: ToldProblems;
  pages: PageRecords;
  labRecords: LabRecords;
  /** Resolves where the store can be read at this moment; tried once. */
  ping(): Promise<void>;
  close(): Promise<void>;
}
