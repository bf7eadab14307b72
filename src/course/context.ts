import type { Appointments } from '../core/appointments.ts';
import type { Classes } from '../core/class.ts';
import type { ClassQuestions } from '../core/class-questions.ts';
import type { Command } from '../core/command/command.ts';
import type { HomeworkRecords } from '../core/homework.ts';
import type { Labs } from '../core/lab.ts';
import type { LearnerRecords } from '../core/learner-records.ts';
import type { Outbox } from '../core/outbox.ts';
import type { Page } from '../core/page.ts';
import type { Messenger } from '../core/platform.ts';
import type { Reports } from '../core/reports.ts';
import type { Sessions } from '../core/session.ts';
import type { Course } from './course.ts';

/** What commands work with: the caller's course, what is stored, and what differs from call to call. */
export interface Context {
  /** The course that the caller is taught at this moment. It may be another one at the next call: nothing keeps a copy. */
  course: () => Course;
  /** All that the bot teaches; the first is that of whoever has none. */
  courses: () => readonly Course[];
  records: LearnerRecords;
  classes: Classes;
  classQuestions: ClassQuestions;
  outbox: Outbox;
  sessions: Sessions;
  appointments: Appointments;
  homework: HomeworkRecords;
  reports: Reports;
  /** Where the bot writes unasked, once it is connected; none at a terminal. */
  messengers: () => readonly Messenger[];
  /** Where people meet the bot in a browser; undefined where no page is served. */
  page: () => Page | undefined;
  /** Labs of students; undefined where none are run. */
  labs: () => Labs | undefined;
  /** Has what is due be sent now rather than at the clock's next look. */
  hurry: () => void;
  /** A new id: ten lower-case letters and digits, unique and not to be guessed. */
  newId: () => string;
  /** Every command there is, once all are loaded. */
  commands: () => readonly Command[];
  version: string;
  now: () => Temporal.Instant;
  /** 0 <= n < 1. */
  random: () => number;
}
