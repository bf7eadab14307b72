/** What people do by writing: commands, mentions, direct messages. */

import { channelOf } from './chat-methods.ts';
import { emit, messageEvent } from './events.ts';
import { share } from './file-methods.ts';
import { createMessage } from './messages.ts';
import type { Channel, Pending, Place, Stored } from './model.ts';
import { commandBody } from './payloads.ts';
import { begin, handleOf } from './pending.ts';
import { directChannel, type State } from './state.ts';
import { typedMessage } from './typed.ts';
import type { Act, LocalSlack, Shared, User, Where } from './types.ts';
import { messageJson, viewJson } from './wire.ts';

type People = Pick<
  LocalSlack,
  'user' | 'promote' | 'command' | 'mention' | 'direct' | 'say' | 'openHome' | 'messages' | 'channelId' | 'threadTs'
>;

export function createPeople(state: State): People {
  const user: People['user'] = (name, options) => {
    const person = { id: state.id('U'), name, locale: options?.locale ?? 'en-US' };
    state.users.set(person.id, person);
    state.ranks.set(person.id, options?.rank ?? 'member');
    for (const channel of state.channels.values()) if (channel.kind === 'public') channel.members.add(person.id);
    return person;
  };
  const teacher = user('teacher', { locale: 'ko-KR' });
  const root = createMessage(
    state,
    { ...typedMessage(state, 'lesson'), attachments: [], metadata: undefined },
    { channel: state.class, author: teacher.id, byBot: false },
  );

  const placeOf = (user: User, where: Where): Place => {
    if (where === 'dm') return { channel: directChannel(state, user) };
    if (where === 'outside') return { channel: state.outside };
    return where === 'class' ? { channel: state.class } : { channel: state.class, threadTs: root.ts };
  };

  const home = (user: User, tab: 'home' | 'messages'): Pending => {
    const channel = directChannel(state, user);
    const view = state.homes.get(user.id);
    const event = {
      type: 'app_home_opened',
      user: user.id,
      channel: channel.id,
      tab,
      ...(view && tab === 'home' ? { view: viewJson(state, view) } : {}),
      event_ts: state.ts(),
    };
    return emit(state, event, { user, place: { channel } });
  };

  const opened = new Set<string>();
  /** Whoever writes to the bot for the first time opens its messages tab before. */
  const enter = (user: User, channel: Channel): void => {
    if (channel.kind !== 'dm' || opened.has(user.id)) return;
    opened.add(user.id);
    home(user, 'messages');
  };

  const write = (user: User, place: Place, typed: string, files: readonly Shared[] = []): Stored => {
    enter(user, place.channel);
    const content = { ...typedMessage(state, typed), attachments: [], metadata: undefined };
    return createMessage(state, content, {
      channel: place.channel,
      author: user.id,
      byBot: false,
      threadTs: place.threadTs,
      files: files.map((file) => share(state, user.id, place.channel, file)),
    });
  };

  const mentionEvent = (user: User, channel: Channel, message: Stored): Pending => {
    const { subtype: _subtype, ...json } = messageJson(state, message);
    const event = { ...json, type: 'app_mention', channel: channel.id, event_ts: message.ts };
    const place = { channel, ts: message.ts, threadTs: message.threadTs };
    return emit(state, event, { user, place });
  };

  /** What the app is told of a message; nothing where it is not. */
  const tell = (user: User, place: Place, message: Stored): Pending | undefined => {
    const { channel } = place;
    if (channel.kind === 'dm') return messageEvent(state, channel, messageJson(state, message), user);
    const may = channel.members.has(state.bot.id) && state.scopes.includes('app_mentions:read');
    const meant = may && message.text.includes(`<@${state.bot.id}>`);
    return meant ? mentionEvent(user, channel, message) : undefined;
  };

  const untold = (user: User): Act => {
    const pending = begin(state, { kind: 'events_api', type: 'app_mention', user }, () => ({}));
    pending.status = 'failed';
    pending.acknowledged.reject(
      new Error('The app is not told: the bot is not in the channel, or the app may not read it'),
    );
    return handleOf(pending);
  };

  const act = (user: User, place: Place, typed: string, files?: readonly Shared[]): Act => {
    const pending = tell(user, place, write(user, place, typed, files));
    return pending ? handleOf(pending) : untold(user);
  };

  return {
    threadTs: root.ts,
    channelId: (user, where) => placeOf(user, where).channel.id,
    user,
    promote: (person, rank) => void state.ranks.set(person.id, rank),
    command: (user, where, line) => {
      const place = placeOf(user, where);
      if (place.threadTs !== undefined) throw new Error('Slack refuses slash commands in threads');
      if (!state.scopes.includes('commands')) throw new Error('The app has no slash commands');
      enter(user, place.channel);
      const pending = begin(state, { kind: 'slash_commands', type: 'command', user, place }, (it) =>
        commandBody(state, it, place.channel, user, line),
      );
      state.deliver(pending);
      return handleOf(pending);
    },
    mention: (user, where, text, files) => act(user, placeOf(user, where), `@${state.bot.name} ${text}`, files),
    direct: (user, text, threadTs, files) => act(user, { channel: directChannel(state, user), threadTs }, text, files),
    say: (user, where, text, files) => {
      const place = typeof where === 'string' ? placeOf(user, where) : { channel: channelOf(state, where.channel) };
      const message = write(user, place, text, files);
      tell(user, place, message);
      return message;
    },
    openHome: (user, tab = 'home') => handleOf(home(user, tab)),
    messages: (channelId, viewer) =>
      [...(state.channels.get(channelId)?.messages.values() ?? [])].filter(
        ({ ephemeralFor }) => ephemeralFor === undefined || ephemeralFor === viewer?.id,
      ),
  };
}
