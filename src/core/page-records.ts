import type { Room, RoomLook, SignedIn } from './page.ts';

/** What was posted in a channel of the page. */
export interface PagePost {
  /** Its idempotency key. */
  key: string;
  /** As it is shown. */
  html: string;
  /** How often it was shown anew. */
  version: number;
  /** When it was posted, epoch milliseconds: by it posts are ordered. */
  at: number;
}

/** What is kept of browsers, rooms and what is shown in them. Secrets come as hashes. Times are epoch milliseconds. */
export interface PageRecords {
  /** The room of a session, with `code` where it has none yet; undefined where that is another one's. */
  openRoom(session: string, code: string, at: number): Promise<Room | undefined>;
  roomByCode(code: string): Promise<Room | undefined>;
  roomsOf(sessions: readonly string[]): Promise<readonly Room[]>;
  /** Notes that something of a room has changed that is in no post: its look, where that was it. */
  changeRoom(session: string, look?: Partial<RoomLook>): Promise<void>;
  /** Posts once for each key. */
  post(channel: string, post: Omit<PagePost, 'version'>): Promise<void>;
  /** Shows it anew; false where it is gone. */
  edit(channel: string, post: Pick<PagePost, 'key' | 'html'>): Promise<boolean>;
  /** Of a channel, oldest first. */
  posts(channel: string): Promise<readonly PagePost[]>;
  /** The post that a channel shows: the last one by when it was due, since what a killed process left is posted late. */
  newest(channel: string): Promise<PagePost | undefined>;
  /** How many posts each of these channels has, and how often they were shown anew, together; none for one without. */
  versions(channels: readonly string[]): Promise<readonly { channel: string; posts: number; edits: number }[]>;
  /** Keeps whom a link signs in. */
  link(hash: string, person: SignedIn, at: number): Promise<void>;
  /** Whom a link of since then signs in, without using it up. */
  linked(hash: string, since: number): Promise<SignedIn | undefined>;
  /** Uses a link up and signs a browser in, in one go: of two who come at once, one gets in. */
  signIn(hash: string, since: number, browser: { hash: string; at: number }): Promise<SignedIn | undefined>;
  /** As whom a browser is signed in, and since when. */
  signedIn(browser: string): Promise<{ person: SignedIn; at: number } | undefined>;
  signOut(browser: string): Promise<void>;
  /** A random text that all processes share, for good; `fresh` where there is none yet. */
  secret(fresh: string): Promise<string>;
  /** Throws away what has had its time. */
  prune(now: number): Promise<void>;
}
