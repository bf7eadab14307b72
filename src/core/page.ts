/** The class's page in browsers, where one is served. */
export interface Page {
  /** What people type, without a slash at its end: `https://class.example.ac.kr`. */
  url: string;
  /**
   * The room of a session, which is opened by asking. Undefined once the session is over: no code stands for it any more.
   */
  roomOf(session: string): Promise<Room | undefined>;
  /** A link that signs a browser in as this person, once, for as long as it lasts: see PageRecords.link(). */
  linkFor(caller: Omit<SignedIn, 'since'> & { rankedAt?: number }, path: string): Promise<string>;
  /** Shows a room anew, since something of it has changed that is in no post: its look, where that was it. */
  changed(session: string, look?: Partial<RoomLook>): Promise<void>;
}

/** A live quiz as browsers find it. */
export interface Room {
  session: string;
  /** Six digits. */
  code: string;
  /** Phones show the answers' marks alone: the words are on the wall. */
  isPlain: boolean;
  /** The wall shows no names. */
  isNameless: boolean;
  /** No further player comes in. */
  isLocked: boolean;
  /** Changes whenever something of it does that is in no post: a name, a removed player, its look. */
  revision: number;
}

/** `123 456`: a code as it is read aloud. */
export const spokenCode = (code: string): string => `${code.slice(0, 3)} ${code.slice(3)}`;

/** What an instructor decides of how a room looks. */
export type RoomLook = Pick<Room, 'isPlain' | 'isNameless' | 'isLocked'>;

/** What a browser knows of the person that it is signed in as: a Caller but for what differs from call to call. */
export interface SignedIn {
  id: string;
  space: string;
  channel?: string;
  name?: string;
  manages: boolean | undefined;
  known: readonly string[];
  /** When their platform said what they manage and are, epoch milliseconds. */
  since: number;
}

const ROOM = 'web:';

/** The channel in which a session is played in browsers. */
export const roomChannel = (session: string): string => ROOM + session;

/** The session whose room a channel is; undefined for any other channel, and for what is said to one person. */
export const sessionOfRoom = (channel: string): string | undefined =>
  channel.startsWith(ROOM) && !channel.startsWith(`${ROOM}@`) ? channel.slice(ROOM.length) : undefined;

/** Milliseconds. */
export const PAGE_TIMES = {
  /** In which a link signs a browser in. */
  link: 10 * 60_000,
  /** For which a browser stays signed in; one that may manage a class is asked again on the same day. */
  student: 120 * 86_400_000,
  instructor: 12 * 3_600_000,
  /** For which posts are kept: longer than any quiz lasts. */
  posts: 2 * 86_400_000,
} as const;
