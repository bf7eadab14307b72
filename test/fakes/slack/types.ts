/** What tests see of the local Slack. */
import type { Clock } from '../clock.ts';

export type Json = { [key: string]: unknown };

export interface User {
  readonly id: string;
  readonly name: string;
  /** As users.info tells it, such as ko-KR. */
  readonly locale: string;
}

export type Rank = 'member' | 'admin' | 'owner' | 'primary owner';

/** As the manifest has it. */
export interface SlashCommand {
  readonly command: string;
  readonly should_escape: boolean;
}

/** `class`: a public channel that the bot is in; `thread`: a thread there; `outside`: one that it is not in; `dm`: with the bot. */
export type Where = 'class' | 'thread' | 'outside' | 'dm';

export interface Uploaded {
  readonly id: string;
  readonly name: string;
  readonly altText: string | undefined;
  readonly data: Uint8Array;
  readonly permalink: string;
  readonly urlPrivate: string;
}

/** A file as a person shares it. */
export interface Shared {
  readonly name: string;
  readonly data: string | Uint8Array;
  /** As Slack guesses it by the name, unless told. */
  readonly mimetype?: string;
  /** What the app is told of it: all, or, as of another workspace's, its id alone, so that files.info has to be asked. */
  readonly told?: 'whole' | 'id';
  /** Where it is kept, if not on Slack: the file of another service. */
  readonly external?: string;
}

/** The notifications that a message makes, by its text and blocks as Slack reads them. */
export interface Pings {
  /** here, channel, everyone */
  readonly broadcasts: readonly string[];
  readonly users: readonly string[];
  readonly groups: readonly string[];
}

/** A message as it is now: the object stays the same and follows updates. */
export interface Message {
  readonly ts: string;
  readonly channel: string;
  readonly threadTs: string | undefined;
  /** Who alone sees it; undefined for everyone. */
  readonly ephemeralFor: string | undefined;
  readonly deleted: boolean;
  readonly text: string;
  /** As stored: with block ids given. */
  readonly blocks: readonly Json[];
  readonly attachments: readonly Json[];
  readonly files: readonly Uploaded[];
  readonly metadata: Json | undefined;
  readonly author: string;
  /** How often it was edited or replaced. */
  readonly edits: number;
  readonly pings: Pings;
}

/** A modal or a home tab as it is now; follows updates. */
export interface View {
  readonly id: string;
  readonly type: 'modal' | 'home';
  readonly callbackId: string;
  readonly privateMetadata: string;
  readonly title: string;
  readonly blocks: readonly Json[];
  readonly user: User;
  readonly closed: boolean;
  readonly hash: string;
}

/** What a person did, and what came of it. */
export interface Act {
  /** Resolves with the payload of the acknowledgement (undefined for an empty one); rejects after 3 s without one, by the clock. */
  readonly acknowledged: Promise<unknown>;
  /** Milliseconds by the clock from the delivery to the acknowledgement. */
  readonly acknowledgedAfter: number | undefined;
  /** How often it was delivered, redeliveries included. */
  readonly deliveries: number;
  /**
   * The first message that this person could see anew or changed in answer: by the act's response_url or by a call of
   * the Web API while it was being answered, in the same conversation (thread) or in a thread below what was written or
   * used. Of acts under way in one conversation, a message that is in none of their threads answers each. Rejects once
   * a test has no more patience.
   */
  message(): Promise<Message>;
  /** The modal opened, or pushed, with its trigger_id; or the modal that it was done in, once changed. Rejects as message() does. */
  view(): Promise<View>;
  /** Everything that came by its response_url so far. */
  readonly responses: readonly Json[];
}

/** A call of the Web API or of a response_url or of an upload address. Status 0: the connection was dropped. */
export interface Recorded {
  /** `chat.postMessage`, `response_url`, `upload` … */
  readonly method: string;
  readonly status: number;
  /** Arguments, decoded from form, JSON or multipart. */
  readonly args: Json;
  /** The answer's body. */
  readonly answer: Json;
  readonly token: string | undefined;
  readonly at: number;
}

export interface FaultMatch {
  /** A method as in `Recorded`. */
  method: RegExp;
  /** How many calls it strikes; 1 unless told, Infinity for all. */
  times?: number;
}

/** Ends the fault; `struck`: how many it has met so far. */
export type Striking = (() => void) & { struck(): number };

export type Fault =
  /** No effect, HTTP 200 with ok:false and this error. */
  | { error: string }
  /** No effect, this HTTP status with a body that need not be JSON. */
  | { status: number; body?: string }
  /** No effect, 429 with these seconds in Retry-After. */
  | { retryAfter: number }
  /** The connection breaks before or after the effect: reset, or with `clean` closed without an answer. */
  | { drop: 'before' | 'after'; clean?: boolean }
  /** The effect takes place, then this HTTP status. */
  | { statusAfter: number }
  /** The effect takes place, then HTTP 200 with ok:false and this error. */
  | { errorAfter: string }
  /** The effect takes place, the answer comes these milliseconds of the clock later. */
  | { late: number }
  /** Milliseconds of the clock before the call takes effect. */
  | { delay: number };

export interface Socket {
  /** Open connections that have had their hello. */
  readonly connections: number;
  /** Connections opened so far. */
  readonly opened: number;
  /** Sends `disconnect` with the reason on every connection or on the n-th, 1 being the oldest; as Slack does, closes it later itself: about 10 s after a warning, at once otherwise. */
  disconnect(reason: 'warning' | 'refresh_requested' | 'link_disabled' | 'too_many_websockets', nth?: number): void;
  /** Breaks the TCP connection, of all or of the n-th. */
  drop(nth?: number): void;
  /** Stops answering pings and sending anything, but keeps the connection open: a stalled peer. */
  stall(nth?: number): void;
  /** New connections get no hello until told otherwise. */
  withholdHello(on: boolean): void;
  /** New connections are refused (the upgrade fails) until told otherwise. */
  refuse(on: boolean): void;
  /** Whether the TCP connection stays open after the closing handshake, as Slack is known to leave it; it does not until told. */
  linger(on: boolean): void;
  /** Every envelope from now on is delivered that often, each time with the same ids. */
  duplicate(times: number): void;
  /** The next acknowledgements are lost on the way: that many envelopes are delivered again. */
  loseAcks(count: number): void;
}

export interface Options {
  /** `socket`: Socket Mode; `http`: signed requests to `deliverTo()`. */
  mode?: 'socket' | 'http';
  /** The time in milliseconds since 1970; unless told, it stands still but for `clock.advance()`. */
  now?: () => number;
  /** Milliseconds of the clock until an event without an acknowledgement is delivered again, the three times; 3000 + [0, 60000, 300000] as Slack unless told. */
  retryAfter?: readonly number[];
  /** Whether calls are recorded; they are unless told. */
  record?: boolean;
  /** Whether the documented rate limits are kept (about one message a second and channel, tiers a method a minute); not unless told. */
  rateLimits?: boolean;
  /** Milliseconds by `now` after which a completed file may be shown by a block; none unless told. Slack takes seconds, and refuses the block until then. */
  processing?: number;
  /** The app's slash commands, for how what is typed behind them is sent; as without `should_escape` unless told. */
  slashCommands?: readonly SlashCommand[];
  /** The bot's granted scopes; unless told, whatever the methods here need. */
  scopes?: readonly string[];
}

/** What one presses, picks or writes, by what a person reads; `actionId` with `forge` sends what is not there. */
export type What = { label: string } | { actionId: string; value?: string; forge?: true };

export interface LocalSlack {
  /** For SLACK_API_URL: http://127.0.0.1:PORT/api/ */
  readonly url: string;
  /** All limits in time go by it: of acknowledgements, trigger_ids (3 s), response_urls (30 min), rates and signatures. */
  readonly clock: Clock;
  readonly botToken: string;
  readonly appToken: string;
  readonly signingSecret: string;
  readonly teamId: string;
  readonly appId: string;
  readonly botUserId: string;
  readonly botId: string;
  readonly requests: readonly Recorded[];
  readonly socket: Socket;
  channelId(user: User, where: Where): string;
  /** The ts of the message that the thread of `thread` hangs on. */
  readonly threadTs: string;
  user(name: string, options?: { locale?: string; rank?: Rank }): User;
  /** Makes somebody an admin, or what else they are from now on. */
  promote(user: User, rank: Rank): void;
  /** `/k8s pod`; in a thread Slack itself refuses slash commands. */
  command(user: User, where: Exclude<Where, 'thread'>, line: string): Act;
  /** `<@BOT> text`; the client escapes &, <, > and makes links and mentions of names as Slack does. */
  mention(user: User, where: Where, text: string, files?: readonly Shared[]): Act;
  /** A direct message to the bot; with `threadTs` in a thread there. */
  direct(user: User, text: string, threadTs?: string, files?: readonly Shared[]): Act;
  /** A button of a message or a view. */
  press(user: User, on: Message | View, what: What): Act;
  /** Options of a static select, multi select, radio buttons or checkboxes, by their labels; `actionId` where there are several. */
  select(user: User, on: Message | View, labels: string | readonly string[], actionId?: string): Act;
  /** What a select with external data offers while this is typed. */
  suggest(
    user: User,
    on: Message | View,
    typed: string,
    actionId?: string,
  ): Promise<readonly { label: string; value: string }[]>;
  /** Picks what suggest() offered. */
  pick(user: User, on: Message | View, option: { label: string; value: string }, actionId?: string): Act;
  /** Types into the only input for text of a message; the app is told with the next press there. */
  write(user: User, on: Message, typed: string): void;
  /** Submits a modal: what was typed or picked, by action_id, or the one text. Inputs left out stay empty or initial. */
  submit(
    user: User,
    view: View,
    values: string | Readonly<Record<string, string | readonly string[] | { label: string; value: string }>>,
  ): Act;
  /**
   * Opens a tab of the app, its home unless told: an app_home_opened event; home() then has what was published. Whoever
   * first writes to the bot has opened its messages tab before, without being told to.
   */
  openHome(user: User, tab?: 'home' | 'messages'): Act;
  home(user: User): View | undefined;
  /** Resolves when the person's home tab has been published the n-th time. */
  published(user: User, times?: number): Promise<View>;
  /** Closes a modal without sending it; the app is told (view_closed) only if it asked for that. */
  dismiss(user: User, view: View): Act | undefined;
  shortcut(user: User, callbackId: string): Act;
  messageShortcut(user: User, callbackId: string, message: Message): Act;
  /** Delivers an act's payload again, as Slack does when an acknowledgement was lost: same ids, retry number and reason. */
  redeliver(act: Act): Promise<void>;
  /** Any payload, such as one that is malformed or of an event that we did not ask for. */
  deliver(kind: 'events_api' | 'interactive' | 'slash_commands', payload: Json): Act;
  /** What is in a conversation, oldest first: for a person with what only that person sees. */
  messages(channelId: string, viewer?: User): readonly Message[];
  /** A message by a person, which the bot may or may not be told of. */
  say(user: User, where: Where | { channel: string }, text: string, files?: readonly Shared[]): Message;
  /** Gives back what ends it. */
  fault(match: FaultMatch, what: Fault): Striking;
  /** A new public channel that the bot and everybody is in; its id. */
  channel(name: string): string;
  /** Nobody writes there any more. */
  archive(channelId: string): void;
  /** The bot is not in it any more. */
  removeFrom(channelId: string): void;
  /** The bot is in it again. */
  inviteTo(channelId: string): void;
  /** It is gone, with all that is in it. */
  deleteChannel(channelId: string): void;
  /** An owner of the workspace deletes a message. */
  deleteMessage(message: Message): void;
  /** For HTTP mode: where requests go; several are taken in turn, as a balancer does. */
  deliverTo(...urls: readonly string[]): void;
  /** A raw request to the app's endpoint, signed as told; gives the status. For forged, old and missing signatures. */
  request(
    body: string,
    headers?: Readonly<Record<string, string>>,
    sign?: 'right' | 'wrong' | 'old' | 'none',
  ): Promise<{ status: number; body: string }>;
  /** A token is good no more, the bot is in the class's channel no more, or the app lacks a scope from now on. */
  revoke(what: 'token' | 'app-token' | 'channel' | { scope: string }): void;
  close(): Promise<void>;
}
