import type { Generated } from 'kysely';

/** Times are epoch milliseconds, days ISO dates. Truth values are 1 or 0: SQLite has no others. */
export interface Tables {
  /** Every migration that was applied, by its number from 1. */
  dosirak_migration: { version: number };
  /** `claimant`: whose claim it is. Where the database's answer was lost, they may claim again. */
  claim: { key: string; claimant: string; at: number };
  lookup: { person: string; id: string; at: number };
  answer: { person: string; question: string; term: string; right: number; at: number };
  /** What a person picked or typed in a practice, see PRACTICE_LASTS. `place`: the how manieth question, from 0. */
  practice_answer: {
    person: string;
    practice: string;
    place: number;
    question: string;
    at: number;
    picked: string;
    right: number;
  };
  /** How questions were answered, by days (UTC), by those who answered them for the first time; without saying who. */
  question_answer: { day: string; question: string; answered: number; right: number };
  /** Presses of cards' buttons, each kind once a person and card. */
  press: { person: string; post: string; press: string; term: string; at: number };
  /** How a class answered, by days (UTC), without saying who: it stays when a person's data is deleted. */
  class_answer: { class: string; day: string; term: string; answered: number; right: number };
  /** Who was in which class, and when last; `name`: as the class knew them last. */
  member: { person: string; class: string; at: number; name: string | null };
  /** See Managers; `at`: when the platform said so. */
  manager: { person: string; space: string; at: number };
  /** People who keep out of reports. */
  hidden: { person: string; at: number };
  /** The course that a person has chosen for themselves, see LearnerRecords.study(). */
  studied_course: { person: string; course: string; at: number };
  /** See ReviewGoal. */
  review_goal: { person: string; exam: string | null; daily: number | null; at: number };
  /**
   * `weekdays`: `1,2,3`. `paused`: why, see Paused; with a channel where one is lost. `choices`: JSON, see Class; null
   * where there are none.
   */
  class: {
    id: string;
    zone: string;
    minute: number;
    weekdays: string;
    holidays: number;
    locale: string;
    owner: string;
    code: string;
    paused: string | null;
    paused_channel: string | null;
    due: number | null;
    exam: string | null;
    at: number;
    choices: string | null;
    closed: number | null;
    first_day: string | null;
    course: string | null;
    /** How often its own questions have changed, see Differences; null where it never had one. */
    questions: Generated<number | null>;
  };
  class_channel: { channel: string; class: string; space: string };
  /** The channels that a closed class had: they may be of another class by now. */
  class_closed_channel: { class: string; channel: string; space: string };
  class_instructor: { class: string; who: string };
  class_skip: { class: string; first: string; last: string };
  /** See Session. */
  session: {
    id: string;
    class: string;
    kind: string;
    state: string;
    /** Null where an older version began it. */
    material: string | null;
    version: number;
    wakes: number | null;
    at: number;
    /** How many have joined it. */
    joined: number;
  };
  /**
   * `name`: as the class knows those who pressed that they join; null where only an answer gave them a place. `removed`:
   * since when an instructor has them out.
   */
  session_player: {
    session: string;
    person: string;
    place: number;
    team: number | null;
    name: string | null;
    removed: number | null;
  };
  /**
   * People whose data was deleted while a session is on, until it is over; see tombstones.ts. `who`: a hash. `last`: the
   * last question that they had answered, -1 for none.
   */
  session_trace: {
    session: string;
    who: string;
    last: number;
    place: number | null;
    team: number | null;
    removed: number | null;
  };
  session_answer: {
    session: string;
    question: number;
    person: string;
    name: string;
    picked: string;
    right: number;
    elapsed: number;
    at: number;
  };
  /** See Appointment; `at`: when it was made. */
  appointment: {
    id: string;
    class: string;
    kind: string;
    planner: string;
    state: string;
    version: number;
    wakes: number | null;
    at: number;
  };
  /** See HomeworkStudent. `begun`, `reminder`: since when; null where they have not, or do not want it. */
  homework_student: {
    homework: string;
    person: string;
    name: string | null;
    begun: number | null;
    reminder: number | null;
  };
  /** See HomeworkAnswer. */
  homework_answer: { homework: string; person: string; question: string; right: number; at: number };
  /** A random text a day (UTC), by which those who asked in vain are told apart; gone after a week. */
  vain_key: { day: string; secret: string };
  /** See AskedInVain. */
  vain_question: { class: string; question: string; people: number; at: number };
  /** `who`: a hash of the person and the question, by the key of that day. It goes with its key. */
  vain_asker: { class: string; question: string; day: string; who: string };
  /** A person's word to the instructors of a class that something is wrong with a question. `reason`: see ODDITIES. */
  question_report: { class: string; question: string; person: string; reason: string | null; at: number };
  /** Questions that a class is not asked. */
  hidden_question: { class: string; question: string; at: number };
  /** See ToldProblems. `problem`: a hash; `mended`: since when it is not there any more, null while it is. */
  told_problem: { class: string; problem: string; at: number; mended: number | null };
  /** See ClassQuestion. */
  class_question: {
    id: string;
    class: string;
    author: string;
    term: string;
    text: string;
    at: number;
    changes: number;
    deleted: number | null;
  };
  /** What a person began to write for a class; see ClassQuestions. */
  unfinished_question: { class: string; person: string; entered: string; at: number };
  /** Sets that are kept back, and open to a class. */
  open_set: { class: string; question_set: string; at: number };
  /** See Room. */
  room: {
    session: string;
    code: string;
    plain: number;
    nameless: number;
    locked: number;
    revision: number;
    at: number;
  };
  /** See PagePost. */
  page_post: { channel: string; key: string; html: string; version: number; at: number };
  /** Links that sign a browser in; `hash`: of the link's secret, `signed_in`: a SignedIn as JSON. */
  page_link: { hash: string; person: string; signed_in: string; at: number };
  /** Browsers that are signed in; `hash`: of the secret in their cookie. */
  browser: { hash: string; person: string; signed_in: string; at: number };
  /**
   * See LabRecord; `snapshot`: as base64. `holder`: the process in which it runs, '' where it runs in none; `until`: when
   * that has lost it without further word. `at`: when it was used last.
   */
  lab: {
    person: string;
    secret: string;
    snapshot: string | null;
    speed: number;
    holder: string;
    until: number;
    wanted: string | null;
    begun: number;
    at: number;
  };
  /** One row. */
  page_secret: { one: number; secret: string };
  /** See Post. `state`: waiting, sent or dropped. `shown`: how many readers the message tells of. */
  post: {
    id: string;
    key: string;
    class: string;
    channel: string;
    platform: string;
    kind: string;
    what: string;
    day: string;
    due: number;
    until: number;
    at: number;
    state: string;
    tries: number;
    /** From then on a process may lease it; leasing it moves this on. */
    free: number;
    message: string | null;
    readers: number;
    shown: number;
    /** From then on a process may edit its message. */
    editable: number;
  };
}
