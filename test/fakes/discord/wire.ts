/** Discord's JSON forms of what the server holds. */
import { EPOCH, guildIdOf, type State, type Stored } from './state.ts';
import type { Attachment, Json, Role, User } from './types.ts';

/** Send messages, embed links, attach files, use application commands and whatever a normal member may. */
export const MEMBER_PERMISSIONS = '2248473465835073';
/** In direct messages: attach files, embed links, mention everyone, external emojis. */
export const DIRECT_PERMISSIONS = '442368';
/** In others' direct messages: attach files, embed links, mention everyone (Interactions: app_permissions). */
export const GROUP_PERMISSIONS = '180224';

export const iso = (milliseconds: number): string => new Date(milliseconds).toISOString().replace('Z', '000+00:00');

/** When a snowflake was made. */
export const timeOf = (id: string): number => Number(BigInt(id) >> 22n) + EPOCH;

export const username = (user: User): string =>
  /^[a-z0-9_.]{2,32}$/.test(user.name) ? user.name : `person_${user.id.slice(-8)}`;

export const userJson = (state: State, user: User): Json => ({
  id: user.id,
  username: username(user),
  global_name: user.name,
  discriminator: '0',
  avatar: null,
  avatar_decoration_data: null,
  banner: null,
  collectibles: null,
  primary_guild: null,
  public_flags: 0,
  ...(user.id === state.bot.id ? { bot: true, global_name: null } : {}),
});

/** The bot's own user, as only itself sees it. */
export const selfJson = (state: State): Json => ({
  ...userJson(state, state.bot),
  verified: true,
  mfa_enabled: true,
  flags: 0,
  email: null,
  bio: '',
});

/** In the guild. */
export const permissionsOf = ({ permissions }: User): string => permissions ?? MEMBER_PERMISSIONS;

export const memberJson = (state: State, user: User): Json => ({
  user: userJson(state, user),
  nick: null,
  avatar: null,
  banner: null,
  roles: user.roles.map(({ id }) => id),
  joined_at: iso(timeOf(user.id)),
  premium_since: null,
  deaf: false,
  mute: false,
  flags: 0,
  pending: false,
  communication_disabled_until: null,
  unusual_dm_activity_until: null,
});

export const roleJson = ({ id, name }: Role): Json => ({
  id,
  name,
  color: 0,
  colors: { primary_color: 0, secondary_color: null, tertiary_color: null },
  hoist: false,
  icon: null,
  unicode_emoji: null,
  position: 0,
  permissions: MEMBER_PERMISSIONS,
  managed: false,
  mentionable: false,
  flags: 0,
});

export const applicationJson = (state: State): Json => ({
  id: state.applicationId,
  name: state.bot.name,
  icon: null,
  description: '',
  summary: '',
  type: null,
  bot_public: true,
  bot_require_code_grant: false,
  terms_of_service_url: null,
  privacy_policy_url: null,
  verify_key: '0'.repeat(64),
  flags: 0,
  team: null,
  hook: true,
  bot: userJson(state, state.bot),
  owner: userJson(state, state.owner),
  redirect_uris: [],
  interactions_endpoint_url: null,
  role_connections_verification_url: null,
  approximate_guild_count: 1,
  approximate_user_install_count: 0,
  approximate_user_authorization_count: 0,
  event_webhooks_url: null,
  event_webhooks_status: 1,
  tags: [],
  install_params: null,
  integration_types_config: { 0: {}, ...(state.forPeople ? { 1: {} } : {}) },
  custom_install_url: null,
});

export const attachmentJson = (attachment: Attachment, ephemeral: boolean): Json => ({
  id: attachment.id,
  filename: attachment.filename,
  size: attachment.size,
  url: attachment.url,
  proxy_url: attachment.url,
  ...(attachment.contentType === undefined ? {} : { content_type: attachment.contentType }),
  ...(attachment.description === undefined ? {} : { description: attachment.description }),
  ...(ephemeral ? { ephemeral: true } : {}),
});

/** A message; attachments that components or embeds refer to are left out, as Discord does. */
export function messageJson(state: State, message: Stored): Json {
  const shownElsewhere = message.attachments.length > 0 ? JSON.stringify([message.components, message.embeds]) : '';
  const { everyone, users, roles } = message.pings;
  return {
    id: message.id,
    type: message.type,
    channel_id: message.channelId,
    author: userJson(state, state.users.get(message.author.id) ?? state.bot),
    content: message.content,
    timestamp: iso(message.at),
    edited_timestamp: message.editedAt === undefined ? null : iso(message.editedAt),
    tts: message.tts,
    mention_everyone: everyone,
    mentions: users.flatMap((id) => {
      const user = state.users.get(id);
      return user ? [userJson(state, user)] : [];
    }),
    mention_roles: roles,
    attachments: message.attachments
      .filter((attachment) => !shownElsewhere.includes(attachment.url))
      .map((attachment) => attachmentJson(attachment, message.ephemeral)),
    embeds: message.embeds,
    components: message.components,
    flags: message.flags,
    pinned: false,
    ...(message.webhook ? { webhook_id: state.applicationId, application_id: state.applicationId } : {}),
    ...(message.nonce === undefined ? {} : { nonce: message.nonce }),
    ...(message.interaction_metadata === undefined ? {} : { interaction_metadata: message.interaction_metadata }),
    ...(message.reference === undefined ? {} : referenceJson(state, message, message.reference)),
  };
}

function referenceJson(state: State, message: Stored, to: Stored): Json {
  const channel = state.channels.get(message.channelId);
  const id = channel && guildIdOf(state, channel);
  const guild = id === undefined ? {} : { guild_id: id };
  return {
    message_reference: { type: 0, channel_id: to.channelId, message_id: to.id, ...guild },
    referenced_message: to.deleted ? null : messageJson(state, withoutReference(to)),
  };
}

function withoutReference(message: Stored): Stored {
  const { reference: _reference, ...rest } = message;
  return rest;
}
