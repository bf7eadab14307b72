/** How an interaction ended: with an answer, with a UserError, or with a bug. */
export type Ending = 'answered' | 'refused' | 'failed';

/** What became of something that the bot says unasked; `late`: sent, but after its hour. */
export type Posting = 'due' | 'sent' | 'late' | 'repeated' | 'lost';

/** Where the program says what it does, for operators' figures. Times are milliseconds. Nothing waits, nothing throws. */
export interface Meter {
  /** `command`: a declared command's name, or `unknown`; never a word that somebody typed. */
  interaction(command: string, ending: Ending, ms: number): void;
  /** `operation`: one of the store's methods; `ms` with all its tries. */
  store(operation: string, ending: 'done' | 'failed', ms: number): void;
  post(posting: Posting): void;
  picture(from: 'drawn' | 'cached'): void;
  /** `count` is asked, whenever somebody looks, how many notes wait to be written. */
  queuedNotes(count: () => number): void;
}

/** For where nobody looks. */
export const unmetered: Meter = {
  interaction() {},
  store() {},
  post() {},
  picture() {},
  queuedNotes() {},
};
