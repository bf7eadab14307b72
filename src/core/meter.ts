/** How an interaction ended: with an answer, with a UserError, or with a bug. */
export type Ending = 'answered' | 'refused' | 'failed';

/** What became of a post; `late`: sent, but after its hour. */
export type Posting = 'due' | 'sent' | 'late' | 'repeated' | 'lost';

/** What became of content that was read again: it is taught, it says what it did before, or it could not be made. */
export type Reload = 'taught' | 'unchanged' | 'failed';

/** Places of a course's files that have to be mended, and files that cannot be used as they are. */
export interface ContentCounts {
  problems: number;
  refused: number;
}

/** Browsers that wait for news, and rooms of live quizzes that some of them show. */
export interface PageCounts {
  connections: number;
  rooms: number;
}

/** What became of a lab, or that one was used; `refused`: there was no room for it. */
export type LabHappening = 'opened' | 'restored' | 'put away' | 'closed' | 'refused' | 'request';

/** Counts what the program does, for operators' figures. Times are milliseconds. It never waits and never throws. */
export interface Meter {
  /** `command`: a declared command's name, or `unknown`; never a word that a person typed. */
  interaction(command: string, ending: Ending, ms: number): void;
  /** `operation`: one of the store's methods; `ms` of all its tries together. */
  store(operation: string, ending: 'done' | 'failed', ms: number): void;
  post(posting: Posting): void;
  picture(from: 'drawn' | 'cached'): void;
  reload(reload: Reload): void;
  /** `count` gives the figures of one course whenever they are read. */
  content(count: () => ContentCounts): void;
  /** `count` gives, whenever the figures are read, how many activities wait to be written. */
  queuedActivities(count: () => number): void;
  /** `count` gives the page's figures whenever they are read. */
  page(count: () => PageCounts): void;
  /** So many browsers were sent an event. */
  pageEvents(sent: number): void;
  lab(happening: LabHappening): void;
  /** `count` gives, whenever the figures are read, how many labs this process runs. */
  labs(count: () => { open: number }): void;
}

/** For runs whose figures are not read. */
export const unmetered: Meter = {
  interaction() {},
  store() {},
  post() {},
  picture() {},
  reload() {},
  content() {},
  queuedActivities() {},
  page() {},
  pageEvents() {},
  lab() {},
  labs() {},
};
