/** chat.* */

import type { Method } from './calls.ts';
import { refuse, refuseArguments } from './errors.ts';
import { flag, text } from './json.ts';
import { contentOf, createMessage, decoded, deleteMessage, editMessage } from './messages.ts';
import type { Channel, Stored } from './model.ts';
import { directChannel, type State } from './state.ts';
import type { Json } from './types.ts';
import { messageJson } from './wire.ts';

/** chat.update takes a shorter text than chat.postMessage. */
const MAX_UPDATE = 4000;

/** The conversation with this id. */
export function channelOf(state: State, given: unknown): Channel {
  const id = text(given);
  if (id === '') refuseArguments(['missing required field: channel']);
  return state.channels.get(id) ?? refuse('channel_not_found');
}

const joined = (state: State, channel: Channel): Channel =>
  channel.members.has(state.bot.id) ? channel : refuse('not_in_channel');

/** The conversation, which the bot is in. */
export const ownChannel = (state: State, given: unknown): Channel => joined(state, channelOf(state, given));

/** Where to post: also named by a channel's name, or by the person of a direct message. */
function target(state: State, given: unknown): Channel {
  const name = text(given);
  const user = state.users.get(name);
  if (user && user !== state.bot) return directChannel(state, user);
  const named = [...state.channels.values()].find(
    (one) => one.kind === 'public' && one.name === name.replace(/^#/, ''),
  );
  return named ? joined(state, named) : ownChannel(state, given);
}

const threadTsOf = (args: Json): string | undefined =>
  args.thread_ts === undefined || args.thread_ts === '' ? undefined : String(args.thread_ts);

/** A message that everybody there can see. */
function messageOf(channel: Channel, ts: unknown): Stored {
  const message = channel.messages.get(text(ts));
  return message && message.ephemeralFor === undefined ? message : refuse('message_not_found');
}

function update(state: State, args: Json): Json {
  const channel = channelOf(state, args.channel);
  const message = messageOf(channel, args.ts);
  if (!message.byBot) refuse('cant_update_message');
  if (text(args.text).length > MAX_UPDATE) refuse('msg_too_long');
  const content = contentOf(state, args);
  const says = content.text !== '';
  const metadata = decoded(args.metadata, 'invalid_metadata_format');
  // A new text takes blocks with it that are not given anew; attachments and metadata stay where they are left out.
  const blocks = content.blocks.length > 0 || says || args.blocks !== undefined ? content.blocks : message.blocks;
  editMessage(state, message, {
    text: says || content.blocks.length > 0 ? content.text : message.text,
    blocks,
    attachments: args.attachments === undefined ? message.attachments : content.attachments,
    metadata: metadata === undefined ? message.metadata : content.metadata,
  });
  return { channel: channel.id, ts: message.ts, text: message.text, message: messageJson(state, message, true) };
}

export function chatMethods(state: State): Record<string, Method> {
  const author = { author: state.bot.id, byBot: true } as const;
  return {
    'chat.postMessage': {
      scopes: ['chat:write'],
      run: ({ args }) => {
        const channel = target(state, args.channel);
        if (channel.archived) refuse('is_archived');
        const content = contentOf(state, args);
        const broadcast = flag(args.reply_broadcast);
        const message = createMessage(state, content, { ...author, channel, broadcast, threadTs: threadTsOf(args) });
        return { channel: channel.id, ts: message.ts, message: messageJson(state, message, true) };
      },
    },
    'chat.postEphemeral': {
      scopes: ['chat:write'],
      run: ({ args }) => {
        const channel = ownChannel(state, args.channel);
        const user = text(args.user);
        if (user === '') refuseArguments(['missing required field: user']);
        if (!channel.members.has(user) || user === state.bot.id) refuse('user_not_in_channel');
        const content = contentOf(state, args);
        const made = { ...author, channel, ephemeralFor: user, threadTs: threadTsOf(args) };
        return { message_ts: createMessage(state, content, made).ts };
      },
    },
    'chat.update': { scopes: ['chat:write'], run: ({ args }) => update(state, args) },
    'chat.delete': {
      scopes: ['chat:write'],
      run: ({ args }) => {
        const channel = channelOf(state, args.channel);
        const message = messageOf(channel, args.ts);
        if (!message.byBot) refuse('cant_delete_message');
        deleteMessage(state, message);
        return { channel: channel.id, ts: message.ts };
      },
    },
    'chat.getPermalink': {
      scopes: [],
      run: ({ args }) => {
        const channel = channelOf(state, args.channel);
        const { ts, threadTs } = messageOf(channel, args.message_ts);
        const thread = threadTs === undefined ? '' : `?thread_ts=${threadTs}&cid=${channel.id}`;
        const permalink = `https://dosirak-class.slack.com/archives/${channel.id}/p${ts.replace('.', '')}${thread}`;
        return { channel: channel.id, permalink };
      },
    },
  };
}
