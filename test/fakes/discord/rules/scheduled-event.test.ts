import { describe } from 'vitest';
import { eventError } from './scheduled-event.ts';
import { itRefuses } from './tables.ts';

const NOW = Date.parse('2026-11-25T00:00:00Z');

const good = {
  name: 'Live quiz',
  privacy_level: 2,
  entity_type: 3,
  entity_metadata: { location: 'https://discord.com/channels/1/2' },
  scheduled_start_time: '2026-11-25T01:00:00.000Z',
  scheduled_end_time: '2026-11-25T02:00:00+00:00',
};
const without = (name: keyof typeof good): object => {
  const { [name]: _, ...rest } = good;
  return rest;
};
const was = { starts: NOW + 3_600_000, ends: NOW + 7_200_000, status: 1 };

describe('a new event', () => {
  itRefuses(
    [
      ['has a name', good, without('name'), 'name BASE_TYPE_REQUIRED'],
      [
        'of 100 letters',
        { ...good, name: '가'.repeat(100) },
        { ...good, name: '가'.repeat(101) },
        'name BASE_TYPE_BAD_LENGTH',
      ],
      ['is for the guild', good, { ...good, privacy_level: 1 }, 'privacy_level BASE_TYPE_CHOICES'],
      ['has a kind', good, without('entity_type'), 'entity_type BASE_TYPE_REQUIRED'],
      ['says where it is', good, without('entity_metadata'), 'entity_metadata BASE_TYPE_REQUIRED'],
      [
        'in 100 letters',
        { ...good, entity_metadata: { location: 'x'.repeat(100) } },
        { ...good, entity_metadata: { location: 'x'.repeat(101) } },
        'entity_metadata.location BASE_TYPE_BAD_LENGTH',
      ],
      [
        'is in no channel',
        { ...good, channel_id: null },
        { ...good, channel_id: '123456789012345678' },
        'channel_id GUILD_SCHEDULED_EVENT_CHANNEL_INVALID',
      ],
      ['begins', good, without('scheduled_start_time'), 'scheduled_start_time BASE_TYPE_REQUIRED'],
      ['ends', good, without('scheduled_end_time'), 'scheduled_end_time BASE_TYPE_REQUIRED'],
      ['at a time', good, { ...good, scheduled_start_time: 'tomorrow' }, 'scheduled_start_time DATE_TIME_TYPE_PARSE'],
      [
        'to come',
        good,
        { ...good, scheduled_start_time: '2026-11-24T23:59:00Z' },
        'scheduled_start_time GUILD_SCHEDULED_EVENT_SCHEDULE_PAST',
      ],
      [
        'and ends after that',
        good,
        { ...good, scheduled_end_time: '2026-11-25T01:00:00Z' },
        'scheduled_end_time GUILD_SCHEDULED_EVENT_END_BEFORE_START',
      ],
      [
        'is described in 1000 letters',
        { ...good, description: 'x'.repeat(1000) },
        { ...good, description: 'x'.repeat(1001) },
        'description BASE_TYPE_BAD_LENGTH',
      ],
    ],
    (body) => eventError(body, { now: NOW }),
  );
});

describe('an event that is changed', () => {
  itRefuses(
    [
      ['may have anything left out', {}, { name: '' }, 'name BASE_TYPE_BAD_LENGTH'],
      [
        'is not moved into the past',
        { scheduled_start_time: '2026-11-25T00:30:00Z' },
        { scheduled_start_time: '2026-11-24T00:30:00Z' },
        'scheduled_start_time GUILD_SCHEDULED_EVENT_SCHEDULE_PAST',
      ],
      [
        'nor behind its end',
        { scheduled_start_time: '2026-11-25T01:30:00Z' },
        { scheduled_start_time: '2026-11-25T02:30:00Z' },
        'scheduled_end_time GUILD_SCHEDULED_EVENT_END_BEFORE_START',
      ],
    ],
    (body) => eventError(body, { now: NOW, was }),
  );
  itRefuses(
    [
      [
        'keeps its start once it runs',
        { name: 'x' },
        { scheduled_start_time: '2026-11-25T01:00:00Z' },
        'scheduled_start_time GUILD_SCHEDULED_EVENT_INVALID_START_BY_STATUS',
      ],
    ],
    (body) => eventError(body, { now: NOW, was: { ...was, status: 2 } }),
  );
});
