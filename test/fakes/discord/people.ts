/** What people do: each act becomes an interaction, dispatched as Discord does. */
import { buttonFor, channelsIn, type Filling, selectFor, submission } from './components.ts';
import { channelJson } from './guilds.ts';
import { openedBy } from './interactions.ts';
import { number, text } from './json.ts';
import { focusedData, slashData, typedCommand } from './options.ts';
import { begin, owners } from './pending.ts';
import { CONTEXTS, isInstalled, menuData } from './registered.ts';
import { type Channel, directChannel, guildIdOf, type Pending, type State, type Stored } from './state.ts';
import type { Attachment, Choice, Interaction, Json, LocalDiscord, Message, Upload, User, Where } from './types.ts';
import { keep, resolvedFiles } from './uploads.ts';
import {
  DIRECT_PERMISSIONS,
  GROUP_PERMISSIONS,
  MEMBER_PERMISSIONS,
  memberJson,
  messageJson,
  permissionsOf,
  userJson,
} from './wire.ts';

type People = Pick<
  LocalDiscord,
  'user' | 'role' | 'slash' | 'autocomplete' | 'press' | 'select' | 'menu' | 'submit' | 'messages'
>;

const ATTACHMENT_LIMIT = 10_485_760;

export function channelFor(state: State, user: User, where: Where): Channel {
  if (where === 'dm') return directChannel(state, user);
  const { guild, elsewhere, groupId } = state;
  const ids = { guild: guild.channelId, thread: guild.threadId, group: groupId, elsewhere: elsewhere.channelId };
  const channel = state.channels.get(ids[where]);
  if (!channel) throw new Error('The guild has no such channel');
  return channel;
}

/** What the app may do where it is asked; in a server that has not installed it, as the person may who has. */
function appPermissions({ channel, user }: Pending): string {
  if (channel.kind === 'dm') return DIRECT_PERMISSIONS;
  if (channel.kind === 'group') return GROUP_PERMISSIONS;
  return channel.kind === 'elsewhere' ? permissionsOf(user) : MEMBER_PERMISSIONS;
}

function interactionJson(state: State, pending: Pending, data: Json): Json {
  const { user, channel, source } = pending;
  const { locale } = state.guild;
  const guildId = guildIdOf(state, channel);
  const direct = guildId === undefined;
  const place = direct
    ? { user: userJson(state, user) }
    : {
        guild_id: guildId,
        guild: { id: guildId, locale, features: [] },
        guild_locale: locale,
        member: { ...memberJson(state, user), permissions: permissionsOf(user) },
      };
  const permissions = direct ? {} : { permissions: MEMBER_PERMISSIONS, app_permissions: MEMBER_PERMISSIONS };
  return {
    id: pending.id,
    application_id: state.applicationId,
    type: pending.type,
    token: pending.token,
    version: 1,
    data,
    channel_id: channel.id,
    channel: { ...channelJson(state, channel), ...permissions },
    ...place,
    app_permissions: appPermissions(pending),
    locale: user.locale,
    entitlements: [],
    entitlement_sku_ids: [],
    authorizing_integration_owners: owners(state, pending),
    context: CONTEXTS[channel.kind],
    attachment_size_limit: ATTACHMENT_LIMIT,
    ...(source ? { message: messageJson(state, source) } : {}),
  };
}

const handleOf = (pending: Pending): Interaction => ({
  id: pending.id,
  token: pending.token,
  answered: pending.answered.promise,
  settled: () => pending.settled.promise,
  get acknowledgedAfter() {
    return pending.acknowledgedAfter;
  },
  get message() {
    return pending.message;
  },
  get followUps() {
    return pending.followUps;
  },
});

const withFilesKept = (
  state: State,
  channelId: string,
  given: Readonly<Record<string, string | readonly string[] | Upload>>,
) =>
  Object.fromEntries(
    Object.entries(given).map(([key, value]): [string, Filling] => [
      key,
      typeof value === 'object' && 'filename' in value ? keep(state, 'ephemeral-attachments', channelId, value) : value,
    ]),
  );

/** What Discord tells of channels that are picked in a modal. */
function resolvedChannels(state: State, ids: readonly string[]): Json {
  const channels = ids.map((id) => state.channels.get(id) ?? raise(`There is no channel ${id}`));
  if (channels.length === 0) return {};
  return {
    channels: Object.fromEntries(
      channels.map((channel) => [channel.id, { ...channelJson(state, channel), permissions: MEMBER_PERMISSIONS }]),
    ),
  };
}

function raise(problem: string): never {
  throw new Error(problem);
}

export function createPeople(state: State, watch: (pending: Pending) => void): People {
  const dispatch = (pending: Pending, data: Json): Interaction => {
    watch(pending);
    const json = (): Json => interactionJson(state, pending, data);
    const guild = isInstalled(pending.channel.kind) && pending.channel.kind !== 'dm';
    state.emit({ event: 'INTERACTION_CREATE', guild, data: json });
    return handleOf(pending);
  };

  /** The message as it is stored, if this person can see it. */
  const seen = (user: User, message: Message): { channel: Channel; source: Stored } => {
    const channel = state.channels.get(message.channelId);
    const source = channel?.messages.get(message.id);
    if (!channel || !source) throw new Error('The message is gone');
    if (source.viewer !== undefined && source.viewer !== user.id)
      throw new Error(`${user.name} cannot see the message`);
    if (channel.recipient && channel.recipient.id !== user.id) throw new Error(`${user.name} is not in that channel`);
    return { channel, source };
  };

  const use = (user: User, message: Message, data: (source: Stored) => Json): Interaction => {
    const { channel, source } = seen(user, message);
    const sent = data(source);
    return dispatch(begin(state, { type: 3, user, channel, source }), sent);
  };

  return {
    user: (name, options) => {
      const { locale = 'en-US', roles = [], permissions, installed } = options ?? {};
      const user = {
        id: state.snowflake(),
        name,
        locale,
        roles,
        ...(permissions === undefined ? {} : { permissions }),
        ...(installed ? { installed } : {}),
      };
      state.users.set(user.id, user);
      return user;
    },
    role: (name) => {
      const role = { id: state.snowflake(), name };
      state.roles.set(role.id, role);
      return role;
    },
    slash: (user, where, name, options = {}) => {
      const channel = channelFor(state, user, where);
      const data = slashData(state, typedCommand(state, where, name, user), options, channel.id);
      return dispatch(begin(state, { type: 2, user, channel }), data);
    },
    autocomplete: async (user, where, name, option, typed, others = {}): Promise<readonly Choice[]> => {
      if (!state.features.autocomplete) throw new Error('The server has no autocomplete');
      const data = focusedData(state, typedCommand(state, where, name, user), option, typed, others);
      const handle = dispatch(begin(state, { type: 4, user, channel: channelFor(state, user, where) }), data);
      const answer = await handle.answered;
      return answer.kind === 'choices' ? answer.choices : [];
    },
    press: (user, message, what) =>
      use(user, message, ({ components }) => {
        const button = buttonFor(components, what);
        return { id: number(button.id, 1), custom_id: text(button.custom_id), component_type: 2 };
      }),
    select: (user, message, labels, place) =>
      use(user, message, ({ components }) => {
        const { select, values } = selectFor(components, typeof labels === 'string' ? [labels] : labels, place);
        return { id: number(select.id, 1), custom_id: text(select.custom_id), component_type: 3, values };
      }),
    menu: (user, message, name) => {
      const { channel, source } = seen(user, message);
      return dispatch(begin(state, { type: 2, user, channel }), menuData(state, channel.kind, name, user, source));
    },
    submit: (user, modal, given) => {
      const opened = openedBy.get(modal);
      if (!opened) throw new Error('The modal was not shown by this server');
      if (opened.user.id !== user.id) throw new Error(`${user.name} was not shown the modal`);
      const { channel, source, metadata: trigger } = opened;
      const texts = typeof given === 'string' ? given : withFilesKept(state, channel.id, given);
      const files = (typeof texts === 'string' ? [] : Object.values(texts)).filter(
        (value): value is Attachment => typeof value === 'object' && 'filename' in value,
      );
      const components = submission(modal, texts);
      const resolved = { ...resolvedFiles(files), ...resolvedChannels(state, channelsIn(components)) };
      const data = {
        custom_id: modal.customId,
        components,
        ...(Object.keys(resolved).length > 0 ? { resolved } : {}),
      };
      return dispatch(begin(state, { type: 5, user, channel, trigger, ...(source ? { source } : {}) }), data);
    },
    messages: (channelId, viewer) =>
      [...(state.channels.get(channelId)?.messages.values() ?? [])].filter(
        (message) => !message.ephemeral || (viewer !== undefined && message.viewer === viewer.id),
      ),
  };
}
