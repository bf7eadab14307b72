/** What the app is sent of people's acts. */

import type { Control } from './controls.ts';
import { allObjects, isJson } from './json.ts';
import type { Channel, Pending, Stored, StoredView } from './model.ts';
import { newHook, newTrigger } from './pending.ts';
import { type State, TEAM_DOMAIN } from './state.ts';
import { escaped, mentioning } from './typed.ts';
import type { Json, User } from './types.ts';
import { valuesJson } from './values.ts';
import { actorJson, messageJson, teamJson, username, viewJson } from './wire.ts';

/** What every interaction has. */
const shared = (state: State, user: User, type: string): Json => ({
  type,
  user: actorJson(state, user),
  api_app_id: state.appId,
  token: state.verificationToken,
  team: teamJson(state),
  enterprise: null,
  is_enterprise_install: false,
});

/** Interactions have the three characters of plain texts escaped, whatever the app sent. */
function withEscapedTexts<T>(value: T): T {
  const copy = structuredClone(value);
  for (const one of allObjects(copy))
    if (one.type === 'plain_text' && typeof one.text === 'string') one.text = escaped(one.text);
  return copy;
}

const channelName = (channel: Channel): Json => ({ id: channel.id, name: channel.name });

const messageContainer = (message: Stored, attachmentId?: number): Json => ({
  type: 'message',
  message_ts: message.ts,
  ...(attachmentId === undefined ? {} : { attachment_id: attachmentId }),
  channel_id: message.channel,
  is_ephemeral: message.ephemeralFor !== undefined,
  ...(message.threadTs === undefined ? {} : { thread_ts: message.threadTs }),
});

/** The message as an interaction has it; of an ephemeral one there is nothing. */
const sourceMessage = (state: State, message: Stored): Json =>
  message.ephemeralFor === undefined ? { message: withEscapedTexts(messageJson(state, message)) } : {};

export function commandBody(state: State, pending: Pending, channel: Channel, user: User, line: string): Json {
  const [, command = '', typed = ''] = /^(\/\S+)\s*([\s\S]*)$/.exec(line) ?? [];
  if (command === '') throw new Error(`No slash command: ${line}`);
  return {
    token: state.verificationToken,
    team_id: state.teamId,
    team_domain: TEAM_DOMAIN,
    channel_id: channel.id,
    channel_name: channel.name,
    user_id: user.id,
    user_name: username(user),
    command,
    text: state.escaping.has(command) ? mentioning(state, typed.trimEnd()) : escaped(typed.trimEnd()),
    api_app_id: state.appId,
    is_enterprise_install: 'false',
    response_url: newHook(state, pending, 'commands'),
    trigger_id: newTrigger(state, pending),
  };
}

/** Where an element stands: in a message or a view. */
export type Where =
  | { readonly message: Stored; readonly channel: Channel; readonly view?: never }
  | { readonly view: StoredView; readonly message?: never };

function placeJson(state: State, where: Where, attachmentId?: number): Json {
  if (where.view)
    return { container: { type: 'view', view_id: where.view.id }, view: withEscapedTexts(viewJson(state, where.view)) };
  const { message, channel } = where;
  return {
    container: messageContainer(message, attachmentId),
    channel: channelName(channel),
    ...sourceMessage(state, message),
  };
}

export function actionsBody(
  state: State,
  pending: Pending,
  where: Where,
  user: User,
  used: { control: Control; value: Json },
): Json {
  const { blockId, element, attachmentId } = used.control;
  const { message } = where;
  const picked = message?.picked.get(user.id) ?? new Map();
  const action = {
    type: element.type,
    action_id: element.action_id,
    block_id: blockId,
    ...(isJson(element.placeholder) ? { placeholder: element.placeholder } : {}),
    ...used.value,
    action_ts: state.ts(),
  };
  return {
    ...shared(state, user, 'block_actions'),
    ...placeJson(state, where, attachmentId),
    trigger_id: newTrigger(state, pending),
    ...(message
      ? { state: { values: valuesJson(message.blocks, picked) }, response_url: newHook(state, pending, 'actions') }
      : {}),
    actions: [withEscapedTexts(action)],
  };
}

export function suggestionBody(state: State, where: Where, user: User, control: Control, typed: string): Json {
  return {
    ...shared(state, user, 'block_suggestion'),
    ...placeJson(state, where, control.attachmentId),
    action_id: control.element.action_id,
    block_id: control.blockId,
    value: typed,
  };
}

export const submissionBody = (state: State, pending: Pending, view: StoredView, user: User): Json => ({
  ...shared(state, user, 'view_submission'),
  trigger_id: newTrigger(state, pending),
  view: viewJson(state, view),
  response_urls: [],
});

export const closedBody = (state: State, view: StoredView, user: User, cleared: boolean): Json => ({
  ...shared(state, user, 'view_closed'),
  view: viewJson(state, view),
  is_cleared: cleared,
});

export const shortcutBody = (state: State, pending: Pending, user: User, callbackId: string): Json => ({
  ...shared(state, user, 'shortcut'),
  action_ts: state.ts(),
  callback_id: callbackId,
  trigger_id: newTrigger(state, pending),
});

export const messageShortcutBody = (
  state: State,
  pending: Pending,
  where: { message: Stored; channel: Channel },
  user: User,
  callbackId: string,
): Json => ({
  ...shared(state, user, 'message_action'),
  action_ts: state.ts(),
  callback_id: callbackId,
  trigger_id: newTrigger(state, pending),
  channel: channelName(where.channel),
  message_ts: where.message.ts,
  message: withEscapedTexts(messageJson(state, where.message)),
  response_url: newHook(state, pending, 'app'),
});
