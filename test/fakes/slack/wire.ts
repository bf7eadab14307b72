/** Slack's JSON forms of what the server holds. */
import type { Channel, Stored, StoredFile, StoredView } from './model.ts';
import { type State, TEAM_DOMAIN } from './state.ts';
import type { Json, User } from './types.ts';
import { valuesJson } from './values.ts';

export const seconds = (milliseconds: number): number => Math.trunc(milliseconds / 1000);

export const username = (user: User): string =>
  /^[a-z0-9._-]{1,21}$/.test(user.name) ? user.name : `person-${user.id.slice(-6).toLowerCase()}`;

const botProfile = (state: State): Json => ({
  id: state.botId,
  app_id: state.appId,
  user_id: state.bot.id,
  name: state.bot.name,
  icons: {},
  deleted: false,
  updated: 1_700_000_000,
  team_id: state.teamId,
});

export function fileJson(state: State, file: StoredFile): Json {
  const at = seconds(file.createdAt);
  return {
    id: file.id,
    created: at,
    timestamp: at,
    name: file.name,
    title: file.title,
    mimetype: file.mimetype ?? (/\.png$/i.test(file.name) ? 'image/png' : 'text/plain'),
    filetype: /\.([^.]+)$/.exec(file.name)?.[1]?.toLowerCase() ?? 'text',
    pretty_type: '',
    user: file.owner,
    user_team: state.teamId,
    editable: false,
    size: file.data.length,
    mode: file.isExternal ? 'external' : 'hosted',
    is_external: file.isExternal ?? false,
    external_type: file.isExternal ? 'gdrive' : '',
    is_public: [...file.channels].some((id) => state.channels.get(id)?.kind === 'public'),
    public_url_shared: false,
    display_as_bot: false,
    username: '',
    url_private: file.urlPrivate,
    // Of another service's file Slack has none.
    ...(file.isExternal ? {} : { url_private_download: file.urlPrivate.replace(/([^/]+)$/, 'download/$1') }),
    permalink: file.permalink,
    channels: [...file.channels].filter((id) => state.channels.get(id)?.kind === 'public'),
    groups: [],
    ims: [...file.channels].filter((id) => state.channels.get(id)?.kind === 'dm'),
    comments_count: 0,
    has_rich_preview: false,
    file_access: 'visible',
    ...(file.altText === undefined ? {} : { alt_txt: file.altText }),
  };
}

/** As an event or a message tells of it; of some files the app has to ask (File object: check_file_info). */
const toldOf = (state: State, file: StoredFile): Json =>
  file.onlyId
    ? { id: file.id, created: seconds(file.createdAt), mode: 'file_access', file_access: 'check_file_info' }
    : fileJson(state, file);

/** The files that it shares; those that its blocks show are no part of it. */
const sharedFiles = (message: Stored): StoredFile[] =>
  message.files.filter(({ channels }) => channels.has(message.channel));

export function messageJson(state: State, message: Stored, metadata = false): Json {
  const { replies, threadTs } = message;
  const shared = sharedFiles(message);
  const last = replies.at(-1);
  const parent = threadTs === undefined ? undefined : state.channels.get(message.channel)?.messages.get(threadTs);
  const authors = [...new Set(replies.map(({ author }) => author))];
  return {
    user: message.author,
    type: 'message',
    ...(message.broadcast ? { subtype: 'thread_broadcast' } : {}),
    // With what a person uploads, bot_id is there and null (file_share message).
    ...(shared.length > 0 && !message.byBot ? { subtype: 'file_share', bot_id: null, display_as_bot: false } : {}),
    ts: message.ts,
    ...(message.byBot
      ? { bot_id: state.botId, app_id: state.appId, bot_profile: botProfile(state) }
      : { client_msg_id: `00000000-0000-4000-8000-${message.ts.replace('.', '').slice(-12)}` }),
    text: message.text,
    team: state.teamId,
    ...(threadTs === undefined ? {} : { thread_ts: threadTs, parent_user_id: parent?.author }),
    ...(last === undefined
      ? {}
      : {
          thread_ts: message.ts,
          reply_count: replies.length,
          reply_users_count: authors.length,
          latest_reply: last.ts,
          reply_users: authors,
          is_locked: false,
          subscribed: false,
        }),
    ...(message.blocks.length > 0 ? { blocks: message.blocks } : {}),
    ...(message.attachments.length > 0 ? { attachments: message.attachments } : {}),
    ...(shared.length > 0 ? { files: shared.map((file) => toldOf(state, file)), upload: !message.byBot } : {}),
    ...(message.editedTs === undefined ? {} : { edited: { user: message.author, ts: message.editedTs } }),
    ...(metadata && message.metadata !== undefined ? { metadata: message.metadata } : {}),
  };
}

export function userJson(state: State, user: User, locale: boolean): Json {
  const isBot = user.id === state.bot.id;
  const rank = state.ranks.get(user.id) ?? 'member';
  return {
    id: user.id,
    team_id: state.teamId,
    name: username(user),
    deleted: false,
    color: '9f69e7',
    real_name: user.name,
    tz: 'Asia/Seoul',
    tz_label: 'Korea Standard Time',
    tz_offset: 32_400,
    profile: { real_name: user.name, display_name: user.name, real_name_normalized: user.name, team: state.teamId },
    // Owners are admins, too.
    is_admin: rank !== 'member',
    is_owner: rank === 'owner' || rank === 'primary owner',
    is_primary_owner: rank === 'primary owner',
    is_restricted: false,
    is_ultra_restricted: false,
    is_bot: isBot,
    is_app_user: false,
    updated: 1_700_000_000,
    is_email_confirmed: true,
    who_can_share_contact_card: 'EVERYONE',
    ...(locale ? { locale: user.locale } : {}),
  };
}

export function channelJson(state: State, channel: Channel): Json {
  const { id, archived } = channel;
  const shared = { id, created: seconds(channel.createdAt), is_archived: archived, is_org_shared: false };
  if (channel.recipient)
    return { ...shared, is_im: true, context_team_id: state.teamId, user: channel.recipient.id, is_open: true };
  return {
    ...shared,
    name: channel.name,
    name_normalized: channel.name,
    is_channel: true,
    is_group: false,
    is_im: false,
    is_mpim: false,
    is_private: false,
    is_general: false,
    unlinked: 0,
    is_shared: false,
    is_ext_shared: false,
    is_member: channel.members.has(state.bot.id),
    creator: state.bot.id,
    context_team_id: state.teamId,
    updated: channel.createdAt,
    topic: { value: '', creator: '', last_set: 0 },
    purpose: { value: '', creator: '', last_set: 0 },
    previous_names: [],
  };
}

export const viewJson = (state: State, view: StoredView): Json => ({
  id: view.id,
  team_id: state.teamId,
  type: view.type,
  blocks: view.blocks,
  private_metadata: view.privateMetadata,
  callback_id: view.callbackId,
  state: { values: valuesJson(view.blocks, view.values) },
  hash: view.hash,
  title: { type: 'plain_text', text: 'View Title', emoji: true },
  close: null,
  submit: null,
  ...view.frame,
  clear_on_close: view.clearOnClose,
  notify_on_close: view.notifyOnClose,
  previous_view_id: view.previousId ?? null,
  root_view_id: view.rootId,
  app_id: state.appId,
  external_id: view.externalId,
  app_installed_team_id: state.teamId,
  bot_id: state.botId,
});

export const teamJson = (state: State): Json => ({ id: state.teamId, domain: TEAM_DOMAIN });

export const actorJson = (state: State, user: User): Json => ({
  id: user.id,
  username: username(user),
  name: username(user),
  team_id: state.teamId,
});
