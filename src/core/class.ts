import { directTo, platformOf } from './address.ts';
import type { Caller } from './command/command.ts';
import { UserError } from './errors.ts';
import type { Locale } from './locale.ts';
import { text } from './text.ts';

/** When a class has its card. */
export interface Timetable {
  /** IANA time zone. */
  zone: string;
  /** Local minutes since midnight, 0 to 1439. */
  minute: number;
  /** ISO weekdays, 1 Monday to 7 Sunday; at least one. */
  weekdays: readonly number[];
  /** Korean public holidays are left out. */
  holidays: boolean;
  /** Local days (ISO, inclusive) without a card, such as exam weeks. */
  skips: readonly { from: string; to: string }[];
  /** The first local day (ISO) that may have a card, where an instructor has named one: a term begins on it. */
  first?: string;
}

/** The class's local date at an instant. */
export const dayOf = ({ zone }: Pick<Timetable, 'zone'>, at: Temporal.Instant): Temporal.PlainDate =>
  at.toZonedDateTimeISO(zone).toPlainDate();

/** Why no cards are posted: an instructor paused them, or a channel is gone or no longer lets the bot write. */
export type Paused = { why: 'asked' } | { why: 'gone' | 'forbidden'; channel: string };

/** A class: who learns together, in one channel or in several on different platforms. */
export interface Class {
  id: string;
  timetable: Timetable;
  /** Of its cards. */
  locale: Locale;
  /** Where its cards are posted: `discord:123`, `slack:C1`, with the guild or workspace each is in. */
  channels: readonly { channel: string; space: string }[];
  /** People and roles that steer it beside the managers of the guild or workspace: ids as in Caller's `known`. */
  instructors: readonly string[];
  paused: Paused | undefined;
  /** Local date (ISO) of the exam that its students review towards. */
  exam?: string;
  /** When its next card is due, epoch milliseconds; undefined while it is paused and where its timetable has no day. */
  due: number | undefined;
  /** The id of the person who set it up and gets a direct message when its cards cannot be posted. */
  owner: string;
  /** What an instructor types elsewhere to add a channel to it. */
  code: string;
  /**
   * When its term ended, epoch milliseconds. Nothing is posted to a closed class, and its channels may have another one;
   * its reports stay, and instructors of the guilds and workspaces that it was in may read them.
   */
  closed?: number;
  /** The id of its course, where there are several; left out, the bot's first one. */
  course?: string;
  /** What its instructors have chosen of the cards to come, as daily/choices.ts writes it; left out where nothing. */
  choices?: string;
}

/** Is a person the class's owner or one of its named instructors, and so none of its students? */
export const isNamedInstructor = (
  { owner, instructors }: Pick<Class, 'owner' | 'instructors'>,
  person: string,
): boolean => person === owner || instructors.includes(person);

/** The people who steer a class, as addresses: the one who set it up and the instructors; a role has none. */
export function peopleOf({ owner, instructors }: Pick<Class, 'owner' | 'instructors'>): string[] {
  const people = [owner, ...instructors].filter((id) => platformOf(id) !== 'terminal').map(directTo);
  return Array.from(new Set(people)).filter((address) => !/:@(?:&|$)/.test(address));
}

/**
 * May the caller steer the class: do they manage a guild or workspace that it is in, or have they been named? Where the
 * platform has not told whether they manage it, they may not; see refusal().
 */
export const teaches = ({ channels, instructors }: Class, { manages, space, known }: Caller): boolean =>
  (manages === true && channels.some((one) => one.space === space)) || instructors.some((who) => known.includes(who));

/** Why a caller may not: what `no` says, or that the platform has not told yet whether they may. */
export const refusal = ({ manages }: Pick<Caller, 'manages'>, no: () => UserError): UserError =>
  manages === undefined ? new UserError(text.both((words) => words.notCheckedYet)) : no();

/** The stored classes. Only byId() and closed() give closed ones. */
export interface Classes {
  /** The class of a channel. */
  of(channel: string): Promise<Class | undefined>;
  /** All that have a channel in a guild or workspace, oldest first. */
  within(space: string): Promise<readonly Class[]>;
  /** The closed ones that had one of the channels, or a channel in the space; the one that was closed last first. */
  closed(where: { space: string } | { channels: readonly string[] }): Promise<readonly Class[]>;
  byId(id: string): Promise<Class | undefined>;
  byCode(code: string): Promise<Class | undefined>;
  /**
   * Writes a class whole. A channel belongs to the class that was written with it last; a class that loses its last
   * channel to another is closed, and one that is written without any is deleted. What a class that is over has planned
   * is to be stepped at once, and events in a space that a class has left are shown anew. `at`: epoch milliseconds.
   */
  save(one: Class, at: number): Promise<void>;
  /**
   * The same, unless another instructor or process has changed the class since it was read as `was`: then nothing is
   * written, and it gives false. A new one (`was` undefined), or one that was closed, is not written where one of its
   * channels has a class; with `onlyFree` none is where a channel that it did not have has a class.
   */
  replace(was: Class | undefined, one: Class, at: number, onlyFree?: true | undefined): Promise<boolean>;
  /** It is not due until it is saved anew; a class that is paused already keeps its own reason. */
  pause(id: string, paused: Paused): Promise<void>;
  /** At most `most` classes that are not closed, in order of their ids, from behind `after` on. */
  open(after: string, most: number): Promise<readonly Class[]>;
  /** At most `most` classes whose cards are due at `now` (epoch milliseconds), longest due first. */
  due(now: number, most: number): Promise<readonly Class[]>;
}
