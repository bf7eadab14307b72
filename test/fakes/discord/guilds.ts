/** Discord's JSON forms of the guild and its channels. */
import { type Channel, guildIdOf, type State } from './state.ts';
import type { Json } from './types.ts';
import { iso, MEMBER_PERMISSIONS, memberJson, roleJson, timeOf, userJson } from './wire.ts';

export function channelJson(state: State, channel: Channel): Json {
  const shown = [...channel.messages.values()].filter(({ ephemeral }) => !ephemeral);
  const common = { id: channel.id, flags: 0, last_message_id: shown.at(-1)?.id ?? null };
  if (channel.kind === 'dm') {
    const recipients = channel.recipient ? [userJson(state, channel.recipient)] : [];
    return { ...common, type: 1, recipients };
  }
  if (channel.kind === 'group') {
    const recipients = [...state.users.values()].filter(({ id }) => id !== state.bot.id);
    return {
      ...common,
      type: 3,
      name: null,
      icon: null,
      owner_id: state.owner.id,
      recipients: recipients.map((one) => userJson(state, one)),
    };
  }
  const inGuild = { ...common, guild_id: guildIdOf(state, channel), name: channel.name, rate_limit_per_user: 0 };
  if (channel.kind !== 'thread')
    return {
      ...inGuild,
      type: 0,
      position: 0,
      parent_id: null,
      topic: null,
      nsfw: false,
      permission_overwrites: [],
      default_auto_archive_duration: 1440,
    };
  return {
    ...inGuild,
    type: 11,
    parent_id: state.guild.channelId,
    owner_id: state.owner.id,
    message_count: channel.messages.size,
    total_message_sent: channel.messages.size,
    member_count: 2,
    thread_metadata: {
      archived: false,
      archive_timestamp: iso(timeOf(channel.id)),
      auto_archive_duration: 1440,
      locked: false,
      create_timestamp: iso(timeOf(channel.id)),
    },
  };
}

/** A guild of the bot's as Get Current User Guilds tells of it. */
export const partialGuildJson = (state: State): Json => ({
  id: state.guild.id,
  name: 'Class',
  icon: null,
  banner: null,
  owner: false,
  permissions: state.botPermissions ?? MEMBER_PERMISSIONS,
  features: [],
});

/** A guild as GET answers; `gateway` adds what only GUILD_CREATE has. */
export function guildJson(state: State, gateway: boolean): Json {
  const { id, threadId, locale } = state.guild;
  const thread = state.channels.get(threadId);
  const guild = {
    id,
    name: 'Class',
    icon: null,
    icon_hash: null,
    splash: null,
    discovery_splash: null,
    banner: null,
    description: null,
    owner_id: state.owner.id,
    afk_channel_id: null,
    afk_timeout: 300,
    widget_enabled: false,
    widget_channel_id: null,
    verification_level: 1,
    default_message_notifications: 1,
    explicit_content_filter: 0,
    roles: [{ id, name: '@everyone' }, ...state.roles.values()].map(roleJson),
    emojis: [],
    stickers: [],
    features: [],
    mfa_level: 0,
    application_id: null,
    system_channel_id: null,
    system_channel_flags: 0,
    rules_channel_id: null,
    public_updates_channel_id: null,
    safety_alerts_channel_id: null,
    max_members: 500_000,
    max_presences: null,
    max_video_channel_users: 25,
    max_stage_video_channel_users: 50,
    vanity_url_code: null,
    premium_tier: 0,
    premium_subscription_count: 0,
    premium_progress_bar_enabled: false,
    preferred_locale: locale,
    nsfw: false,
    nsfw_level: 0,
    incidents_data: null,
    region: 'deprecated',
  };
  if (!gateway) return guild;
  return {
    ...guild,
    joined_at: iso(timeOf(id)),
    large: false,
    unavailable: false,
    member_count: state.users.size,
    members: [memberJson(state, state.bot)],
    voice_states: [],
    channels: [...state.channels.values()].filter(({ kind }) => kind === 'guild').map((one) => channelJson(state, one)),
    threads: thread ? [channelJson(state, thread)] : [],
    presences: [],
    stage_instances: [],
    guild_scheduled_events: [],
    soundboard_sounds: [],
  };
}
