import type { Draft } from './outbox.ts';

/** What a class does together and goes on with over restarts: a live quiz. */
export interface Session {
  id: string;
  classId: string;
  /** Its feature's word, such as `live`; a class has at most one session of a kind that is not over. */
  kind: string;
  /** JSON of its feature, which checks it whenever it is read. */
  state: string;
  /** How often it was written; a process that writes it must have read the last version. */
  version: number;
  /** When it goes on by itself, epoch milliseconds; undefined once it is over. */
  wakes: number | undefined;
  /** When it began, epoch milliseconds. */
  at: number;
}

/** A person's answer to one of its questions. */
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

/** A question that has closed. */
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
type AnswerOutcome = 'kept' | 'twice' | 'moved';

/** A person who plays, and their place: how many had joined before them. */
export interface Player {
  person: string;
  place: number;
  /** The team that they came for, from 0; undefined where they are to be drawn into one. */
  team?: number;
}

/** What is kept of sessions. */
export interface Sessions {
  /**
   * Writes a new session with its first posts; false where the class has one of its kind that is not over. `material`:
   * what it is played with and never changes, in its feature's form.
   */
  begin(session: Omit<Session, 'version'> & { material: string }, posts: readonly Draft[]): Promise<boolean>;
  /**
   * Writes its next state with what is to be posted, all or nothing; false where it was written since `version`. Posts
   * whose keys begin with `again` are to be edited; those that begin with `ended` and are not sent yet never are. The
   * answers to `closed` become practice of the students who gave them, and are what its posts count from then on: before,
   * nothing shows what is right.
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
  /** What the session was begun with; undefined where an older version of the bot began it. */
  material(id: string): Promise<string | undefined>;
  /** A class's sessions that are not over. */
  running(classId: string): Promise<readonly Session[]>;
  /** A class's sessions of a kind, newest first. */
  history(classId: string, kind: string, most: number): Promise<readonly Session[]>;
  /** Sessions of a kind that go on by themselves by `now`, longest due first. */
  waking(kind: string, now: number, most: number): Promise<readonly Session[]>;
  /**
   * Makes the person a player. Their place is theirs alone, and it and the team that they came for first stay theirs, even
   * if their data is deleted. A power cut may take the latest places until an answer is kept after them: a player may see
   * their place only then.
   */
  join(session: string, person: string, team?: number): Promise<Player>;
  /** A session's players, by their places. */
  players(session: string): Promise<readonly Player[]>;
  /**
   * Keeps a person's first answer to a question, where the session is what it was at `version`: so no answer comes after
   * its question was counted. Any further one is `twice`, also where their data was deleted in between.
   */
  answer(answer: Answer, version: number): Promise<AnswerOutcome>;
  /**
   * Has a question's messages, posts whose keys begin with `keys`, show how many have answered it by now. Those that might
   * have been edited since `stale` (epoch milliseconds), and were not, are to be edited.
   */
  tally(session: string, question: number, keys: string, stale: number): Promise<void>;
  /** All answers, in the order in which they came. */
  answers(session: string): Promise<readonly Answer[]>;
}
