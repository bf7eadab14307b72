import fc from 'fast-check';
import { expect, test } from 'vitest';
import type { Timetable } from '../../src/core/class.ts';
import { streakOf } from '../../src/review/streak.ts';

const timetable: Timetable = {
  zone: 'Asia/Seoul',
  minute: 540,
  weekdays: [1, 2, 3, 4, 5],
  holidays: true,
  skips: [{ from: '2026-12-14', to: '2026-12-18' }],
};

const streak = (today: string, ...days: string[]) => streakOf(new Set(days), Temporal.PlainDate.from(today), timetable);

test('nothing was done yet', () => {
  expect(streak('2026-11-25')).toEqual({ current: 0, longest: 0 });
});

test('days in a row; today counts once it is used, and breaks nothing before it is over', () => {
  expect(streak('2026-11-25', '2026-11-23', '2026-11-24')).toEqual({ current: 2, longest: 2 });
  expect(streak('2026-11-25', '2026-11-23', '2026-11-24', '2026-11-25')).toEqual({ current: 3, longest: 3 });
  expect(streak('2026-11-26', '2026-11-23', '2026-11-24')).toEqual({ current: 0, longest: 2 });
});

test('a weekend breaks nothing, and counts when it is used', () => {
  expect(streak('2026-11-30', '2026-11-26', '2026-11-27', '2026-11-30')).toEqual({ current: 3, longest: 3 });
  expect(streak('2026-11-30', '2026-11-27', '2026-11-28', '2026-11-30')).toEqual({ current: 3, longest: 3 });
});

test('neither a holiday nor an exam week breaks a streak', () => {
  expect(streak('2026-09-28', '2026-09-23', '2026-09-28')).toEqual({ current: 2, longest: 2 });
  expect(streak('2026-12-21', '2026-12-10', '2026-12-11', '2026-12-21')).toEqual({ current: 3, longest: 3 });
});

test('a class day without anything breaks it; the longest stays', () => {
  const days = ['2026-11-16', '2026-11-17', '2026-11-18', '2026-11-23'];
  expect(streak('2026-11-24', ...days)).toEqual({ current: 1, longest: 3 });
});

test('days after today do not count', () => {
  expect(streak('2026-11-25', '2026-11-25', '2026-11-26')).toEqual({ current: 1, longest: 1 });
  expect(streak('2026-11-25', '2026-12-25')).toEqual({ current: 0, longest: 0 });
});

test('a streak is never longer than the longest, nor that than the days used; one more day never shortens either', () => {
  const start = Temporal.PlainDate.from('2026-11-01');
  const day = fc.nat(60).map((days) => start.add({ days }).toString());
  fc.assert(
    fc.property(fc.array(day), day, day, (days, more, today) => {
      const { current, longest } = streak(today, ...days);
      expect(current).toBeLessThanOrEqual(longest);
      expect(longest).toBeLessThanOrEqual(new Set(days).size);
      const after = streak(today, ...days, more);
      expect(after.current).toBeGreaterThanOrEqual(current);
      expect(after.longest).toBeGreaterThanOrEqual(longest);
    }),
  );
});
