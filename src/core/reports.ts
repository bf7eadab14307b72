/** A person who was in a class, and when last, epoch milliseconds. */
interface Member {
  /** A Caller's id and the name that the class sees; left out of a person who keeps out of reports. */
  who?: { person: string; name: string | undefined };
  /** When they last did something, epoch milliseconds. */
  at: number;
}

/** What instructors see of a class. */
export interface Reports {
  members(classId: string): Promise<readonly Member[]>;
  /** How a class answered by days (ISO, UTC) since then (epoch milliseconds), oldest first; days without are left out. */
  days(classId: string, since: number): Promise<readonly { day: string; answered: number; right: number }[]>;
  /** A class's cards since a local day (ISO), oldest first, with how many people pressed a button in any channel. */
  cards(classId: string, since: string): Promise<readonly { day: string; readers: number }[]>;
}
