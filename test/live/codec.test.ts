import fc from 'fast-check';
import { expect, test } from 'vitest';
import { decodeState, encodeState, LIVE_KIND, parseState } from '../../src/live/codec.ts';
import { advance, initialLive, type Live, type LiveEvent } from '../../src/live/machine.ts';
import type { LiveState } from '../../src/live/state.ts';

const stored = (state: string, kind = LIVE_KIND) => ({ kind, state });
const channels = ['discord:1', 'slack:C1'];

const event: fc.Arbitrary<LiveEvent> = fc.oneof(
  fc.constantFrom<LiveEvent>({ kind: 'tick' }, { kind: 'next' }, { kind: 'pause' }, { kind: 'resume' }),
  fc.record({ kind: fc.constant('visible' as const), at: fc.nat(3), channel: fc.constantFrom(...channels) }),
  fc.record({ kind: fc.constant('allIn' as const), at: fc.nat(3) }),
  fc.record({ kind: fc.constant('auto' as const), on: fc.boolean() }),
);

const plan = fc.oneof(
  fc.record({ mode: fc.constantFrom('speed' as const, 'calm' as const), questions: fc.constant(['q1', 'q2', 'q3']) }),
  fc.record({
    mode: fc.constant('team' as const),
    questions: fc.constant(['q1', 'q2', 'q3']),
    teams: fc.integer({ min: 2, max: 6 }),
    roles: fc.array(fc.record({ address: fc.string(), name: fc.string() })),
  }),
);

test('whatever a quiz has become is read as it was written', () => {
  fc.assert(
    fc.property(plan, fc.array(fc.tuple(event, fc.nat(120_000))), (how, events) => {
      let now = 0;
      let live: Live = initialLive({ ...how, open: 20_000, closesEarly: true }, now);
      for (const [next, after] of events) {
        now += after;
        live = advance(live, next, now);
      }
      const unseen = [{ at: 0, channel: 'slack:C1' }];
      const state: LiveState = {
        live,
        topic: { ko: '파드', en: 'Pod' },
        channels,
        away: [],
        unseen,
        day: '2026-11-25',
      };
      expect(decodeState(stored(encodeState(state)))).toEqual(state);
      expect(decodeState(stored(encodeState({ ...state, topic: undefined })))).toEqual({ ...state, topic: undefined });
    }),
  );
});

/** As the version before this one wrote it. */
const OLDER =
  '{"live":{"plan":{"questions":["a","b"],"mode":"speed","open":20000},"step":{"kind":"asking","at":1,"asked":5,"seen":{"discord:1":9},"ends":99}},"channels":["discord:1"],"away":[],"day":"2026-11-25"}';

test('what older versions wrote is read: without a version, without `unseen`, without `asked`', () => {
  const state = decodeState(stored(OLDER));
  expect(state).toMatchObject({ unseen: [], live: { step: { kind: 'asking', at: 1, asked: 5 } } });
  expect(decodeState(stored(OLDER.replace('"asked":5,', '')))?.live.step).toMatchObject({ at: 1, ends: 99 });
});

test('a quiz of the last version that is running goes on as it was begun', () => {
  const last = OLDER.replace('{', '{"version":2,').replace('"away":[]', '"away":[],"unseen":[]');
  const speed = decodeState(stored(last))?.live;
  expect(speed).toMatchObject({ auto: true, plan: { mode: 'speed' } });
  // Its class was not told that a question may close before its time.
  expect(speed && advance(speed, { kind: 'allIn', at: 1 }, 50)).toBe(speed);
  expect(decodeState(stored(last.replace('"speed"', '"calm"')))?.live.auto).toBe(false);
});

test('anything else is unreadable and says why; it never throws', () => {
  expect(parseState(stored('{'))).toMatchObject({ unreadable: 'broken' });
  expect(parseState(stored(OLDER, 'homework'))).toMatchObject({ unreadable: 'broken', problem: expect.any(String) });
  expect(parseState(stored(OLDER.replace('"at":1', '"at":2')))).toMatchObject({ unreadable: 'broken' });
  expect(parseState(stored(OLDER.replace('{', '{"version":7,')))).toMatchObject({ unreadable: 'newer' });
  expect(parseState(stored(OLDER.replace('"speed"', '"race"')))).toMatchObject({
    problem: expect.stringContaining('live.plan.mode'),
  });
  fc.assert(
    fc.property(fc.oneof(fc.json(), fc.string()), (state) => {
      expect(parseState(stored(state))).toHaveProperty('unreadable');
    }),
  );
});
