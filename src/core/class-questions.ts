/** How a class's course differs from the whole one. */
export interface Differences {
  /** The id of the class; undefined where there is none. */
  classId: string | undefined;
  /** Names of the questions that it is not asked, the first hidden first. */
  hidden: readonly string[];
  /** Ids of the kept-back sets that are open to it, in the order in which they were opened. */
  open: readonly string[];
  /** How often its own questions have changed; 0 where it never had one. */
  revision: number;
}

/** A question that instructors of a class have written in chat. */
export interface ClassQuestion {
  id: string;
  classId: string;
  /** The id of the person who wrote it; empty where that person's data was deleted. */
  author: string;
  /** The id of the concept that it tests; the course may have lost it meanwhile. */
  term: string;
  /** What it asks, as JSON with its version: the course checks it whenever it is read. */
  text: string;
  /** When it was written, epoch milliseconds. */
  at: number;
  /** How often it was changed since. */
  changes: number;
  /** When it was deleted, epoch milliseconds: it is asked no more, and can be taken back for a while. */
  deleted?: number;
}

/** A question that was deleted can be taken back for so long, in milliseconds; then nothing of it is left. */
export const DELETED_LASTS = 30 * 86_400_000;

/** What somebody began to write is kept for so long, in milliseconds. */
export const UNFINISHED_LASTS = 14 * 86_400_000;

/** The questions that classes have written themselves. */
export interface ClassQuestions {
  /** How the course of a class differs. */
  differences(classId: string): Promise<Differences>;
  /**
   * The same of a channel's class; where it has none, of the class whose term goes on that the person was in last. A class
   * hides nothing from the people of another one, and asks them nothing of its own.
   */
  differencesFor(person: string, channel: string | undefined): Promise<Differences>;
  /** All that a class has written, oldest first, also what was deleted and can be taken back; of `revision` or newer. */
  of(classId: string): Promise<{ revision: number; questions: readonly ClassQuestion[] }>;
  /**
   * Writes questions of one class, new ones and changed ones, all or nothing. False where the class's questions have
   * changed since `revision`: the writer has checked them beside others.
   */
  write(classId: string, questions: readonly ClassQuestion[], revision: number): Promise<boolean>;
  /** What a person began to write for a class and could not finish, as JSON; see keepUnfinished(). */
  unfinished(classId: string, person: string): Promise<string | undefined>;
  /** Keeps it, one a person and class; undefined: it is finished. `at`: epoch milliseconds. */
  keepUnfinished(classId: string, person: string, entered: string | undefined, at: number): Promise<void>;
}
