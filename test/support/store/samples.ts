import type { Class } from '../../../src/core/class.ts';
import type { Draft } from '../../../src/core/outbox.ts';

export const NOW = Date.parse('2026-11-25T00:00:00Z');

export const classOf = (id: string, how: Partial<Class> = {}): Class => ({
  id,
  timetable: { zone: 'Asia/Seoul', minute: 540, weekdays: [1, 2, 3, 4, 5], holidays: true, skips: [] },
  locale: 'ko',
  channels: [{ channel: `discord:${id}`, space: 'discord:1' }],
  instructors: [],
  paused: undefined,
  due: NOW,
  owner: '',
  code: `CODE-${id}`,
  ...how,
});

/** A card of class `a` for the day. */
export const cardOf = (id: string, how: Partial<Draft> = {}): Draft => ({
  id,
  key: `card:a:2026-11-25:${id}`,
  classId: 'a',
  channel: 'discord:a',
  kind: 'card',
  what: 'pod',
  day: '2026-11-25',
  due: NOW,
  expiresAt: NOW + 3_600_000,
  ...how,
});
