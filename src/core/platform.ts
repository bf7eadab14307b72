import { platformOf } from './address.ts';
import type { Claims } from './claims.ts';
import type { StartError } from './errors.ts';
import type { Guest } from './guest.ts';
import type { Locale, Localized } from './locale.ts';
import type { Log } from './log.ts';
import type { Reply } from './reply/blocks.ts';
import type { Draw } from './reply/drawable.ts';
import type { Timers } from './timers.ts';

/** What a platform has from the rest of the program. */
export interface PlatformContext {
  draw: Draw;
  claims: Claims;
  /** Epoch milliseconds. */
  now: () => number;
  /** For the deadlines of answers. */
  timers: Timers;
  log: Log;
}

/** A channel that is no longer there, or in which the bot may not read or write; `reason` is the platform's own code. */
export interface Lost {
  kind: 'lost';
  why: 'gone' | 'forbidden';
  reason: string;
}

/** What became of a message that was to be posted. `unsure`: it may be there or not. */
export type Posted =
  | { kind: 'sent'; message: string }
  | { kind: 'unsure' }
  /** It was not written, and may be tried again after so many milliseconds. */
  | { kind: 'later'; wait: number }
  | Lost;

/**
 * What became of an edit. `gone`: the message or its channel is not there any more. `after`: not edited; it may be tried
 * again after so many milliseconds. `later`: not edited; it may be tried again once a process leases it again.
 */
export type Edited = 'shown' | 'gone' | 'later' | { after: number };

/** A message to post, and the key (lower-case letters and digits, at most 25) by which it is found again. */
export interface Posting {
  reply: Reply;
  locale: Locale;
  /** It also stands in the reply itself: in its buttons' lines or its small print. */
  idempotencyKey: string;
}

/** What a platform's own calendar tells people of; plain texts of any length. Times are epoch milliseconds. */
export interface CalendarEvent {
  name: string;
  description: string;
  /** The channel in which it takes place; the same as long as the event is there. */
  channel: string;
  starts: number;
  ends: number;
}

/**
 * The calendar of a guild or workspace (`space`). An event is known by its place and its hour: of the same two there is
 * one at most, so that one that was made by a process that was killed is found again. Nothing rejects for what a platform
 * answers.
 */
export interface Calendar {
  /** Makes an event to come. From `until` (epoch ms) on another process may make it. `lost`: the bot may not. */
  create(space: string, event: CalendarEvent, until: number): Promise<Posted>;
  /** Looks for the event that we made; `hours`: at which it may have been planned. Undefined where there is none. */
  find(space: string, event: CalendarEvent, hours: readonly number[]): Promise<Posted | undefined>;
  /** Shows it anew. */
  change(space: string, id: string, event: CalendarEvent): Promise<Edited>;
  /** Takes it away. */
  remove(space: string, id: string): Promise<Edited>;
}

/**
 * Writes to channels unasked. Channels are `discord:123`, `slack:C1`, people `discord:@123`, `slack:@U1`. A message's
 * name is the platform's own. Nothing rejects for what a platform answers.
 */
export interface Messenger {
  /** What the addresses of its channels begin with. */
  platform: string;
  /** From `until` (epoch ms) on another process may write it: nothing is sent that could still be on its way by then. */
  post(channel: string, posting: Posting, until: number): Promise<Posted>;
  /** Looks for the message with this key that we wrote after `since` (epoch ms); undefined where there is none. */
  find(channel: string, idempotencyKey: string, since: number): Promise<Posted | undefined>;
  /** Shows it anew; its pictures stay. `urgent`: it looks different, and does not only count more readers. */
  edit(channel: string, message: string, posting: Posting, urgent: boolean): Promise<Edited>;
  /** Where the platform has one. */
  calendar?: Calendar;
  /**
   * Can the bot read the channel, as far as that can be known without writing? If so, with the guild or workspace it is
   * in, where that is known; undefined where the platform gives no clear answer.
   */
  reach(channel: string): Promise<Lost | { kind: 'open'; space: string | undefined } | undefined>;
}

/** The messenger that writes to an address. */
export const messengerFor = (address: string, messengers: readonly Messenger[]): Messenger | undefined =>
  messengers.find(({ platform }) => platform === platformOf(address));

/** A chat platform that the bot is connected to. */
export interface Connection {
  /** One line for the operator: under which name it is connected. */
  greeting: Localized;
  /** Resolves with what ended it for good. */
  closed: Promise<StartError>;
  /** Do events arrive at this moment? */
  ready(): boolean;
  /** Draws a reply in advance, so that it is at hand when it is asked for. */
  prepare(reply: Reply, locale: Locale): void;
  messenger: Messenger;
  /** Answers requests that the platform sends us, where it does. */
  guest?: Guest;
  /** Takes nothing new, finishes what is in flight, at most `within` ms, and disconnects. */
  stop(within: number): Promise<void>;
}
