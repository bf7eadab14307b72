import type { Caller } from './command/command.ts';

/** What pressing a card's button says of its concept. */
export type Press = 'knew' | 'again' | 'quiz' | 'more';
export const PRESSES: readonly Press[] = ['knew', 'again', 'quiz', 'more'];

/** Who was active: a Caller's id, and the name that others there know. `at`: epoch milliseconds. */
interface Actor {
  person: string;
  name?: string;
  at: number;
}

/** What a person did that is worth keeping. `channel`: where; left out where they were by themselves. */
export type Activity = Actor &
  (
    | { kind: 'lookup'; id: string }
    | { kind: 'answer'; channel?: string; question: string; term: string; right: boolean }
    /** A button of a posted card; `post` is the post's id, `term` its concept. */
    | { kind: 'press'; channel?: string; post: string; term: string; press: Press }
  );

/** A caller as the actor of an activity, with the channel. */
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

/** Something that shows how well a person knows a term. */
export interface Evidence {
  term: string;
  how: 'right' | 'wrong' | Press;
  /** Epoch milliseconds. */
  at: number;
}

/** All that is kept of a person, as they get it. */
export interface PersonalData {
  lookups: readonly { id: string; at: number }[];
  answers: readonly { question: string; term: string; right: boolean; at: number }[];
  presses: readonly { post: string; term: string; press: string; at: number }[];
  /**
   * Answers to live quizzes, with the name that the class saw; `elapsed` in milliseconds. Of a quiz that is still on,
   * neither what is right nor its id, by which its options are shuffled.
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
  /** With the name that the class knows them by. */
  classes: readonly { class: string; name?: string; at: number }[];
  instructorOf: readonly string[];
  /** Classes that they set up. */
  ownerOf: readonly string[];
  /** Guilds or workspaces that they manage, and when their platform said so last. */
  managerOf: readonly { space: string; at: number }[];
  /** Since when they keep out of reports, if they do. */
  hidden?: { at: number };
}

/** How a class answers the questions of a term. */
export interface Answered {
  term: string;
  answered: number;
  right: number;
}

/** What is kept of people. Recording takes no time, and what was recorded is there when it is asked for. */
export interface LearnerRecords {
  record(activity: Activity): void;
  /** Ids last looked up, each once, newest first. */
  lookups(person: string, most: number): Promise<readonly string[]>;
  /** `most` limits `again`. */
  practice(person: string, most: number): Promise<PracticeSummary>;
  /** Everything that shows what a person knows, oldest first. */
  evidence(person: string): Promise<readonly Evidence[]>;
  /** The id of the class that the person was in last; undefined where they were in none. */
  classOf(person: string): Promise<string | undefined>;
  /** How a class has answered since then (epoch milliseconds, by days), without saying who. */
  answered(classId: string, since: number): Promise<readonly Answered[]>;
  personalData(person: string): Promise<PersonalData>;
  /** Takes a person out of reports, or back into them. `at`: epoch milliseconds. */
  hide(person: string, hidden: boolean, at: number): Promise<void>;
  /** Deletes a person's data. What a class did together stays, without saying who. */
  forget(person: string): Promise<void>;
}
