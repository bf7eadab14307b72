import fc from 'fast-check';
import { expect, test } from 'vitest';
import { LIMITS } from '../../../src/core/reply/limits.ts';
import { encodePlanned, type PlannedQuiz, parsePlanned } from '../../../src/live/plan/codec.ts';
import { prepareLine, replanLine } from '../../../src/live/plan/lines.ts';

const planned: PlannedQuiz = {
  ...{ at: 9, before: [5], words: '파드', topic: { ko: '파드', en: 'Pod' }, count: 3, questions: 3 },
  ...{ how: { mode: 'team', open: 20_000, teams: 3 }, isReminded: false, hindered: 'busy' },
  ...{ source: 'made', withoutEvent: ['discord:1'], status: 'ahead' },
};

test('a planned quiz is read as it was written', () => {
  expect(parsePlanned({ state: encodePlanned(planned) })).toEqual(planned);
  const nothing = { words: undefined, topic: undefined, count: undefined, source: undefined, hindered: undefined };
  const bare: PlannedQuiz = { ...planned, ...nothing };
  expect(parsePlanned({ state: encodePlanned(bare) })).toEqual(bare);
});

/** As the first version wrote it. */
const FIRST =
  '{"version":1,"at":9,"before":[],"questions":5,"how":{"mode":"speed","open":30000},"isReminded":true,"withoutEvent":[],"status":"ahead"}';

test('what the first version wrote is read; anything else is unreadable and says why', () => {
  expect(parsePlanned({ state: FIRST })).toMatchObject({ at: 9, how: { mode: 'speed' }, words: undefined });
  expect(parsePlanned({ state: FIRST.replace('"version":1', '"version":2') })).toMatchObject({ unreadable: 'newer' });
  expect(parsePlanned({ state: FIRST.replace('"speed"', '"race"') })).toMatchObject({
    unreadable: 'broken',
    problem: expect.stringContaining('how.mode'),
  });
  fc.assert(
    fc.property(fc.oneof(fc.json(), fc.string()), (state) => {
      expect(parsePlanned({ state })).toHaveProperty('unreadable');
    }),
  );
});

test('its buttons’ lines are read as they were written, as the first version wrote them, and fit', () => {
  const plan = 'k3f9a0b1c2';
  expect(replanLine.write({ plan, move: 'show' })).toBe('replan k3f9a0b1c2 show');
  expect(replanLine.read('k3f9a0b1c2 to 내일 오후 2시')).toEqual({ plan, move: 'to', when: '내일 오후 2시' });
  expect(replanLine.read('k3f9a0b1c2 drop')).toMatchObject({ plan, move: 'drop' });
  expect(replanLine.read('k3f9a0b1c2 explode')).toBeUndefined();
  expect(prepareLine.write({ post: 'p1' })).toBe('prepare p1');
  expect(prepareLine.read('p1')).toEqual({ post: 'p1' });
  expect(replanLine.write({ plan, move: 'to', when: '2026-12-01 14:00' }).length).toBeLessThanOrEqual(LIMITS.line);
});
