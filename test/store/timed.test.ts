import { expect, test } from 'vitest';
import { timed } from '../../src/store/timed.ts';

test('each operation does what it did, and is told once with its end', async () => {
  const told: string[] = [];
  const meter = {
    store(operation: string, ending: string, ms: number) {
      expect(ms).toBeGreaterThanOrEqual(0);
      told.push(`${operation} ${ending}`);
    },
  };
  const away = new Error('away');
  const { add, fail } = timed(
    {
      add: async (a: number, b: number) => a + b,
      fail: async () => {
        throw away;
      },
    },
    meter,
    'sums.',
  );
  expect(await add(1, 2)).toBe(3);
  await expect(fail()).rejects.toBe(away);
  expect(told).toEqual(['sums.add done', 'sums.fail failed']);
});
