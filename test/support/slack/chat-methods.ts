/** chat.* */
import { refuse, refuseArguments } from './errors.ts';
import type { Method } from './http.ts';
import { flag, text } from './json.ts';
import { contentOf, createMessage, decoded, deleteMessage, editMessage } from './messages.ts';
import { type Channel, directChannel, type State, type Stored } from './state.ts';
import type { Json } from './types.ts';
import { messageJson } from './wire.ts';

/** chat.update takes a shorter text than chat.postMessage. */
const MAX_UPDATE = 4000;

/** The conversation that an argument names: by its id, its name, or the person of a direct message. */
export function channelOf(state: State, given: unknown): Channel {
  const name = text(given);
  if (name === '') refuseArguments(['missing required field: channel']);
  const user = state.users.get(name);
  if (user && user !== state.bot) return directChannel(state, user);
  const named = name.replace(/^#/, '');
  const known = state.channels.get(name) ?? [...state.channels.values()].find((one) => one.name === named);
  return known && known.name !== '' ? known : refuse('channel_not_found');
}

/** The conversation, which the bot is in. */
export function ownChannel(state: State, given: unknown): Channel {
  const channel = channelOf(state, given);
  return channel.members.has(state.bot.id) ? channel : refuse('not_in_channel');
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
  const content = contentOf(state, args, { files: message.files.length > 0 });
  const metadata = decoded(args.metadata, 'invalid_metadata_format');
  editMessage(state, message, {
    text: args.text === undefined && args.blocks === undefined ? message.text : content.text,
    // Blocks and attachments that are left out go with a new text; metadata stays.
    blocks: content.blocks,
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
        const channel = ownChannel(state, args.channel);
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
