import { DiscordAPIError, GuildScheduledEventEntityType, GuildScheduledEventPrivacyLevel, Routes } from 'discord.js';
import type { Calendar, CalendarEvent, Edited, Posted } from '../../core/platform.ts';
import { truncate } from '../../language/truncate.ts';
import { eventsSchema, idSchema, readAnswer } from './answers.ts';
import { failureOf, logFields, lostBy } from './errors.ts';
import { DISCORD } from './limits.ts';
import { APART, laterBy } from './messenger.ts';
import { oneRequest, REQUEST } from './requests.ts';
import type { Wire } from './respond.ts';

/** Unknown guild scheduled event (Opcodes and Status Codes: JSON error codes). */
const UNKNOWN_EVENT = 10070;

const idOf = (address: string): string => address.slice('discord:'.length);

/** A link to the channel, which a client opens; it also tells the events of two classes in one guild apart. */
const locationOf = (space: string, { channel }: CalendarEvent): string =>
  `https://discord.com/channels/${idOf(space)}/${idOf(channel)}`;

/** What may change of an event. */
const bodyOf = (space: string, event: CalendarEvent): object => ({
  name: truncate(event.name, DISCORD.eventName),
  description: truncate(event.description, DISCORD.eventDescription),
  entity_metadata: { location: locationOf(space, event) },
  scheduled_start_time: new Date(event.starts).toISOString(),
  scheduled_end_time: new Date(event.ends).toISOString(),
});

/**
 * An event that takes place in no voice channel (Guild Scheduled Event: Field Requirements By Entity Type: EXTERNAL needs
 * a location and an end). It begins and ends by itself at its hours (Status Update Automation).
 */
export const newBodyOf = (space: string, event: CalendarEvent): object => ({
  ...bodyOf(space, event),
  privacy_level: GuildScheduledEventPrivacyLevel.GuildOnly,
  entity_type: GuildScheduledEventEntityType.External,
});

/**
 * Scheduled events of guilds. To make one, and to change and delete its own, the bot needs CREATE_EVENTS; to look for one
 * it needs nothing (Guild Scheduled Event Permissions Requirements: EXTERNAL). `me`: the bot's user.
 */
export function createCalendar({ rest, log }: Pick<Wire, 'rest' | 'log'>, now: () => number, me: string): Calendar {
  async function create(space: string, event: CalendarEvent, until: number): Promise<Posted> {
    // Its end is known before another process may make the same.
    if (now() + REQUEST + APART > until) return { kind: 'later', wait: 0 };
    try {
      const body = newBodyOf(space, event);
      const made = rest.post(Routes.guildScheduledEvents(idOf(space)), { body, signal: oneRequest() });
      const { id } = await readAnswer(idSchema, made);
      return { kind: 'sent', message: id };
    } catch (error) {
      log.warn(logFields(error), 'Discord did not take an event');
      const lost = lostBy(error);
      if (lost) return lost;
      const failure = failureOf(error);
      if (failure === 'limited' || failure === 'unsent') return laterBy(error);
      // A guild has 100 events at most, say; the messages in the class's channels tell the hour in any case.
      return failure === 'refused' ? { kind: 'lost', why: 'gone', reason: 'refused' } : { kind: 'unsure' };
    }
  }

  async function find(space: string, event: CalendarEvent, hours: readonly number[]): Promise<Posted | undefined> {
    try {
      const listed = rest.get(Routes.guildScheduledEvents(idOf(space)), { signal: oneRequest() });
      const found = (await readAnswer(eventsSchema, listed)).find(
        ({ creator_id, creator, entity_metadata: place, scheduled_start_time: starts }) =>
          (creator_id ?? creator?.id) === me &&
          place?.location === locationOf(space, event) &&
          hours.includes(Date.parse(starts)),
      );
      return found && { kind: 'sent', message: found.id };
    } catch (error) {
      log.warn(logFields(error), 'an event could not be looked for');
      return lostBy(error) ?? { kind: 'unsure' };
    }
  }

  /** What became of a request that changes an event, and may be sent twice. */
  async function changed(request: Promise<unknown>): Promise<Edited> {
    try {
      await request;
      return 'shown';
    } catch (error) {
      log.info(logFields(error), 'an event could not be changed');
      if (error instanceof DiscordAPIError && error.code === UNKNOWN_EVENT) return 'gone';
      // Nothing better can be shown where the bot may not, or not any more.
      return lostBy(error) || failureOf(error) === 'refused' ? 'shown' : 'later';
    }
  }

  const path = (space: string, id: string) => Routes.guildScheduledEvent(idOf(space), id);
  return {
    create,
    find,
    change: (space, id, event) =>
      changed(rest.patch(path(space, id), { body: bodyOf(space, event), signal: oneRequest() })),
    remove: (space, id) => changed(rest.delete(path(space, id), { signal: oneRequest() })),
  };
}
