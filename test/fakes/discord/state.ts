import { randomBytes } from 'node:crypto';
import { type Clock, createClock } from '../clock.ts';
import type { ApiError } from './errors.ts';
import type {
  Access,
  Answer,
  Attachment,
  EventAccess,
  Features,
  Json,
  Message,
  Options,
  Role,
  User,
  Where,
} from './types.ts';

type Mutable<T> = { -readonly [K in keyof T]: T[K] };

export interface Uploaded {
  /** The n of `files[n]`. */
  index: number;
  name: string;
  size: number;
  type: string;
  data: Uint8Array;
}

export interface Stored extends Mutable<Message> {
  attachments: readonly Attachment[];
  /** Who alone sees an ephemeral message. */
  viewer?: string;
  type: number;
  tts: boolean;
  at: number;
  editedAt?: number;
  nonce?: string | number;
  /** The message it replies to. */
  reference?: Stored;
  /** Of an interaction or webhook. */
  webhook: boolean;
}

export interface Channel {
  id: string;
  kind: Where;
  name: string;
  messages: Map<string, Stored>;
  /** What the bot may do there. */
  access: Access;
  /** For direct messages. */
  recipient?: User;
  window: Window;
}

/** A guild scheduled event of the EXTERNAL kind. Times are milliseconds since 1970. */
export interface StoredEvent {
  id: string;
  creator: string;
  name: string;
  description: string | null;
  location: string;
  starts: number;
  ends: number;
  /** As somebody set it; it also begins and ends by itself. */
  status: 1 | 2 | 3 | 4;
}

/** A rate limit's window. */
export interface Window {
  at: number;
  used: number;
}

export interface Pending {
  id: string;
  token: string;
  type: 2 | 3 | 4 | 5;
  user: User;
  channel: Channel;
  at: number;
  /** Its metadata for messages that it leads to. */
  metadata: Json;
  /** The message whose component was used, also before a modal. */
  source?: Stored;
  acknowledgedAfter?: number;
  /** What `@original` is. */
  message?: Stored;
  followUps: Stored[];
  answered: PromiseWithResolvers<Answer>;
  settled: PromiseWithResolvers<Message>;
  edits: Window;
}

export interface Emitted {
  event: string;
  data: () => Json;
  guild: boolean;
  /** The intent it needs; without one everybody gets it. */
  intent?: number;
}

export interface State {
  readonly clock: Clock;
  readonly now: () => number;
  readonly token: string;
  readonly applicationId: string;
  readonly bot: User;
  readonly owner: User;
  readonly guild: { id: string; channelId: string; threadId: string; locale: string };
  /** A server without the bot, and a group's direct messages. */
  readonly elsewhere: { id: string; channelId: string };
  readonly groupId: string;
  readonly forPeople: boolean;
  readonly botPermissions: string | undefined;
  readonly shards: number;
  readonly maxConcurrency: number;
  readonly rateLimits: boolean;
  readonly answerWithin: number;
  readonly features: Features;
  readonly users: Map<string, User>;
  readonly roles: Map<string, Role>;
  readonly channels: Map<string, Channel>;
  readonly directs: Map<string, Channel>;
  readonly interactions: Map<string, Pending>;
  readonly globalCommands: Map<string, Json>;
  readonly guildCommands: Map<string, Json>;
  readonly events: Map<string, StoredEvent>;
  /** What the bot may do with the guild's scheduled events. */
  eventAccess: EventAccess;
  readonly uploads: Map<string, Attachment>;
  readonly nonces: Map<string, { at: number; message: Stored }>;
  /** New commands by the day. */
  readonly creates: { day: number; count: number };
  base: string;
  snowflake(): string;
  emit(event: Emitted): void;
}

export const EPOCH = 1_420_070_400_000;
/** Milliseconds for the first answer, and for all that follow (Interactions: Receiving and Responding). */
const FIRST_ANSWER = 3000;
export const TOKEN_LIFE = 15 * 60_000;

export const newWindow = (): Window => ({ at: 0, used: 0 });

export const newChannel = (id: string, kind: Channel['kind'], name: string): Channel => ({
  id,
  kind,
  name,
  messages: new Map(),
  access: 'all',
  window: newWindow(),
});

/** The guild that a channel belongs to; direct messages belong to none. */
export function guildIdOf({ guild, elsewhere }: State, { kind }: Pick<Channel, 'kind'>): string | undefined {
  if (kind === 'dm' || kind === 'group') return undefined;
  return kind === 'elsewhere' ? elsewhere.id : guild.id;
}

/** Does the gateway tell the bot what is written there? */
export const isTold = ({ kind }: Pick<Channel, 'kind'>): boolean => kind !== 'group' && kind !== 'elsewhere';

/** The shard that a guild belongs to. */
export const shardOf = (guildId: string, shards: number): number => Number((BigInt(guildId) >> 22n) % BigInt(shards));

/** An error thrown by a handler becomes its answer. */
export const refused = new WeakMap<Error, ApiError>();
export function refuse(error: ApiError): never {
  const thrown = new Error(error.message);
  refused.set(thrown, error);
  throw thrown;
}

export function createState(options: Options): State {
  const clock = createClock(options.now);
  const { now } = clock;
  const shards = options.shards ?? 1;
  let last = 0n;
  const snowflake = (): string => {
    const timed = BigInt(Math.trunc(Math.max(now() - EPOCH, 3e11))) << 22n;
    last = timed > last ? timed : last + 1n;
    return String(last);
  };
  const person = (name: string, locale = 'en-US'): User => ({ id: snowflake(), name, locale, roles: [] });
  let guildId = snowflake();
  while (shardOf(guildId, shards) !== shards - 1) guildId = String(BigInt(guildId) + (1n << 22n));
  last = BigInt(guildId);
  const guild = { id: guildId, channelId: snowflake(), threadId: snowflake(), locale: options.guildLocale ?? 'ko' };
  const elsewhere = { id: snowflake(), channelId: snowflake() };
  const groupId = snowflake();
  const bot = person('classbot');
  const owner = person('owner');
  const applicationId = snowflake();
  return {
    clock,
    now,
    token: `${Buffer.from(bot.id).toString('base64url')}.${randomBytes(5).toString('base64url')}.${randomBytes(28).toString('base64url')}`,
    applicationId,
    bot,
    owner,
    guild,
    elsewhere,
    groupId,
    forPeople: options.forPeople ?? true,
    botPermissions: options.botPermissions,
    shards,
    maxConcurrency: options.maxConcurrency ?? shards,
    rateLimits: options.rateLimits ?? true,
    answerWithin: options.answerWithin ?? FIRST_ANSWER,
    features: {
      componentsV2: true,
      ephemeral: true,
      modals: true,
      autocomplete: true,
      label: true,
      modalMenus: true,
      radio: true,
    },
    users: new Map([
      [bot.id, bot],
      [owner.id, owner],
    ]),
    roles: new Map(),
    channels: new Map([
      [guild.channelId, newChannel(guild.channelId, 'guild', 'class')],
      [guild.threadId, newChannel(guild.threadId, 'thread', 'lesson')],
      // The bot is in neither: it only answers there.
      [groupId, { ...newChannel(groupId, 'group', ''), access: 'nothing' }],
      [elsewhere.channelId, { ...newChannel(elsewhere.channelId, 'elsewhere', 'other'), access: 'nothing' }],
    ]),
    directs: new Map(),
    interactions: new Map(),
    globalCommands: new Map(),
    guildCommands: new Map(),
    events: new Map(),
    eventAccess: 'create',
    uploads: new Map(),
    nonces: new Map(),
    creates: { day: 0, count: 0 },
    base: '',
    snowflake,
    emit: () => undefined,
  };
}

/** The channel between the bot and a person. */
export function directChannel(state: State, user: User): Channel {
  const known = state.directs.get(user.id);
  if (known) return known;
  const channel: Channel = { ...newChannel(state.snowflake(), 'dm', ''), recipient: user };
  state.directs.set(user.id, channel);
  state.channels.set(channel.id, channel);
  return channel;
}

export const unanswered = (it: Pending): boolean => it.acknowledgedAfter === undefined;
export const tooLate = (state: State, it: Pending): boolean =>
  unanswered(it) && state.now() - it.at >= state.answerWithin;
export const expired = (state: State, it: Pending): boolean => state.now() - it.at >= TOKEN_LIFE;
