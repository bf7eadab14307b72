/** Interactions that were dispatched, until nobody may use them any more. */
import { randomBytes } from 'node:crypto';
import type { Made } from './messages.ts';
import { type Channel, newWindow, type Pending, type State, type Stored, TOKEN_LIFE, unanswered } from './state.ts';
import type { Answer, Json, Message, User } from './types.ts';
import { userJson } from './wire.ts';

/** Which installation an interaction goes by: the guild, or direct messages with the bot. */
export const owners = (state: State, channel: Channel): Json => ({ 0: channel.kind === 'dm' ? '0' : state.guild.id });

export interface Begun {
  type: Pending['type'];
  user: User;
  channel: Channel;
  source?: Stored;
  /** Metadata of the interaction that opened the modal. */
  trigger?: Json;
}

export function begin(state: State, begun: Begun): Pending {
  const id = state.snowflake();
  const { type, user, channel, source, trigger } = begun;
  const settled = Promise.withResolvers<Message>();
  const answered = Promise.withResolvers<Answer>();
  // Whoever does not wait for them is not to crash by them.
  settled.promise.catch(() => undefined);
  answered.promise.catch(() => undefined);
  const pending: Pending = {
    id,
    token: Buffer.from(`interaction:${id}:${randomBytes(66).toString('base64url')}`).toString('base64url'),
    type,
    user,
    channel,
    at: state.now(),
    metadata: {
      id,
      type,
      user: userJson(state, user),
      authorizing_integration_owners: owners(state, channel),
      ...(type === 3 && source ? { interacted_message_id: source.id } : {}),
      ...(trigger === undefined ? {} : { triggering_interaction_metadata: trigger }),
    },
    ...(source === undefined ? {} : { source }),
    followUps: [],
    answered,
    settled,
    edits: newWindow(),
  };
  state.interactions.set(pending.token, pending);
  return pending;
}

/** How a message of this interaction comes to be. */
export function madeBy(pending: Pending, followUp: boolean): Made {
  const original = followUp ? pending.message : pending.source;
  return {
    channel: pending.channel,
    type: original ? 19 : 20,
    webhook: true,
    viewer: pending.user.id,
    metadata: {
      ...pending.metadata,
      ...(followUp && pending.message ? { original_response_message_id: pending.message.id } : {}),
    },
    ...(original === undefined ? {} : { reference: original }),
  };
}

/** Rejects it where nobody answers in time, and ends it when its token is good no more. */
export function watch(state: State, pending: Pending): void {
  const { clock, answerWithin } = state;
  clock.after(answerWithin, () => {
    if (!unanswered(pending)) return;
    const error = new Error('The interaction was not answered within three seconds');
    pending.answered.reject(error);
    pending.settled.reject(error);
  });
  clock.after(TOKEN_LIFE, () => {
    state.interactions.delete(pending.token);
    pending.settled.reject(new Error('The deferred answer never came'));
  });
}
