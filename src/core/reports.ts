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

/** What instructors see of a class. */
export interface Reports {
  members(classId: string): Promise<readonly Member[]>;
  /** How a class answered by days (ISO, UTC) since then (epoch milliseconds), oldest first; days without are left out. */
  days(classId: string, since: number): Promise<readonly { day: string; answered: number; right: number }[]>;
  /** A class's cards since a local day (ISO), oldest first, with how many people pressed a button in any channel. */
  cards(classId: string, since: string): Promise<readonly { day: string; readers: number }[]>;
  /** The most asked first, at most `most`, of those that enough people have asked; `now`: epoch milliseconds. */
  askedInVain(classId: string, now: number, most: number): Promise<readonly AskedInVain[]>;
}
