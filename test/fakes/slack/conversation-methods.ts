/** conversations.* and users.* */

import type { Method } from './calls.ts';
import { channelOf } from './chat-methods.ts';
import { Refused, refuse } from './errors.ts';
import { flag, number, text } from './json.ts';
import type { Channel, Stored } from './model.ts';
import { directChannel, type State } from './state.ts';
import type { Json } from './types.ts';
import { channelJson, messageJson, userJson } from './wire.ts';

/** Which scope depends on the conversation; that of its kind is needed. */
function needScope(state: State, channel: Channel, what: 'history' | 'read'): void {
  const needed = `${channel.kind === 'dm' ? 'im' : 'channels'}:${what}`;
  if (!state.scopes.includes(needed)) throw new Refused('missing_scope', { needed, provided: state.scopes.join(',') });
}

const kinds = (what: 'history' | 'read'): string[] =>
  ['channels', 'groups', 'im', 'mpim'].map((kind) => `${kind}:${what}`);

function readable(state: State, args: Json, what: 'history' | 'read'): Channel {
  const channel = channelOf(state, args.channel);
  needScope(state, channel, what);
  return channel;
}

function history(state: State, args: Json): Channel {
  const channel = readable(state, args, 'history');
  return channel.members.has(state.bot.id) ? channel : refuse('not_in_channel');
}

const cursorOf = (from: number): string => Buffer.from(`next:${from}`).toString('base64');

/** A page of a list, with the cursor of the next. */
function page<T>(all: readonly T[], args: Json, most: number): { items: readonly T[]; more: boolean; rest: Json } {
  const limit = Math.min(number(args.limit, 100), most);
  if (limit < 1) refuse('invalid_limit');
  const given = text(args.cursor);
  const from = given === '' ? 0 : number(/^next:(\d+)$/.exec(Buffer.from(given, 'base64').toString())?.[1], -1);
  if (from < 0) refuse('invalid_cursor');
  const more = from + limit < all.length;
  return {
    items: all.slice(from, from + limit),
    more,
    rest: { response_metadata: { next_cursor: more ? cursorOf(from + limit) : '' } },
  };
}

/** Those between `oldest` and `latest`. */
function within(messages: readonly Stored[], args: Json): Stored[] {
  const inclusive = flag(args.inclusive);
  const oldest = number(args.oldest);
  const latest = number(args.latest, Number.POSITIVE_INFINITY);
  return messages.filter(({ ts }) => {
    const at = Number(ts);
    return (at > oldest && at < latest) || (inclusive && (at === oldest || at === latest));
  });
}

function messagesJson(state: State, messages: readonly Stored[], args: Json): Json {
  const { items, more, rest } = page(messages, args, 999);
  const metadata = flag(args.include_all_metadata);
  return { messages: items.map((one) => messageJson(state, one, metadata)), has_more: more, ...(more ? rest : {}) };
}

function open(state: State, args: Json): Json {
  if (text(args.channel) !== '') return { channel: { id: channelOf(state, args.channel).id } };
  const ids = text(args.users).split(',').filter(Boolean);
  if (ids.length === 0) refuse('users_list_not_supplied');
  const [id] = ids;
  if (ids.length > 1 || id === undefined) refuse('not_enough_users');
  const user = state.users.get(id);
  if (!user) refuse('user_not_found');
  if (user === state.bot) refuse('cannot_dm_bot');
  const known = state.directs.has(user.id);
  const channel = directChannel(state, user);
  return {
    ...(known ? { no_op: true, already_open: true } : {}),
    channel: flag(args.return_im) ? channelJson(state, channel) : { id: channel.id },
  };
}

export function conversationMethods(state: State): Record<string, Method> {
  return {
    'conversations.open': { scopes: ['im:write', 'channels:manage'], run: ({ args }) => open(state, args) },
    'conversations.info': {
      scopes: kinds('read'),
      run: ({ args }) => ({ channel: channelJson(state, readable(state, args, 'read')) }),
    },
    'conversations.members': {
      scopes: kinds('read'),
      run: ({ args }) => {
        const { items, rest } = page([...readable(state, args, 'read').members], args, 1000);
        return { members: items, ...rest };
      },
    },
    'conversations.history': {
      scopes: kinds('history'),
      run: ({ args }) => {
        const shown = [...history(state, args).messages.values()].filter(
          (one) => one.ephemeralFor === undefined && (one.threadTs === undefined || one.broadcast),
        );
        return { ...messagesJson(state, within(shown, args).reverse(), args), pin_count: 0 };
      },
    },
    'conversations.replies': {
      scopes: kinds('history'),
      run: ({ args }) => {
        const channel = history(state, args);
        const given = channel.messages.get(text(args.ts));
        const root = given?.threadTs === undefined ? given : channel.messages.get(given.threadTs);
        if (!root || root.ephemeralFor !== undefined) refuse('thread_not_found');
        return messagesJson(state, [root, ...within(root.replies, args)], args);
      },
    },
    'users.info': {
      scopes: ['users:read'],
      run: ({ args }) => {
        const user = state.users.get(text(args.user));
        if (!user) refuse('user_not_found');
        return { user: userJson(state, user, flag(args.include_locale)) };
      },
    },
  };
}
