import { expect, test } from 'vitest';
import { readFirstDay } from '../../src/schedule/first-day.ts';

test('a first day is read, and nothing that is longer than any day', () => {
  expect(readFirstDay('3월 2일부터')).toBe('from 3월 2일');
  // At each of its dashes a range may be divided.
  for (const long of ['3월 2일부터'.padEnd(100), `${'a'.repeat(3000)}${'-'.repeat(3000)}`])
    expect(readFirstDay(long)).toBeUndefined();
});
