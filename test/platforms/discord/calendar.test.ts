import { expect, test } from 'vitest';
import type { Calendar, CalendarEvent } from '../../../src/core/platform.ts';
import { onDiscord } from '../../fakes/discord/bot.ts';
import type { Fault } from '../../fakes/discord/types.ts';

const NOW = Date.parse('2026-11-25T00:00:00Z');
const HOUR = 3_600_000;
/** Longer than a request may take. */
const UNTIL = NOW + 60_000;

async function openCalendar() {
  const { discord, connection } = await onDiscord({ now: () => NOW });
  const { calendar } = connection.messenger;
  if (!calendar) throw new Error('Discord has a calendar');
  const space = `discord:${discord.guild.id}`;
  const event: CalendarEvent = {
    ...{
      name: '라이브 퀴즈: 파드',
      description: '수업 채널에서 풀어요',
      channel: `discord:${discord.guild.channelId}`,
    },
    ...{ starts: NOW + HOUR, ends: NOW + 2 * HOUR },
  };
  const strike = (method: string, fault: Fault) => discord.fault({ method, path: /scheduled-events/ }, fault);
  return { discord, calendar, space, event, strike };
}

async function made({ calendar, space, event }: { calendar: Calendar; space: string; event: CalendarEvent }) {
  const posted = await calendar.create(space, event, UNTIL);
  if (posted.kind !== 'sent') throw new Error(`not made: ${posted.kind}`);
  return posted.message;
}

test('an event is made, found by its place and hour, changed and taken away', async () => {
  const room = await openCalendar();
  const { discord, calendar, space, event } = room;
  const id = await made(room);
  expect(await calendar.find(space, event, [NOW, event.starts])).toEqual({ kind: 'sent', message: id });
  expect(await calendar.find(space, event, [NOW])).toBeUndefined();
  expect(await calendar.find(space, { ...event, channel: 'discord:9' }, [event.starts])).toBeUndefined();
  expect(await calendar.change(space, id, { ...event, name: '새 이름', starts: NOW + 90 * 60_000 })).toBe('shown');
  expect(discord.events()).toMatchObject([{ id, name: '새 이름', starts: NOW + 90 * 60_000 }]);
  expect(await calendar.remove(space, id)).toBe('shown');
  expect(discord.events()).toEqual([]);
  // A moderator, or a process that was killed, has taken it away before.
  expect([await calendar.remove(space, id), await calendar.change(space, id, event)]).toEqual(['gone', 'gone']);
});

test('texts of any length fit', async () => {
  const room = await openCalendar();
  await made({ ...room, event: { ...room.event, name: '가'.repeat(300), description: '나'.repeat(3000) } });
  const [one] = room.discord.events();
  expect([Array.from(one?.name ?? '').length, Array.from(one?.description ?? '').length]).toEqual([100, 1000]);
});

test('what Discord refuses is not tried again, and what it may have taken is looked for', async () => {
  const room = await openCalendar();
  const { discord, calendar, space, event, strike } = room;
  const create = () => calendar.create(space, event, UNTIL);
  expect(await calendar.create(space, event, NOW + 5000)).toEqual({ kind: 'later', wait: 0 });
  expect(await calendar.create(space, { ...event, starts: NOW - 1 }, UNTIL)).toMatchObject({
    kind: 'lost',
    why: 'gone',
  });
  for (const fault of [{ drop: 'before' }, { status: 502 }] as const) {
    strike('POST', fault);
    expect(await create()).toEqual({ kind: 'unsure' });
    expect(discord.events()).toEqual([]);
  }
  for (const fault of [{ drop: 'after' }, { statusAfter: 500 }] as const) {
    strike('POST', fault);
    expect(await create()).toEqual({ kind: 'unsure' });
    const found = await calendar.find(space, event, [event.starts]);
    expect(found).toMatchObject({ kind: 'sent' });
    if (found?.kind === 'sent') await calendar.remove(space, found.message);
  }
  const end = discord.fault(
    { method: 'GET', path: /scheduled-events/, times: Number.POSITIVE_INFINITY },
    { status: 400 },
  );
  expect(await calendar.find(space, event, [event.starts])).toEqual({ kind: 'unsure' });
  end();
  discord.allowEvents('manage');
  expect(await create()).toMatchObject({ kind: 'lost', why: 'forbidden' });
  expect(await calendar.create('discord:123456789012345678', event, UNTIL)).toMatchObject({ kind: 'lost' });
});

test('a pause that Discord wants is left to the outbox', async () => {
  const { calendar, space, event, strike } = await openCalendar();
  strike('POST', { retryAfter: 7 });
  const posted = await calendar.create(space, event, UNTIL);
  expect(posted.kind === 'later' && posted.wait >= 7000).toBe(true);
});

test('a guild has a hundred events at most; one that is full is told by messages alone', async () => {
  const room = await openCalendar();
  const at = (n: number): CalendarEvent => ({
    ...room.event,
    ...{ starts: NOW + HOUR + n * 60_000, ends: NOW + 9 * HOUR },
  });
  for (let n = 0; n < 100; n++) await room.calendar.create(room.space, at(n), UNTIL);
  expect(room.discord.events()).toHaveLength(100);
  expect(await room.calendar.create(room.space, at(100), UNTIL)).toMatchObject({ kind: 'lost', why: 'gone' });
});
