import type { Tally } from './reply/percent.ts';

/** A person who was in a class, and when last, epoch milliseconds. */
interface Member {
  /** A Caller's id and the name that the class sees; left out of a person who keeps out of reports. */
  who?: { person: string; name: string | undefined };
  /** When they last did something, epoch milliseconds. */
  at: number;
}

/** A question that people of a class asked without finding an answer. */
export interface AskedInVain {
  question: string;
  /** How many people: a person who asks again after a week counts anew, since the store cannot recognise them by then. */
  people: number;
  /** When it was asked last, epoch milliseconds. */
  at: number;
}

/**
 * `enough`: a question is shown once so many different people have asked it. `days`: for so long the askers of a question
 * can be told apart; then the key and the hashes are thrown away, and so is a question that too few have asked. `lasts`:
 * milliseconds after which a question is forgotten: a term at a polytechnic, with its exams.
 */
export const IN_VAIN = { enough: 2, days: 7, lasts: 120 * 86_400_000 } as const;

/** What may be wrong with a question, as a student chooses: its answer, its options, how it is put, what explains it. */
export const ODDITIES = ['answer', 'options', 'wording', 'why'] as const;
export type Oddity = (typeof ODDITIES)[number];

/** How many people of a class say the same of a question; `reason` is undefined of those who gave none. */
export interface QuestionReport {
  /** The question's id at that time. */
  question: string;
  reason: Oddity | undefined;
  people: number;
}

/** That a student was there: they played a live quiz, pressed a button of a card, or practised. */
export interface Presence {
  person: string;
  how: 'live' | 'card' | 'practice';
  /** To the quarter of an hour, epoch milliseconds: no time zone's day begins within one. */
  at: number;
}

/** What instructors see of a class, and what they have it not asked. */
export interface Reports {
  members(classId: string): Promise<readonly Member[]>;
  /** How a class answered by days (ISO, UTC) since then (epoch milliseconds), oldest first; days without are left out. */
  days(classId: string, since: number): Promise<readonly { day: string; answered: number; right: number }[]>;
  /** A class's cards since a local day (ISO), oldest first, with how many people pressed a button in any channel. */
  cards(classId: string, since: string): Promise<readonly { day: string; readers: number }[]>;
  /** The most asked first, at most `most`, of those that enough people have asked; `now`: epoch milliseconds. */
  askedInVain(classId: string, now: number, most: number): Promise<readonly AskedInVain[]>;
  /** When people of a class were there since then (epoch milliseconds), without those who keep out of reports. */
  presence(classId: string, since: number): Promise<readonly Presence[]>;
  /** Which of these people keep out of reports. */
  hiddenPeople(people: readonly string[]): Promise<ReadonlySet<string>>;
  /** The questions that people of a class reported since then (epoch milliseconds), in no order. */
  reportedQuestions(classId: string, since: number): Promise<readonly QuestionReport[]>;
  /** How the people of a class have answered questions of these names, each name by itself; those without are left out. */
  answersTo(classId: string, questions: readonly string[]): Promise<readonly ({ question: string } & Tally)[]>;
  /** From now on a class is not asked a question of any of these names, or is again. `at`: epoch milliseconds. */
  hideQuestion(classId: string, names: readonly string[], hidden: boolean, at: number): Promise<void>;
  /** The names of the questions that a class is not asked. */
  hiddenQuestions(classId: string): Promise<readonly string[]>;
  /** From now on a set that is kept back is open to a class, or is no more. `at`: epoch milliseconds. */
  openSet(classId: string, set: string, open: boolean, at: number): Promise<void>;
  /** The ids of the kept-back sets that are open to a class, in the order in which they were opened. */
  openSets(classId: string): Promise<readonly string[]>;
}
