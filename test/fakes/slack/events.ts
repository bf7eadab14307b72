/** Events as the Events API delivers them. */
import { random } from './ids.ts';
import type { Channel, Pending, Place } from './model.ts';
import { begin } from './pending.ts';
import type { State } from './state.ts';
import type { Json, User } from './types.ts';
import { seconds } from './wire.ts';

/** An event in its wrapper. */
const eventBody = (state: State, event: Json): Json => ({
  token: state.verificationToken,
  team_id: state.teamId,
  context_team_id: state.teamId,
  context_enterprise_id: null,
  api_app_id: state.appId,
  event,
  type: 'event_callback',
  event_id: state.id('Ev'),
  event_time: seconds(state.now()),
  authorizations: [
    {
      enterprise_id: null,
      team_id: state.teamId,
      user_id: state.bot.id,
      is_bot: true,
      is_enterprise_install: false,
    },
  ],
  is_ext_shared_channel: false,
  event_context: `4-${random(24, 'abcdefghijklmnopqrstuvwxyz0123456789')}`,
});

/** Delivers an event. */
export function emit(state: State, event: Json, who: { user?: User; place?: Place } = {}): Pending {
  const pending = begin(state, { kind: 'events_api', type: String(event.type), ...who }, () => eventBody(state, event));
  state.deliver(pending);
  return pending;
}

/** The app is told of what is in its direct messages (message.im), and of nothing in channels but mentions. */
export function messageEvent(state: State, channel: Channel, message: Json, user?: User): Pending | undefined {
  if (!state.scopes.includes('im:history')) return undefined;
  const event = { ...message, channel: channel.id, event_ts: message.ts, channel_type: 'im' };
  const place = { channel, ts: String(message.ts), threadTs: message.thread_ts as string | undefined };
  return emit(state, event, user ? { user, place } : {});
}
