/** Times are epoch milliseconds, days ISO dates. What is true or not is 1 or 0: SQLite has no truth values. */
export interface Tables {
  /** Every migration that was applied, by its number from 1. */
  dosirak_migration: { version: number };
  /** `claimant`: whose claim it is, so that one whose answer was lost may ask again. */
  claim: { key: string; claimant: string; at: number };
  lookup: { person: string; id: string; at: number };
  answer: { person: string; question: string; term: string; right: number; at: number };
  /** Presses of cards' buttons, each kind once a person. */
  press: { person: string; post: string; press: string; term: string; at: number };
  /** How a class answered, by days (UTC) and without saying who: it stays when a person is forgotten. */
  class_answer: { class: string; day: string; term: string; answered: number; right: number };
  /** Who was in which class, and when last; `name`: as it knew them last. */
  member: { person: string; class: string; at: number; name: string | null };
  /** See Managers; `at`: when that was told. */
  manager: { person: string; space: string; at: number };
  /** Who keeps out of reports. */
  hidden: { person: string; at: number };
  /** `weekdays`: `1,2,3`. `paused`: why, see Paused; with a channel where one is lost. */
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
    at: number;
  };
  class_channel: { channel: string; class: string; space: string };
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
  session_player: { session: string; person: string; place: number; team: number | null };
  /**
   * Of whoever was forgotten while a session is on, until it is over: `who` says nothing of whom. `last`: the last question
   * that they have answered, -1 for none.
   */
  session_trace: { session: string; who: string; last: number; place: number | null; team: number | null };
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
    /** It is to be tried from then on, by whoever takes it; taking it moves this on. */
    free: number;
    message: string | null;
    readers: number;
    shown: number;
    /** Its message may be edited from then on, by whoever takes it. */
    editable: number;
  };
}
