/** The scopes and events that a manifest may name, by the documentation's lists. */

const words = (text: string): readonly string[] => text.trim().split(/\s+/);

export const BOT_SCOPES = words(`
  app_mentions:read assistant:write bookmarks:read bookmarks:write calls:read calls:write canvases:read canvases:write
  channels:history channels:join channels:manage channels:read channels:write.invites channels:write.topic chat:write
  chat:write.customize chat:write.public commands conversations.connect:manage conversations.connect:read
  conversations.connect:write datastore:read datastore:write dnd:read emoji:read files:read files:write groups:history
  groups:read groups:write groups:write.invites groups:write.topic im:history im:read im:write incoming-webhook
  links.embed:write links:read links:write lists:read lists:write metadata.message:read mpim:history mpim:read
  mpim:write mpim:write.topic pins:read pins:write reactions:read reactions:write reminders:read reminders:write
  remote_files:read remote_files:share remote_files:write search:read.files search:read.public search:read.users
  team.billing:read team.preferences:read team:read triggers:read triggers:write usergroups:read usergroups:write
  users.profile:read users:read users:read.email users:write workflow.steps:execute
`);

/** Those that no administrator is needed for. */
export const USER_SCOPES = words(`
  bookmarks:read bookmarks:write calls:read calls:write canvases:read canvases:write channels:history channels:read
  channels:write channels:write.invites channels:write.topic chat:write commands dnd:read dnd:write email emoji:read
  files:read files:write groups:history groups:read groups:write groups:write.invites groups:write.topic
  identity.avatar identity.basic identity.email identity.team im:history im:read im:write incoming-webhook
  links.embed:write links:read links:write lists:read lists:write mpim:history mpim:read mpim:write mpim:write.invites
  mpim:write.topic openid pins:read pins:write profile reactions:read reactions:write reminders:read reminders:write
  remote_files:read remote_files:share search:read stars:read stars:write team.billing:read team.preferences:read
  team:read usergroups:read usergroups:write users.profile:read users.profile:write users:read users:read.email
  users:write
`);

const scopedBy = (scopes: string, events: string): [string, readonly string[]][] =>
  words(events).map((event) => [event, scopes === '' ? [] : words(scopes)]);

/** Events that a bot may subscribe to, each with the scopes of which it needs one. */
export const BOT_EVENTS: ReadonlyMap<string, readonly string[]> = new Map([
  ...scopedBy('', 'app_home_opened app_uninstalled tokens_revoked function_executed'),
  ...scopedBy('app_mentions:read', 'app_mention'),
  ...scopedBy('assistant:write', 'assistant_thread_started assistant_thread_context_changed'),
  ...scopedBy('calls:read', 'call_rejected'),
  ...scopedBy('channels:history', 'message.channels channel_history_changed'),
  ...scopedBy(
    'channels:read',
    'channel_archive channel_created channel_deleted channel_left channel_rename channel_unarchive',
  ),
  ...scopedBy(
    'channels:read groups:read mpim:read im:read',
    'channel_id_changed channel_shared channel_unshared member_joined_channel member_left_channel',
  ),
  ...scopedBy('dnd:read', 'dnd_updated_user'),
  ...scopedBy('emoji:read', 'emoji_changed'),
  ...scopedBy('files:read', 'file_change file_created file_deleted file_public file_shared file_unshared'),
  ...scopedBy('groups:history', 'message.groups group_history_changed'),
  ...scopedBy(
    'groups:read',
    'group_archive group_close group_deleted group_left group_open group_rename group_unarchive',
  ),
  ...scopedBy('im:history', 'message.im im_history_changed'),
  ...scopedBy('im:read', 'im_close im_created im_open'),
  ...scopedBy('links:read', 'link_shared'),
  ...scopedBy('metadata.message:read', 'message_metadata_deleted message_metadata_posted message_metadata_updated'),
  ...scopedBy('mpim:history', 'message.mpim'),
  ...scopedBy('pins:read', 'pin_added pin_removed'),
  ...scopedBy('reactions:read', 'reaction_added reaction_removed'),
  ...scopedBy('team:read', 'email_domain_changed team_domain_change team_rename'),
  ...scopedBy('usergroups:read', 'subteam_created subteam_members_changed subteam_updated'),
  ...scopedBy('users:read', 'team_join user_change user_huddle_changed'),
  ...scopedBy('users.profile:read', 'user_profile_changed user_status_changed'),
]);
