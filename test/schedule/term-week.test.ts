import { expect, test } from 'vitest';
import { beginningOf, currentWeek, datesOfWeek, weekOn } from '../../src/schedule/term-week.ts';
import { USUAL } from '../../src/schedule/timetable.ts';

test.each([
  // 2 December 2026 is a Wednesday.
  ['2026-12-02', '2026-12-02', 1],
  ['2026-12-02', '2026-12-06', 1],
  ['2026-12-02', '2026-12-07', 2],
  ['2026-12-02', '2026-12-13', 2],
  ['2026-12-02', '2026-11-30', 1],
  ['2026-12-02', '2026-11-29', 0],
  // Over the end of the year, and over a change of the clocks.
  ['2026-12-02', '2027-01-04', 6],
  ['2027-03-01', '2027-04-05', 6],
])('of a term that begins on %s, %s is in week %i', (first, day, week) => {
  expect(weekOn(first, day)).toBe(week);
});

test('a week is from Monday to Sunday', () => {
  expect(datesOfWeek('2026-12-02', 1)).toEqual({ from: '2026-11-30', to: '2026-12-06' });
  expect(datesOfWeek('2026-12-02', 3)).toEqual({ from: '2026-12-14', to: '2026-12-20' });
});

test('a term begins on the day that an instructor has named, otherwise with the first card', () => {
  const history = [{ day: '2026-11-20' }, { day: '2026-11-25' }];
  expect(beginningOf({ timetable: { ...USUAL, first: '2026-12-02' } }, history)).toBe('2026-12-02');
  expect(beginningOf({ timetable: USUAL }, history)).toBe('2026-11-20');
  expect(beginningOf({ timetable: USUAL }, [])).toBeUndefined();
});

test('which week it is goes by the time zone of the class', () => {
  const first = '2026-12-02';
  // In Seoul it is Monday already.
  const now = Temporal.Instant.from('2026-12-06T16:00:00Z');
  expect(currentWeek({ timetable: { ...USUAL, first } }, [], now)).toBe(2);
  expect(currentWeek({ timetable: { ...USUAL, zone: 'Europe/London', first } }, [], now)).toBe(1);
  expect(currentWeek({ timetable: USUAL }, [], now)).toBeUndefined();
});

test('before its first day a class is in no week, though that day is in the same one', () => {
  const one = { timetable: { ...USUAL, first: '2026-12-02' } };
  expect(currentWeek(one, [], Temporal.Instant.from('2026-12-01T03:00:00Z'))).toBe(0);
  expect(currentWeek(one, [], Temporal.Instant.from('2026-12-02T03:00:00Z'))).toBe(1);
  expect(currentWeek(one, [], Temporal.Instant.from('2026-11-20T03:00:00Z'))).toBe(-1);
});
