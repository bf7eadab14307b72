import type { Caller } from './command/command.ts';
import type { Oddity } from './reports.ts';

/** What a student says of a card's concept by pressing its button. */
export type Press = 'knew' | 'again' | 'quiz' | 'more';
export const PRESSES: readonly Press[] = ['knew', 'again', 'quiz', 'more'];

/** The person by a Caller's id, and by the name that others there see. `at` is epoch milliseconds. */
interface Actor {
  person: string;
  name?: string;
  at: number;
}

/** What a person did that is worth keeping; `channel` is left out in direct messages. */
export type Activity = Actor &
  (
    | { kind: 'lookup'; id: string }
    | {
        kind: 'answer';
        channel?: string;
        question: string;
        term: string;
        right: boolean;
        /**
         * The practice that it belongs to, the how manieth question of that it was, from 0, and what was picked (letters
         * of options) or typed; see PRACTICE_LASTS. Of two for one place the first is kept.
         */
        practice?: { id: string; place: number; picked: string };
      }
    /** A button of a posted card; `post` is the post's id, `term` its concept. */
    | { kind: 'press'; channel?: string; post: string; term: string; press: Press }
    /**
     * A question that found no answer, as keptQuestion() leaves it. It counts for the class of the channel, elsewhere for
     * the only one of the guild or workspace (`space`), and is not kept where there is none.
     */
    | { kind: 'vain'; channel?: string; space: string; question: string }
    /** Word to the instructors of a class that something is wrong with a question. */
    | { kind: 'flag'; channel?: string; class: string; question: string; reason?: Oddity }
  );

/** The part of a caller that is recorded. */
export const actorOf = ({
  id,
  name,
  channel,
}: Pick<Caller, 'id' | 'name' | 'channel'>): { person: string; name?: string; channel?: string } => ({
  person: id,
  ...(name === undefined ? {} : { name }),
  ...(channel === undefined ? {} : { channel }),
});

/** A person's practice so far. */
export interface PracticeSummary {
  answered: number;
  right: number;
  /** Terms whose last answer was wrong, latest first. */
  again: readonly string[];
}

/**
 * What was picked and typed in a practice is kept for so long (milliseconds): its summary shows it, and begins a practice
 * of what was wrong. That it was right or wrong is kept on.
 */
export const PRACTICE_LASTS = 7 * 86_400_000;

/** An answer of a practice; `at` is epoch milliseconds. */
export interface PracticeAnswer {
  place: number;
  question: string;
  picked: string;
  right: boolean;
  at: number;
}

/** A person's last answer to a question. */
export type LastAnswer = Omit<PracticeAnswer, 'picked' | 'place'>;

/** How a question was answered by those who answered it for the first time. */
export interface QuestionCount {
  question: string;
  answered: number;
  right: number;
}

/** An answer or a press that shows how well a person knows a term. */
export interface Evidence {
  term: string;
  how: 'right' | 'wrong' | Press;
  /** Epoch milliseconds. */
  at: number;
}

/** How a person wants to review, where they said so. */
export interface ReviewGoal {
  /** Local date (ISO) of the exam that they review towards. */
  exam?: string;
  /** Reviews a day, 1 to 100. */
  daily?: number;
}

/** All that is stored of a person, as it is handed to them. */
export interface PersonalData {
  lookups: readonly { id: string; at: number }[];
  answers: readonly { question: string; term: string; right: boolean; at: number }[];
  /** Of the last days, see PRACTICE_LASTS. */
  practice: readonly PracticeAnswer[];
  presses: readonly { post: string; term: string; press: string; at: number }[];
  /**
   * Answers to live quizzes, with the name that the class saw; `elapsed` in milliseconds. Of a quiz that is still on,
   * `session` is left out, since its options are drawn by that, and so is `right`.
   */
  live: readonly {
    session?: string;
    question: number;
    name: string;
    picked: string;
    right?: boolean;
    elapsed: number;
    at: number;
  }[];
  /** Live quizzes that they pressed to join, with the name that the class saw. */
  joined: readonly { session?: string; name: string }[];
  /**
   * Questions of the last week that found no answer, and the day (UTC) on which each was asked last. Who asked an older
   * one cannot be told.
   */
  asked: readonly { class: string; question: string; day: string }[];
  /** Questions with which something is wrong, as they told the instructors of a class. */
  reported: readonly { class: string; question: string; reason?: string; at: number }[];
  /**
   * What they did of each homework, under the name that the class saw: when they began, since when they want to be
   * reminded, and their first answers, those that count.
   */
  homework: readonly {
    homework: string;
    class?: string;
    name?: string;
    begun?: { at: number };
    reminder?: { at: number };
    answers: readonly { question: string; right: boolean; at: number }[];
  }[];
  /** Questions that they wrote for classes, as JSON, by their ids. */
  written: readonly { class: string; question: string; text: string; at: number }[];
  /** A question for a class that they began to write, as JSON. */
  unfinished: readonly { class: string; entered: string; at: number }[];
  /** With the name that the class sees. */
  classes: readonly { class: string; name?: string; at: number }[];
  instructorOf: readonly string[];
  /** Classes that they set up. */
  ownerOf: readonly string[];
  /** What they planned for classes, such as a live quiz for an hour, and when they did. */
  planned: readonly { class: string; kind: string; at: number }[];
  /** Guilds or workspaces that they manage, and when their platform said so last. */
  managerOf: readonly { space: string; at: number }[];
  /** Browsers that are signed in as them, and since when. */
  browsers: readonly { at: number }[];
  /** Their lab: since when they have it, and its objects and the files of its volumes as they were kept last. */
  lab?: { at: number; objects: readonly unknown[]; volumes?: unknown };
  /** Since when they keep out of reports, if they do. */
  hidden?: { at: number };
  /** How they want to review, and since when. */
  reviewGoal?: ReviewGoal & { at: number };
  /** The course that they chose for themselves, and when. */
  studies?: { course: string; at: number };
}

/**
 * By which of its answers a class is judged: those of half a term, in milliseconds, and only where a term has so many;
 * a share of fewer is luck.
 */
export const JUDGED = { recent: 60 * 86_400_000, enough: 5 } as const;

/** How a class answers the questions of a term. */
export interface Answered {
  term: string;
  answered: number;
  right: number;
}

/** What is stored of people. record() takes no time, and what it was given is there at the next question. */
export interface LearnerRecords {
  record(activity: Activity): void;
  /** Ids that the person looked up, each once, newest first. */
  lookups(person: string, most: number): Promise<readonly string[]>;
  /** `most` limits `again`. */
  practice(person: string, most: number): Promise<PracticeSummary>;
  /** Everything that shows what a person knows, oldest first. */
  evidence(person: string): Promise<readonly Evidence[]>;
  /** The person's last answer to each question that they answered before then, oldest first. */
  lastAnswers(person: string, before: number): Promise<readonly LastAnswer[]>;
  /** What the person answered in a practice, oldest first; of a practice of long ago nothing, see PRACTICE_LASTS. */
  practiceAnswers(person: string, practice: string): Promise<readonly PracticeAnswer[]>;
  /** How everybody answered questions from a day on, until the day before another (ISO, UTC). */
  questionCounts(from: string, until: string): Promise<readonly QuestionCount[]>;
  /** How the person wants to review; empty where they never said. */
  reviewGoal(person: string): Promise<ReviewGoal>;
  /** An empty goal is none. `at`: epoch milliseconds. */
  setReviewGoal(person: string, goal: ReviewGoal, at: number): Promise<void>;
  /**
   * The id of the course that the person studies outside of a class's channel: the one that they chose, or that of the
   * class that they were in last, whichever was later; undefined where it is the bot's first one.
   */
  studies(person: string): Promise<string | undefined>;
  /** The person has chosen a course. `at`: epoch milliseconds. */
  study(person: string, course: string, at: number): Promise<void>;
  /** The id of the class that the person was in last. */
  classOf(person: string): Promise<string | undefined>;
  /** How a class has answered since then (epoch milliseconds, by days); a single answer cannot be told from it. */
  answered(classId: string, since: number): Promise<readonly Answered[]>;
  personalData(person: string): Promise<PersonalData>;
  /**
   * From now on reports leave out the person's name and what they ask in vain, or have them again. `at`: epoch
   * milliseconds.
   */
  hide(person: string, hidden: boolean, at: number): Promise<void>;
  /** Deletes a person; what a class did together stays, without their name. */
  forget(person: string): Promise<void>;
}
