import { expect, test } from 'vitest';
import { storedDate } from '../../src/store/stored-date.ts';

test('a stored date is one that exists, or none', () => {
  expect(storedDate('2026-12-15')).toBe('2026-12-15');
  for (const text of [null, '', '2026-13-01', '2026-02-30', '12월 15일', 'tomorrow'])
    expect(storedDate(text)).toBe(undefined);
});
