/** What tests see of the local Discord. */
import type { Clock } from '../clock.ts';

export type Json = { [key: string]: unknown };

export interface User {
  readonly id: string;
  readonly name: string;
  readonly locale: string;
  /** In the guild, as bits; what every member may unless told. */
  readonly permissions?: string;
  readonly roles: readonly Role[];
  /** Has installed the app for themselves. */
  readonly installed?: true;
}

export interface Role {
  readonly id: string;
  readonly name: string;
}

/** `group`: direct messages of several people. `elsewhere`: a channel of a server that the bot is not in. */
export type Where = 'guild' | 'thread' | 'dm' | 'group' | 'elsewhere';
/** A file as a person picks it. */
export interface Upload {
  readonly filename: string;
  readonly data: string | Uint8Array;
  /** Discord guesses it by the name, and leaves it out where it cannot. */
  readonly contentType?: string;
}
export type Value = string | number | boolean | Upload;

export interface Attachment {
  readonly id: string;
  readonly filename: string;
  readonly size: number;
  readonly description?: string;
  readonly contentType?: string;
  readonly url: string;
  readonly data: Uint8Array;
}

/** The mentions that notify somebody, by the text and by `allowed_mentions`. */
export interface Pings {
  readonly everyone: boolean;
  readonly users: readonly string[];
  readonly roles: readonly string[];
}

/** A message as it is now: the object stays the same and follows edits. */
export interface Message {
  readonly id: string;
  readonly channelId: string;
  readonly ephemeral: boolean;
  /** A deferral that was not filled in yet: the bot is thinking. */
  readonly loading: boolean;
  readonly deleted: boolean;
  readonly author: { readonly id: string; readonly username: string; readonly bot: boolean };
  readonly flags: number;
  readonly content: string;
  /** As stored: with ids given, and `attachment://` resolved. */
  readonly components: readonly Json[];
  readonly embeds: readonly Json[];
  /** Everything uploaded to it, also what components or embeds refer to. */
  readonly attachments: readonly Attachment[];
  readonly interaction_metadata?: Json;
  /** How often it was edited; filling in a deferral is not an edit. */
  readonly edits: number;
  readonly pings: Pings;
}

export interface Modal {
  readonly customId: string;
  readonly title: string;
  readonly components: readonly Json[];
  readonly user: User;
  /** Its text inputs and selects, in order, as JSON; `label` is what the person reads. */
  readonly fields: readonly { readonly customId: string; readonly label: string; readonly field: Json }[];
}

export interface Choice {
  readonly name: string;
  readonly value: string | number;
}

/** The first accepted response, by its callback type. */
export type Answer =
  | { readonly kind: 'message'; readonly message: Message }
  | { readonly kind: 'update'; readonly message: Message }
  | { readonly kind: 'deferred'; readonly message: Message }
  | { readonly kind: 'deferredUpdate'; readonly message: Message }
  | { readonly kind: 'modal'; readonly modal: Modal }
  | { readonly kind: 'choices'; readonly choices: readonly Choice[] };

export interface Interaction {
  readonly id: string;
  readonly token: string;
  /** The first accepted response; rejects once three seconds passed without one, by the clock. */
  readonly answered: Promise<Answer>;
  /**
   * The message of the answer; after a deferral once it is filled in or, for a deferred update, edited. Rejects when
   * there is none: a modal, choices, no answer, deleted, or 15 minutes passed.
   */
  settled(): Promise<Message>;
  /** Milliseconds by the clock from the dispatch to the first accepted response. */
  readonly acknowledgedAfter: number | undefined;
  /** The message that `@original` is. */
  readonly message: Message | undefined;
  readonly followUps: readonly Message[];
}

/** A request; `path` follows `/api/v10` and has the query. Status 0: the connection was dropped. */
export interface Recorded {
  readonly method: string;
  readonly path: string;
  readonly status: number;
  readonly body: unknown;
}

export interface FaultMatch {
  method?: string;
  /** Tested against `Recorded.path`. */
  path: RegExp;
  /** How many requests it strikes; 1 unless told, Infinity for all. */
  times?: number;
}

/** Ends the fault; `struck`: how many it has met so far. */
export type Striking = (() => void) & { struck(): number };

export type Fault =
  /** No effect, this answer. */
  | { status: number; body?: unknown }
  /** No effect, a 429 with these seconds. */
  | { retryAfter: number; global?: boolean }
  /** The connection breaks before or after the effect: reset, or with `clean` closed without an answer. */
  | { drop: 'before' | 'after'; clean?: boolean }
  /** The effect takes place, then this status. */
  | { statusAfter: number }
  /** The effect takes place, the answer comes these milliseconds of the clock later. */
  | { late: number }
  /** Milliseconds of the clock before the request takes effect. */
  | { delay: number };

interface Connection {
  readonly shard: readonly [id: number, count: number];
  readonly intents: number;
  readonly sessionId: string;
}

export interface Gateway {
  /** The identified connections that are open. */
  readonly connections: readonly Connection[];
  readonly identifies: number;
  readonly resumes: number;
  readonly heartbeats: number;
  /** For connections from now on. */
  heartbeatInterval: number;
  /** Closes every connection with the code; without one the socket just breaks. Sessions stay resumable. */
  drop(code?: number): void;
  /** Opcode 7. */
  reconnect(): void;
  /** Opcode 9. */
  invalidate(resumable: boolean): void;
  /** The next resume is answered with an invalid session. */
  refuseResume(): void;
  /** Heartbeats of the connections there are now are no longer acknowledged. */
  silence(): void;
  /** Opcode 1: the client has to send a heartbeat at once. */
  requestHeartbeat(): void;
  /** Every dispatch from now on is sent that often. */
  duplicate(times: number): void;
}

/** Switched off, the server refuses what it then does not know (400, code 50035). */
export interface Features {
  componentsV2: boolean;
  ephemeral: boolean;
  modals: boolean;
  autocomplete: boolean;
  label: boolean;
  /** Select menus in modals. */
  modalMenus: boolean;
  /** Radio buttons and boxes in modals. */
  radio: boolean;
}

export interface Options {
  /** The recommended shard count; 1 unless told. The guild belongs to the last shard. */
  shards?: number;
  /** 1 for one shard; as many as shards unless told. */
  maxConcurrency?: number;
  /** Milliseconds of the clock between identifies of one rate limit key, else an invalid session; Discord's 5000 unless told. */
  identifyEvery?: number;
  /** The time in milliseconds since 1970; unless told, it stands still but for `clock.advance()`. */
  now?: () => number;
  heartbeatInterval?: number;
  /** Milliseconds for the first answer to an interaction; Discord's 3000 unless told. */
  answerWithin?: number;
  /** Privileged intents that the application may use, as bits. */
  privileged?: number;
  /** The guild's language. */
  guildLocale?: string;
  /** Whether people may install the app for themselves, as its settings say; they may unless told. */
  forPeople?: boolean;
  /** What the bot may do in the guild, as bits; what every member may unless told. */
  botPermissions?: string;
  /** Whether bodies of requests are kept; they are unless told. */
  recordBodies?: boolean;
  /** Whether edits and channel messages have rate limits; they have unless told. */
  rateLimits?: boolean;
}

/**
 * What the bot may do with scheduled events: CREATE_EVENTS, MANAGE_EVENTS, or nothing (Guild Scheduled Event Permissions
 * Requirements).
 */
export type EventAccess = 'create' | 'manage' | 'nothing';

/** A guild's scheduled event as it is now; times in milliseconds since 1970. */
export interface ScheduledEvent {
  readonly id: string;
  readonly name: string;
  readonly description: string | null;
  readonly location: string;
  readonly starts: number;
  readonly ends: number;
  readonly status: 'scheduled' | 'active' | 'completed' | 'canceled';
}

export type Access = 'all' | 'no files' | 'no writing' | 'no history' | 'nothing';

export interface LocalDiscord {
  /** For DISCORD_API_URL: http://127.0.0.1:PORT/api */
  readonly url: string;
  /** All limits in time go by it: of answers, rates, identifies, heartbeats and sessions. */
  readonly clock: Clock;
  readonly token: string;
  readonly applicationId: string;
  /** The bot's user; not the application's id, as with old applications. */
  readonly botId: string;
  readonly requests: readonly Recorded[];
  readonly gateway: Gateway;
  readonly features: Features;
  readonly guild: { readonly id: string; readonly channelId: string; readonly threadId: string };
  directChannelId(user: User): string;
  /** The channel that `where` is for this person. */
  channelId(user: User, where: Where): string;
  /** As stored, in Discord's full form: the global commands, or a guild's. */
  commands(guildId?: string): readonly Json[];
  /** A new person, in the guild, in the group and in the server without the bot, with the same permissions. */
  user(
    name: string,
    options?: { locale?: string; permissions?: string; roles?: readonly Role[]; installed?: true },
  ): User;
  /** A new role of the guild. */
  role(name: string): Role;
  /** Subcommands follow the name after a space: `class setup`. Channels, people and roles are given by their ids. */
  slash(user: User, where: Where, name: string, options?: Readonly<Record<string, Value>>): Interaction;
  autocomplete(
    user: User,
    where: Where,
    name: string,
    option: string,
    typed: string,
    others?: Readonly<Record<string, Value>>,
  ): Promise<readonly Choice[]>;
  press(user: User, message: Message, what: { label: string } | { customId: string; forge?: boolean }): Interaction;
  /** The options by their labels, of the select that has them all; with `place`, of the message's selects that one, from 0. */
  select(user: User, message: Message, labels: string | readonly string[], place?: number): Interaction;
  /** A command of a message's menu, by the name that the person reads there. */
  menu(user: User, message: Message, name: string): Interaction;
  /**
   * Texts and files by the inputs' custom ids, or the one text; of menus, radio buttons and boxes the label, or several;
   * of a channel select the channel's id. What is left out stays as prefilled.
   */
  submit(
    user: User,
    modal: Modal,
    texts: string | Readonly<Record<string, string | readonly string[] | Upload>>,
  ): Interaction;
  /** What is in a channel, oldest first: for a person with the ephemeral messages of that person. */
  messages(channelId: string, viewer?: User): readonly Message[];
  /** Gives back what ends it. */
  fault(match: FaultMatch, what: Fault): Striking;
  /** A new text channel of the guild; its id. */
  channel(name: string): string;
  /** It is gone, with all that is in it. */
  deleteChannel(channelId: string): void;
  /** A moderator deletes a message. */
  deleteMessage(message: Message): void;
  /** What the bot may do in a channel from now on: all, not send files, not write, not read what was written, or not see it at all. */
  allow(channelId: string, what: Access): void;
  /** The guild's scheduled events that were not deleted, oldest first. */
  events(): readonly ScheduledEvent[];
  allowEvents(what: EventAccess): void;
  /** The person takes no direct messages from now on. */
  refuseDirect(user: User): void;
  /** A message by a person. */
  say(user: User, channelId: string, text: string, files?: readonly Upload[]): Message;
  close(): Promise<void>;
}
