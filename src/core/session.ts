import type { Draft } from './outbox.ts';

/** Something that a class does together and that goes on over restarts: a live quiz. */
export interface Session {
  id: string;
  classId: string;
  /** Whose it is, such as `live` of a live quiz; a class has at most one of each kind that is not over. */
  kind: string;
  /** Its owner's own, as JSON: the owner checks it whenever it is read. */
  state: string;
  /** How often it was written; whoever writes must have seen the last one. */
  version: number;
  /** When time alone changes it, epoch milliseconds; undefined once it is over. */
  wakes: number | undefined;
  /** When it began, epoch milliseconds. */
  at: number;
}

/** Somebody's answer to one of its questions. */
export interface Answer {
  session: string;
  /** Which question, from 0. */
  question: number;
  /** A Caller's id, and the name that the class knows them by. */
  person: string;
  name: string;
  /** What was picked or typed. */
  picked: string;
  right: boolean;
  /** Milliseconds since the question was visible to that person. */
  elapsed: number;
  /** Epoch milliseconds. */
  at: number;
}

/** A question that has been asked. */
export interface Closed {
  /** Which, from 0. */
  at: number;
  question: string;
  /** The term that it is about. */
  term: string;
  /** What the keys of its posts begin with. */
  keys: string;
}

/** `twice`: another answer of that person was kept before; `moved`: the session was stepped since it was read. */
type AnswerEnd = 'kept' | 'twice' | 'moved';

/** Somebody who plays, and as the how-manieth they came, from 0. */
export interface Player {
  person: string;
  place: number;
  /** The team that they came for, from 0; undefined where they are to be drawn into one. */
  team?: number;
}

/** What is kept of sessions. */
export interface Sessions {
  /**
   * Writes a new one with its first posts; false where the class has one of its kind that is not over. `material`: what
   * it is played with and never changes, its owner's own.
   */
  begin(session: Omit<Session, 'version'> & { material: string }, posts: readonly Draft[]): Promise<boolean>;
  /**
   * Writes its next state with what is to be posted, all or nothing. Posts whose keys begin with `again` are to be shown
   * anew; those that begin with `ended` and are not there yet are not sent any more. False where it was written since
   * `version`. The answers to `closed` become practice of those who gave them, and are what its posts count from then on:
   * nothing of what is right shows before.
   */
  step(
    session: Pick<Session, 'id' | 'version'>,
    next: Pick<Session, 'state' | 'wakes'>,
    posts: readonly Draft[],
    { again, ended }: { again: string | undefined; ended: string | undefined },
    at: number,
    closed?: Closed,
  ): Promise<boolean>;
  byId(id: string): Promise<Session | undefined>;
  /** What it was begun with; undefined for one that an older version began. */
  material(id: string): Promise<string | undefined>;
  /** Those of a class that are not over. */
  running(classId: string): Promise<readonly Session[]>;
  /** A class's sessions of a kind, newest first. */
  history(classId: string, kind: string, most: number): Promise<readonly Session[]>;
  /** Those of a kind that time changes by `now`, longest due first. */
  waking(kind: string, now: number, most: number): Promise<readonly Session[]>;
  /**
   * The person as a player: nobody else has their place, and it and the team they came for first stay theirs, even if
   * they are forgotten. A power cut may take the latest places until an answer is kept after them, so that nobody is to
   * be told theirs before.
   */
  join(session: string, person: string, team?: number): Promise<Player>;
  /** Those who have joined it, in the order of their places. */
  players(session: string): Promise<readonly Player[]>;
  /**
   * Keeps the first answer of a person to a question, for good, where the session is what it was at `version`: so that
   * no answer comes after its question was counted. Any further one is `twice`, also where they were forgotten in between.
   */
  answer(answer: Answer, version: number): Promise<AnswerEnd>;
  /**
   * Has a question's messages, posts whose keys begin with `keys`, tell how many have answered it by now; those that
   * might have been edited since `stale` (epoch milliseconds), and were not, are to be shown anew.
   */
  tally(session: string, question: number, keys: string, stale: number): Promise<void>;
  /** All answers, in the order in which they came. */
  answers(session: string): Promise<readonly Answer[]>;
}
