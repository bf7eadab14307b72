import type { Draft } from './outbox.ts';

/** An activity of a whole class that goes on over restarts: a live quiz. */
export interface Session {
  id: string;
  classId: string;
  /** The feature it belongs to, such as `live`; a class has at most one of each kind that is not over. */
  kind: string;
  /** The feature's own, as JSON: the feature checks it whenever it is read. */
  state: string;
  /** How often it was written; a writer must have read the last one. */
  version: number;
  /** When it is to be stepped by time alone, epoch milliseconds; undefined once it is over. */
  wakes: number | undefined;
  /** When it began, epoch milliseconds. */
  at: number;
}

/** A person's answer to one of its questions. */
export interface Answer {
  session: string;
  /** Which question, from 0. */
  question: number;
  /** A Caller's id, and the name that the class sees. */
  person: string;
  name: string;
  /** What the person picked or typed. */
  picked: string;
  right: boolean;
  /** Milliseconds since the question was visible to that person. */
  elapsed: number;
  /** Epoch milliseconds. */
  at: number;
}

/** A question that takes no more answers. */
export interface Closed {
  /** Which, from 0. */
  at: number;
  question: string;
  /** The term that it is about. */
  term: string;
  /** What the keys of its posts begin with. */
  keys: string;
  /** It has been left out since it closed: what was recorded of its answers is taken back. */
  isLeftOut?: true;
}

/** `twice`: an earlier answer of that person is stored; `moved`: the session was stepped since it was read; `removed`: that person is out. */
type AnswerOutcome = 'kept' | 'twice' | 'moved' | 'removed';

/** A person who plays; `place` counts in the order of joining, from 0. */
export interface Player {
  person: string;
  place: number;
  /** The team that they chose, from 0; undefined where they are to be drawn into one. */
  team?: number;
  /** As the class knows them, perhaps empty; undefined where they have not pressed that they join. */
  name?: string;
  /** They keep out of reports. */
  isHidden?: true;
  /** An instructor has them out: nothing of theirs is shown or counted, and they do not come back. */
  isRemoved?: true;
}

/** The stored sessions. */
export interface Sessions {
  /**
   * Stores a new one with its first posts; false where the class has one of its kind that is not over. `material`: what
   * it is played with and never changes, the feature's own.
   */
  begin(session: Omit<Session, 'version'> & { material: string }, posts: readonly Draft[]): Promise<boolean>;
  /**
   * Stores its next state with its posts, all or nothing. Posts whose keys begin with `again` are to be edited; those
   * that begin with `ended` and are not sent yet never are. False where it was written since `version`. The answers to
   * `closed` become practice of the people who gave them, and are what its posts count from then on: before, nothing shows
   * which answer is right.
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
  /** The material of begin(); undefined for a session that an older version began. */
  material(id: string): Promise<string | undefined>;
  /** A class's sessions that are not over; of a kind, where that is given. */
  running(classId: string, kind?: string): Promise<readonly Session[]>;
  /** A class's sessions of a kind, newest first. */
  history(classId: string, kind: string, most: number): Promise<readonly Session[]>;
  /** Ids of a class's sessions of a kind that anybody has answered in. */
  played(classId: string, kind: string): Promise<ReadonlySet<string>>;
  /** Sessions of a kind that are to be stepped by `now`, longest due first. */
  waking(kind: string, now: number, most: number): Promise<readonly Session[]>;
  /**
   * The person as a player: the place is theirs alone, and it and the team that they chose first stay, even if they are
   * forgotten. `name`: they pressed that they join, under the name that the class knows. Without it, a power cut may take
   * the latest places until an answer is stored after them, so that a place must not be shown before.
   */
  join(session: string, person: string, team?: number, name?: string): Promise<Player>;
  /** The people who have joined it, in the order of their places, without those who were removed. */
  players(session: string): Promise<readonly Player[]>;
  /** A person as a player; undefined where they have no place. */
  player(session: string, person: string): Promise<Player | undefined>;
  /**
   * Gives who has this place another name, in answers as well; posts whose keys begin with `keys` are edited. False where
   * no player has it.
   */
  renamePlayer(session: string, place: number, name: string, keys: string): Promise<boolean>;
  /** The people who were removed. */
  removed(session: string): Promise<readonly string[]>;
  /** Has who has this place out, for good; posts whose keys begin with `keys` are edited. False where no player has it. */
  removePlayer(session: string, place: number, at: number, keys: string): Promise<boolean>;
  /**
   * Stores a person's first answer to a question, for good, where the session is still at `version`: so no answer comes
   * after its question was counted. A further one is `twice`, also where the person was forgotten in between.
   */
  answer(answer: Answer, version: number): Promise<AnswerOutcome>;
  /**
   * Sets how many have answered in a question's messages, the posts whose keys begin with `keys`; those that might have
   * been edited since `stale` (epoch milliseconds), and were not, are to be edited.
   */
  tally(session: string, question: number, keys: string, stale: number): Promise<void>;
  /**
   * Sets in posts whose keys begin with `keys` how many have joined, so that those are edited: who pressed that they do, or
   * has answered one of the questions `before` that number.
   */
  tallyJoined(session: string, before: number, keys: string): Promise<void>;
  /**
   * Has everyone answered a question who had joined before: who pressed that they do, or has answered an earlier one?
   * An answer to the question itself makes no student join, or the first one of a class would be the last. False where none
   * has joined.
   */
  areAllIn(session: string, question: number): Promise<boolean>;
  /** All answers, in the order in which they came, without those of people who were removed. */
  answers(session: string): Promise<readonly Answer[]>;
  /** A person's own. */
  answersOf(session: string, person: string): Promise<readonly Answer[]>;
}
