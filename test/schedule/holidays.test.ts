import { expect, test } from 'vitest';
import { holidayOn, holidaysKnownUntil, yearWithoutHolidays } from '../../src/schedule/holidays.ts';

const on = (day: string): string | undefined => holidayOn(Temporal.PlainDate.from(day));

test.each([
  ['2025-05-05', '어린이날, 부처님 오신 날'],
  ['2026-02-16', '설날 전날'],
  ['2026-03-02', '대체공휴일(3·1절)'],
  ['2026-06-03', '전국동시지방선거'],
  ['2025-01-27', '임시공휴일'],
  ['2026-12-25', '기독탄신일'],
  ['2026-12-24', undefined],
])('%s: %s', (day, name) => {
  expect(on(day)).toBe(name);
});

test('the last known year has holidays, the year after it none', () => {
  const last = holidaysKnownUntil();
  expect(last).toBeGreaterThanOrEqual(2027);
  expect(on(`${last}-01-01`)).toBe('1월 1일');
  expect(on(`${last + 1}-01-01`)).toBeUndefined();
});

test('a year whose holidays nobody knows is told of 60 days before it begins', () => {
  const begins = Temporal.ZonedDateTime.from({
    year: holidaysKnownUntil() + 1,
    month: 1,
    day: 1,
    timeZone: 'Asia/Seoul',
  });
  const at = (days: number) => begins.subtract({ days }).toInstant();
  expect(yearWithoutHolidays(at(61))).toBeUndefined();
  expect(yearWithoutHolidays(at(60))).toBe(begins.year);
  expect(yearWithoutHolidays(at(0))).toBe(begins.year);
});
