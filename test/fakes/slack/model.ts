/** What the server holds: conversations, messages, files, views, and what people are doing. */
import type { Json, Message, Uploaded, User, View } from './types.ts';

type Mutable<T> = { -readonly [K in keyof T]: T[K] };

export interface StoredFile extends Mutable<Uploaded> {
  title: string;
  /** In bytes, as announced. */
  length: number;
  stage: 'announced' | 'uploaded' | 'completed';
  /** The last part of the upload address. */
  ticket: string;
  createdAt: number;
  /** Milliseconds since 1970; from then on blocks can show it. */
  readyAt: number;
  channels: Set<string>;
  /** Who uploaded it. */
  owner: string;
  /** By its name unless told. */
  mimetype?: string | undefined;
  /** Events tell no more than its id. */
  onlyId?: boolean;
  isExternal?: boolean;
}

export interface Stored extends Mutable<Message> {
  blocks: Json[];
  attachments: Json[];
  files: StoredFile[];
  /** Whether the bot wrote it. */
  byBot: boolean;
  /** The ts of the last edit. */
  editedTs: string | undefined;
  /** A reply in a thread that is shown in the channel too. */
  broadcast: boolean;
  replies: Stored[];
  /** What people have picked and not sent with a form: by person, then block and action. */
  picked: Map<string, Values>;
}

/** State values as Slack keeps them: by block_id, then by action_id. */
export type Values = Map<string, Map<string, Json>>;

export interface Channel {
  readonly id: string;
  readonly kind: 'public' | 'dm';
  readonly name: string;
  readonly members: Set<string>;
  archived: boolean;
  readonly messages: Map<string, Stored>;
  /** The person of a direct message. */
  readonly recipient?: User;
  readonly createdAt: number;
}

export interface StoredView extends Mutable<View> {
  blocks: Json[];
  externalId: string;
  /** What the client shows around the blocks, as given. */
  frame: Json;
  clearOnClose: boolean;
  notifyOnClose: boolean;
  rootId: string;
  previousId: string | undefined;
  values: Values;
  /** Where the person was when it opened. */
  origin: Place;
  /** What was done in it, until a view answers. */
  used: Set<Pending>;
}

type Kind = 'events_api' | 'interactive' | 'slash_commands';

/** Where an act takes place. */
export interface Place {
  readonly channel: Channel;
  /** The thread that it is in. */
  readonly threadTs?: string | undefined;
  /** The message that it is about: a thread there answers it too. */
  readonly ts?: string | undefined;
}

/** An act under way. */
export interface Pending {
  readonly kind: Kind;
  /** The payload's type, or the event's; `command` for a slash command. */
  readonly type: string;
  payload: Json;
  readonly user: User | undefined;
  readonly place: Place | undefined;
  /** What was used: a message, or a view. */
  readonly source: Stored | undefined;
  readonly view: StoredView | undefined;
  readonly acknowledged: PromiseWithResolvers<unknown>;
  readonly answer: PromiseWithResolvers<Stored>;
  readonly opened: PromiseWithResolvers<StoredView>;
  readonly responses: Json[];
  acknowledgedAfter: number | undefined;
  deliveries: number;
  /** Real milliseconds of the last delivery. */
  deliveredAt: number;
  status: 'waiting' | 'acknowledged' | 'failed';
}

export interface Trigger {
  readonly pending: Pending;
  readonly user: User;
  readonly at: number;
  used: boolean;
}

/** What a response_url answers to. */
export interface Hook {
  readonly pending: Pending;
  readonly user: User;
  readonly place: Place;
  readonly at: number;
  uses: number;
}
