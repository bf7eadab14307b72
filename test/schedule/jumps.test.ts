import fc from 'fast-check';
import { expect, test } from 'vitest';
import { createClock } from '../../src/app/clock.ts';
import type { Messenger } from '../../src/core/platform.ts';
import { classIn, GUILD, manager, outletOf, ROOM, smallBot } from '../support/classes.ts';
import { runs } from '../support/sample.ts';

const HOUR = 3_600_000;

/** Odd offsets, a date line, half an hour of daylight saving, and two hours of it. */
const ZONES = ['Asia/Seoul', 'Asia/Kathmandu', 'Pacific/Apia', 'Pacific/Chatham', 'Australia/Lord_Howe'];
const MORE_ZONES = ['Antarctica/Troll', 'Etc/GMT+12', 'America/St_Johns', 'UTC'];

const anyStep = fc.oneof(
  { weight: 6, arbitrary: fc.record({ hours: fc.integer({ min: 0, max: 20 }) }) },
  { weight: 2, arbitrary: fc.record({ hours: fc.integer({ min: -30, max: -1 }) }) },
  fc.record({ line: fc.constantFrom(...[...ZONES, ...MORE_ZONES].map((zone) => `/class setup ${zone}`)) }),
  fc.record({ line: fc.integer({ min: 0, max: 23 }).map((hour) => `/class setup ${hour}:30`) }),
  fc.record({ line: fc.constantFrom('/class post', '/class pause', '/class resume', '/class skip 내일') }),
);

test('whatever the clock does, and an instructor, no day has two cards and none is for a day that was', async () => {
  await fc.assert(
    fc.asyncProperty(fc.array(anyStep, { minLength: 20, maxLength: 60 }), async (steps) => {
      let at = Date.parse('2026-03-20T00:00:00Z');
      const now = (): number => at;
      const marks: string[] = [];
      const outlet: Messenger = {
        ...outletOf('discord', { [ROOM]: GUILD }),
        async post(_, { idempotencyKey }) {
          marks.push(idempotencyKey);
          return { kind: 'sent', message: idempotencyKey };
        },
      };
      const { bot, world, logged } = await smallBot({ now, messengers: [outlet] });
      const log = { info: () => {}, warn: () => {}, error: (fields: object) => void logged.push(fields) };
      const clock = createClock({ ...world, messengers: [outlet], now }, { post: () => {} }, log);
      await bot.dispatch('/class setup 매일 공휴일에도', manager);
      for (const step of steps) {
        if ('line' in step) await bot.dispatch(step.line, manager);
        else at += step.hours * HOUR;
        await clock.tick();
      }
      const posts = await Promise.all(marks.map((mark) => world.outbox.byId(mark)));
      const days = posts.map((post) => post?.day ?? '');
      expect(days).toEqual(Array.from(new Set(days)).sort());
      expect((await classIn(ROOM, world)).channels).toHaveLength(1);
      expect(logged).toEqual([]);
    }),
    { numRuns: runs(15) },
  );
});
