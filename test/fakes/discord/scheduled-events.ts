/** A guild's scheduled events, of the kind EXTERNAL. They begin and end by themselves (Status Update Automation). */
import { refusals } from './errors.ts';
import { type Call, done, ok, type Route } from './http.ts';
import { object, text } from './json.ts';
import { eventError } from './rules/scheduled-event.ts';
import { refuse, type State, type StoredEvent } from './state.ts';
import type { Json, LocalDiscord, ScheduledEvent } from './types.ts';
import { iso, userJson } from './wire.ts';

/** A guild has at most so many that are not over (Create Guild Scheduled Event). */
const MOST = 100;
const STATUS = { 1: 'scheduled', 2: 'active', 3: 'completed', 4: 'canceled' } as const;

/** The status at this moment. */
function statusOf({ status, starts, ends }: StoredEvent, now: number): StoredEvent['status'] {
  if (status > 2) return status;
  if (now >= ends) return 3;
  return now >= starts ? 2 : status;
}

function eventJson(state: State, event: StoredEvent): Json {
  return {
    id: event.id,
    guild_id: state.guild.id,
    channel_id: null,
    creator_id: event.creator,
    name: event.name,
    description: event.description,
    scheduled_start_time: iso(event.starts),
    scheduled_end_time: iso(event.ends),
    privacy_level: 2,
    status: statusOf(event, state.now()),
    entity_type: 3,
    entity_id: null,
    entity_metadata: { location: event.location },
    creator: userJson(state, state.users.get(event.creator) ?? state.bot),
    image: null,
    recurrence_rule: null,
    guild_scheduled_event_exceptions: [],
  };
}

export function eventRoutes(state: State): Route[] {
  const route = (method: string, pattern: string, run: Route['run']): Route => ({
    method,
    pattern,
    auth: true,
    run: (call) => {
      if (call.param('guild') !== state.guild.id) refuse(refusals.unknownGuild);
      return run(call);
    },
  });
  const isOn = (event: StoredEvent): boolean => statusOf(event, state.now()) <= 2;
  const eventOf = (call: Call): StoredEvent => state.events.get(call.param('event')) ?? refuse(refusals.unknownEvent);
  /** One that the bot may change: its own with CREATE_EVENTS, any with MANAGE_EVENTS. */
  const own = (call: Call): StoredEvent => {
    const event = eventOf(call);
    const may = state.eventAccess === 'manage' || (state.eventAccess === 'create' && event.creator === state.bot.id);
    return may ? event : refuse(refusals.missingPermissions);
  };
  const list = '/guilds/:guild/scheduled-events';
  const one = '/guilds/:guild/scheduled-events/:event';
  return [
    route('GET', list, () => ok([...state.events.values()].filter(isOn).map((event) => eventJson(state, event)))),
    route('GET', one, (call) => ok(eventJson(state, eventOf(call)))),
    route('POST', list, ({ body }) => {
      // MANAGE_EVENTS alone has not been enough to make one since 23 February 2026 (Change Log).
      if (state.eventAccess !== 'create') refuse(refusals.missingPermissions);
      const error = eventError(body, { now: state.now() });
      if (error) refuse(error);
      if ([...state.events.values()].filter(isOn).length >= MOST) refuse(refusals.tooManyEvents);
      const given = object(body);
      const event: StoredEvent = {
        id: state.snowflake(),
        creator: state.bot.id,
        name: text(given.name),
        description: text(given.description) || null,
        location: text(object(given.entity_metadata).location),
        starts: Date.parse(text(given.scheduled_start_time)),
        ends: Date.parse(text(given.scheduled_end_time)),
        status: 1,
      };
      state.events.set(event.id, event);
      return ok(eventJson(state, event));
    }),
    route('PATCH', one, (call) => {
      const event = own(call);
      const status = statusOf(event, state.now());
      if (status > 2) refuse(refusals.finishedEvent);
      const error = eventError(call.body, {
        now: state.now(),
        was: { starts: event.starts, ends: event.ends, status },
      });
      if (error) refuse(error);
      change(event, object(call.body));
      return ok(eventJson(state, event));
    }),
    route('DELETE', one, (call) => {
      state.events.delete(own(call).id);
      return done;
    }),
  ];
}

function change(event: StoredEvent, given: Json): void {
  if (given.name !== undefined) event.name = text(given.name);
  if (given.description !== undefined) event.description = text(given.description) || null;
  if (given.entity_metadata !== undefined) event.location = text(object(given.entity_metadata).location);
  if (given.scheduled_start_time !== undefined) event.starts = Date.parse(text(given.scheduled_start_time));
  if (given.scheduled_end_time !== undefined) event.ends = Date.parse(text(given.scheduled_end_time));
  if (given.status === 2 || given.status === 3 || given.status === 4) event.status = given.status;
}

export const createEvents = (state: State): Pick<LocalDiscord, 'events' | 'allowEvents'> => ({
  events: () =>
    [...state.events.values()].map(
      (event): ScheduledEvent => ({ ...event, status: STATUS[statusOf(event, state.now())] }),
    ),
  allowEvents: (what) => {
    state.eventAccess = what;
  },
});
