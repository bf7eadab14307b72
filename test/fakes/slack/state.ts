import { randomBytes } from 'node:crypto';
import { type Clock, createClock } from '../clock.ts';
import { random } from './ids.ts';
import type { Channel, Hook, Pending, StoredFile, StoredView, Trigger } from './model.ts';
import type { LocalSlack, Options, Rank, User } from './types.ts';

export interface State {
  readonly clock: Clock;
  readonly now: () => number;
  readonly teamId: string;
  readonly appId: string;
  readonly botId: string;
  readonly bot: User;
  readonly botToken: string;
  readonly appToken: string;
  readonly signingSecret: string;
  /** The old way to know Slack, that payloads still have. */
  readonly verificationToken: string;
  scopes: readonly string[];
  /** Milliseconds that Slack takes to look at a file. */
  readonly processing: number;
  readonly revoked: Set<'token' | 'app-token'>;
  readonly users: Map<string, User>;
  /** By person; whoever is not in it is a member. */
  readonly ranks: Map<string, Rank>;
  /** Slash commands whose text is sent with mentions and links made. */
  readonly escaping: ReadonlySet<string>;
  readonly channels: Map<string, Channel>;
  readonly directs: Map<string, Channel>;
  readonly class: Channel;
  readonly outside: Channel;
  readonly files: Map<string, StoredFile>;
  readonly views: Map<string, StoredView>;
  /** The modals that a person has open, the top one last. */
  readonly stacks: Map<string, StoredView[]>;
  readonly homes: Map<string, StoredView>;
  /** How often home tabs were published, and who waits for that, by person. */
  readonly publications: Map<string, { times: number; waiting: { times: number; resolve: () => void }[] }>;
  readonly triggers: Map<string, Trigger>;
  readonly hooks: Map<string, Hook>;
  /** Acts without an answer yet, by channel. */
  readonly unanswered: Map<string, Set<Pending>>;
  /** Where this server is, such as http://127.0.0.1:1234 */
  base: string;
  /** A new timestamp of a message: unique and increasing. */
  ts(): string;
  /** A new id with this first letter. */
  id(prefix: string): string;
  deliver(pending: Pending): void;
}

export const TEAM_DOMAIN = 'dosirak-class';

/** What the app is granted unless told. */
const SCOPES = [
  'app_mentions:read',
  'channels:history',
  'channels:read',
  'chat:write',
  'commands',
  'files:read',
  'files:write',
  'groups:history',
  'groups:read',
  'im:history',
  'im:read',
  'im:write',
  'users:read',
];

export function createState(options: Options): State {
  const clock = createClock(options.now);
  const { now } = clock;
  let last = 0;
  const ts = (): string => {
    last = Math.max(last + 1, Math.trunc(now() * 1000));
    return `${Math.trunc(last / 1e6)}.${String(last % 1e6).padStart(6, '0')}`;
  };
  const id = (prefix: string): string => `${prefix}0${random(9)}`;
  const bot: User = { id: id('U'), name: 'dosirak', locale: 'en-US' };
  const channel = (name: string, members: string[]): Channel => ({
    id: id('C'),
    kind: 'public',
    name,
    members: new Set(members),
    archived: false,
    messages: new Map(),
    createdAt: now(),
  });
  const ours = channel('class', [bot.id]);
  const outside = channel('lounge', []);
  const appId = id('A');
  return {
    clock,
    now,
    teamId: id('T'),
    appId,
    botId: id('B'),
    bot,
    botToken: `xoxb-${random(12, '0123456789')}-${random(13, '0123456789')}-${random(24)}`,
    appToken: `xapp-1-${appId}-${random(13, '0123456789')}-${randomBytes(32).toString('hex')}`,
    signingSecret: randomBytes(16).toString('hex'),
    verificationToken: random(24),
    scopes: options.scopes ?? SCOPES,
    processing: options.processing ?? 0,
    revoked: new Set(),
    users: new Map([[bot.id, bot]]),
    ranks: new Map(),
    escaping: new Set((options.slashCommands ?? []).filter((one) => one.should_escape).map((one) => one.command)),
    channels: new Map([ours, outside].map((one) => [one.id, one])),
    directs: new Map(),
    class: ours,
    outside,
    files: new Map(),
    views: new Map(),
    stacks: new Map(),
    homes: new Map(),
    publications: new Map(),
    triggers: new Map(),
    hooks: new Map(),
    unanswered: new Map(),
    base: '',
    ts,
    id,
    deliver: () => undefined,
  };
}

/** The conversation between the bot and a person. */
export function directChannel(state: State, user: User): Channel {
  const known = state.directs.get(user.id);
  if (known) return known;
  const channel: Channel = {
    id: state.id('D'),
    kind: 'dm',
    name: 'directmessage',
    members: new Set([user.id, state.bot.id]),
    archived: false,
    messages: new Map(),
    recipient: user,
    createdAt: state.now(),
  };
  state.directs.set(user.id, channel);
  state.channels.set(channel.id, channel);
  return channel;
}

/** Takes something away from the app. */
export function revoke(state: State, what: Parameters<LocalSlack['revoke']>[0]): void {
  if (what === 'channel') state.class.members.delete(state.bot.id);
  else if (typeof what === 'string') state.revoked.add(what);
  else state.scopes = state.scopes.filter((scope) => scope !== what.scope);
}
