/** Interactions that were dispatched, until nobody may use them any more. */
import { randomBytes } from 'node:crypto';
import { object } from './json.ts';
import type { Made } from './messages.ts';
import { isInstalled } from './registered.ts';
import { type Channel, newWindow, type Pending, type State, type Stored, TOKEN_LIFE, unanswered } from './state.ts';
import type { Answer, Json, Message, User } from './types.ts';
import { permissionsOf, userJson } from './wire.ts';

/**
 * By which installations an interaction comes (Interactions: authorizing integration owners): the guild's, `0` in direct
 * messages with the bot, and a person's own, whose command it was: others press what it showed.
 */
export function owners(state: State, { channel, user, source }: Pick<Begun, 'channel' | 'user' | 'source'>): Json {
  const before = object(object(source?.interaction_metadata).authorizing_integration_owners);
  const person = before['1'] ?? (user.installed && state.forPeople ? user.id : undefined);
  return {
    ...(isInstalled(channel.kind) ? { 0: channel.kind === 'dm' ? '0' : state.guild.id } : {}),
    ...(person === undefined ? {} : { 1: person }),
  };
}

/** USE_EXTERNAL_APPS and SEND_MESSAGES (Permissions). */
const PUBLIC = (1n << 50n) | (1n << 11n);

/** Is the answer for the caller alone, whatever it says: in a server that has not installed the app and forbids more? */
const isAlone = ({ channel, user }: Pending): boolean =>
  channel.kind === 'elsewhere' && (BigInt(permissionsOf(user)) & PUBLIC) !== PUBLIC;

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
      authorizing_integration_owners: owners(state, begun),
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
    alone: isAlone(pending),
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
