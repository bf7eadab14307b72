/** Channels that come, go and close, and what people write in them. */
import { say } from './messages.ts';
import { type Channel, directChannel, newChannel, type State } from './state.ts';
import type { LocalDiscord } from './types.ts';
import { keep } from './uploads.ts';

type Places = Pick<LocalDiscord, 'channel' | 'deleteChannel' | 'deleteMessage' | 'allow' | 'refuseDirect' | 'say'>;

export function createPlaces(state: State): Places {
  const channelOf = (id: string): Channel => {
    const channel = state.channels.get(id);
    if (!channel) throw new Error(`There is no channel ${id}`);
    return channel;
  };
  return {
    channel: (name) => {
      const channel = newChannel(state.snowflake(), 'guild', name);
      state.channels.set(channel.id, channel);
      return channel.id;
    },
    deleteChannel: (id) => {
      for (const message of channelOf(id).messages.values()) message.deleted = true;
      state.channels.delete(id);
    },
    deleteMessage: ({ id, channelId }) => {
      const { messages } = channelOf(channelId);
      const message = messages.get(id);
      if (message) message.deleted = true;
      messages.delete(id);
    },
    allow: (id, what) => {
      channelOf(id).access = what;
    },
    refuseDirect: (user) => {
      directChannel(state, user).access = 'no writing';
    },
    say: (user, id, text, files = []) => {
      const kept = files.map((file) => keep(state, 'attachments', id, file));
      return say(state, user, channelOf(id), text, kept);
    },
  };
}
