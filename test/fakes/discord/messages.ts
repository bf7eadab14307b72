/** Messages coming into being, changing and going. */
import { invalidForm, refusals } from './errors.ts';
import { requireFeatures } from './features.ts';
import { EPHEMERAL, LOADING, V2 } from './flags.ts';
import { number, object, objects, text } from './json.ts';
import { pingsOf } from './mentions.ts';
import { newAttachments, resolved, storedComponents } from './parts.ts';
import { messageError } from './rules/message.ts';
import { legacyField } from './rules/problems.ts';
import { type Channel, isTold, refuse, type State, type Stored, type Uploaded } from './state.ts';
import type { Attachment, Json, User } from './types.ts';
import { memberJson, messageJson, username } from './wire.ts';

/** What may be set by who sends: suppress embeds, ephemeral, suppress notifications, components v2. */
const SETTABLE = (1 << 2) | EPHEMERAL | (1 << 12) | V2;
const GUILD_MESSAGES = 1 << 9;
const DIRECT_MESSAGES = 1 << 12;

/** How a message of the bot's comes to be. */
export interface Made {
  channel: Channel;
  type: number;
  /** By a webhook or interaction. */
  webhook: boolean;
  viewer?: string;
  /** Only the viewer may see it, whatever it says. */
  alone?: boolean;
  metadata?: Json;
  reference?: Stored;
}

/** Refuses a body as Discord does. */
export function checkMessage(
  state: State,
  body: unknown,
  uploads: readonly Uploaded[],
  how: { edit: boolean; wasV2: boolean; interaction: boolean; kept?: readonly string[] },
): void {
  requireFeatures(state, body);
  const error = messageError(body, uploads, how);
  if (error) refuse(error);
}

const intentOf = (channel: Channel): number => (channel.kind === 'dm' ? DIRECT_MESSAGES : GUILD_MESSAGES);

function tell(state: State, event: 'MESSAGE_CREATE' | 'MESSAGE_UPDATE', channel: Channel, message: Stored): void {
  if (message.ephemeral || !isTold(channel)) return;
  const guild = channel.kind !== 'dm';
  const data = (): Json => {
    const { user: _user, ...member } = memberJson(state, state.bot);
    return { ...messageJson(state, message), ...(guild ? { guild_id: state.guild.id, member } : {}) };
  };
  state.emit({ event, guild, intent: intentOf(channel), data });
}

/** A person's message. */
export function say(
  state: State,
  user: User,
  channel: Channel,
  content: string,
  attachments: readonly Attachment[],
): Stored {
  const message: Stored = {
    id: state.snowflake(),
    channelId: channel.id,
    ephemeral: false,
    loading: false,
    deleted: false,
    author: { id: user.id, username: username(user), bot: false },
    flags: 0,
    content,
    components: [],
    embeds: [],
    attachments,
    edits: 0,
    pings: pingsOf(content, [], undefined, false),
    type: 0,
    tts: false,
    at: state.now(),
    webhook: false,
  };
  channel.messages.set(message.id, message);
  return message;
}

/** The deferred message of an interaction: the bot is thinking. */
export const createLoading = (state: State, flags: number, made: Made): Stored =>
  create(state, { flags: (flags & EPHEMERAL) | LOADING }, [], made);

/** A new message of a checked body. */
export function createMessage(state: State, body: unknown, uploads: readonly Uploaded[], made: Made): Stored {
  return create(state, object(body), uploads, made);
}

function create(state: State, body: Json, uploads: readonly Uploaded[], made: Made): Stored {
  const id = state.snowflake();
  const flags = number(body.flags);
  const loading = (flags & LOADING) !== 0;
  const attachments = newAttachments(state, made.channel, body, uploads);
  const nonce = body.nonce;
  const ephemeral = made.webhook && (made.alone || (flags & EPHEMERAL) !== 0);
  const content = text(body.content);
  const components = storedComponents(objects(body.components), attachments);
  const message: Stored = {
    id,
    channelId: made.channel.id,
    ephemeral,
    loading,
    deleted: false,
    author: { id: state.bot.id, username: username(state.bot), bot: true },
    flags: flags & (SETTABLE | LOADING) & (made.webhook ? ~0 : ~EPHEMERAL),
    content,
    components,
    embeds: resolved(objects(body.embeds), attachments).map((embed) => ({ type: 'rich', ...embed })),
    attachments,
    edits: 0,
    pings: pingsOf(content, components, body.allowed_mentions, made.webhook),
    type: made.type,
    tts: body.tts === true,
    at: state.now(),
    webhook: made.webhook,
    ...(made.metadata === undefined ? {} : { interaction_metadata: made.metadata }),
    ...(ephemeral && made.viewer !== undefined ? { viewer: made.viewer } : {}),
    ...(made.reference === undefined ? {} : { reference: made.reference }),
    ...(typeof nonce === 'string' || typeof nonce === 'number' ? { nonce } : {}),
  };
  if (!loading && isEmpty(message)) refuse(refusals.emptyMessage);
  made.channel.messages.set(id, message);
  tell(state, 'MESSAGE_CREATE', made.channel, message);
  return message;
}

/** Changes a message by a checked body: what the body does not name stays, attachments that it does not list go. */
export function editMessage(state: State, message: Stored, body: unknown, uploads: readonly Uploaded[]): Stored {
  const data = object(body);
  const channel = state.channels.get(message.channelId);
  if (!channel || message.deleted) refuse(refusals.unknownMessage);
  const listed = data.attachments;
  const keep = Array.isArray(listed)
    ? message.attachments.filter(({ id }) => objects(listed).some((one) => String(one.id) === id))
    : listed === null
      ? []
      : message.attachments;
  const attachments = [...keep, ...newAttachments(state, channel, data, uploads)];
  const flags = typeof data.flags === 'number' ? data.flags : message.flags & ~V2;
  const content = data.content === undefined ? message.content : text(data.content);
  const components =
    data.components === undefined ? message.components : storedComponents(objects(data.components), attachments);
  const embeds =
    data.embeds === undefined
      ? message.embeds
      : resolved(objects(data.embeds), attachments).map((embed) => ({ type: 'rich', ...embed }));
  const next = {
    content,
    components,
    embeds,
    attachments,
    loading: false,
    flags: (message.flags & (EPHEMERAL | V2)) | (flags & SETTABLE & ~EPHEMERAL),
  };
  const legacy = content === '' ? 'embeds' : 'content';
  if (next.flags & V2 && (content !== '' || embeds.length > 0))
    refuse(invalidForm({ [legacy]: { _errors: [legacyField(legacy)] } }));
  if (isEmpty(next)) refuse(refusals.emptyMessage);
  if (!message.loading) {
    message.edits += 1;
    message.editedAt = state.now();
  }
  if (message.loading || data.content !== undefined || data.components !== undefined)
    message.pings = pingsOf(content, components, data.allowed_mentions, message.webhook);
  Object.assign(message, next);
  tell(state, 'MESSAGE_UPDATE', channel, message);
  return message;
}

export function deleteMessage(state: State, message: Stored): void {
  const channel = state.channels.get(message.channelId);
  if (!channel || message.deleted) refuse(refusals.unknownMessage);
  message.deleted = true;
  channel.messages.delete(message.id);
  if (message.ephemeral || !isTold(channel)) return;
  const guild = channel.kind !== 'dm';
  const data = { id: message.id, channel_id: channel.id, ...(guild ? { guild_id: state.guild.id } : {}) };
  state.emit({ event: 'MESSAGE_DELETE', guild, intent: intentOf(channel), data: () => data });
}

const isEmpty = (it: Pick<Stored, 'content' | 'components' | 'embeds' | 'attachments'>): boolean =>
  it.content.trim() === '' && it.components.length === 0 && it.embeds.length === 0 && it.attachments.length === 0;
