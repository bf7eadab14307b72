/** Channels that come, go and close. */
import { channelOf } from './chat-methods.ts';
import { deleteMessage } from './messages.ts';
import type { State } from './state.ts';
import type { LocalSlack } from './types.ts';

type Places = Pick<LocalSlack, 'channel' | 'archive' | 'removeFrom' | 'inviteTo' | 'deleteChannel' | 'deleteMessage'>;

export const createPlaces = (state: State): Places => ({
  channel: (name) => {
    const channel = {
      ...({ id: state.id('C'), kind: 'public', name, createdAt: state.now() } as const),
      archived: false,
      members: new Set(state.users.keys()),
      messages: new Map(),
    };
    state.channels.set(channel.id, channel);
    return channel.id;
  },
  archive: (id) => {
    channelOf(state, id).archived = true;
  },
  removeFrom: (id) => void channelOf(state, id).members.delete(state.bot.id),
  inviteTo: (id) => void channelOf(state, id).members.add(state.bot.id),
  deleteChannel: (id) => {
    for (const message of channelOf(state, id).messages.values()) message.deleted = true;
    state.channels.delete(id);
  },
  deleteMessage: ({ channel, ts }) => {
    const message = channelOf(state, channel).messages.get(ts);
    if (message) deleteMessage(state, message);
  },
});
