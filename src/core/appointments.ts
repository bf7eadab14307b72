import type { Draft } from './outbox.ts';

/** Something that a class does at an hour to come, such as a live quiz. */
export interface Appointment {
  id: string;
  classId: string;
  /** The feature it belongs to, such as `live`. */
  kind: string;
  /** The id of the person who made it; empty where that person's data was deleted. */
  planner: string;
  /** The feature's own, as JSON: the feature checks it whenever it is read. */
  state: string;
  /** How often it was written; a writer must have read the last one. */
  version: number;
  /** When it is to be stepped by time alone, epoch milliseconds; undefined once it is over. */
  wakes: number | undefined;
}

/** What follows when an appointment is written. Keys are what those of its posts begin with. */
export interface Consequences {
  posts: readonly Draft[];
  /** Posts to be edited. */
  again: readonly string[];
  /** Posts that are not sent yet, and never are; `posts` themselves are none of them. */
  ended: readonly string[];
}

/** The stored appointments. */
export interface Appointments {
  /**
   * Stores a new one with its first posts, all or nothing. `at`: epoch milliseconds. `check` may refuse it beside those of
   * its class and kind that are not over: of two that are added at one moment, the second sees the first.
   * @throws what `check` throws.
   */
  add(
    one: Omit<Appointment, 'version'>,
    posts: readonly Draft[],
    at: number,
    check?: (ahead: readonly Appointment[]) => void,
  ): Promise<void>;
  /**
   * Stores its next state with what follows, all or nothing. False where it was written since `version`. `check` as of
   * add(): the others of its class and kind. @throws what `check` throws.
   */
  step(
    one: Pick<Appointment, 'id' | 'version'>,
    next: Pick<Appointment, 'state' | 'wakes'>,
    follows: Consequences,
    at: number,
    check?: (others: readonly Appointment[]) => void,
  ): Promise<boolean>;
  byId(id: string): Promise<Appointment | undefined>;
  /** Those of a class and a kind that are not over. */
  ahead(classId: string, kind: string): Promise<readonly Appointment[]>;
  /** A class's of a kind, those that are over as well, newest first. */
  history(classId: string, kind: string, most: number): Promise<readonly Appointment[]>;
  /**
   * Those of a kind that are to be stepped by `now`; at most `most`, longest due first. When a class is over, all of its
   * are to be stepped at once; see Classes.
   */
  due(kind: string, now: number, most: number): Promise<readonly Appointment[]>;
}
