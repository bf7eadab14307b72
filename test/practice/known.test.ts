import { expect, test } from 'vitest';
import { loadKnown } from '../../src/practice/known.ts';
import { botOf, COURSE } from '../support/world.ts';

const { world } = await botOf([COURSE]);
const NOW = Date.UTC(2026, 10, 25);
const DAY = 86_400_000;

test('lines that say days to come have nothing forgotten of the day that all others ask for', async () => {
  const asked: string[] = [];
  const records = {
    lastAnswers: async () => [],
    practiceAnswers: async () => [],
    questionCounts: async (_: string, until: string) => {
      asked.push(until);
      return [];
    },
  };
  const known = (start: number) => loadKnown('test:kim', { start }, { records, course: world.course() });
  for (let day = 1; day <= 5; day++) await known(NOW + day * 365 * DAY);
  asked.length = 0;
  for (let n = 0; n < 4; n++) {
    await known(NOW);
    await known(NOW + DAY);
  }
  expect(asked).toEqual(['2026-11-25', '2026-11-26']);
});
