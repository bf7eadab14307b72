import { describe, expect, test } from 'vitest';
import { momentOf, parseDelay, readAnyHour, readDay, readHourAmongWords } from '../../src/schedule/parse-moments.ts';
import { minuteInWords } from '../../src/schedule/words.ts';

/** Wednesday, 09:30 in Seoul. */
const NOW = Temporal.Instant.from('2026-11-25T00:30:00Z');
const SEOUL = { zone: 'Asia/Seoul' };

const local = (day: string | undefined, hour: string, zone = SEOUL, now = NOW): string | undefined => {
  const moment = momentOf(day, hour, zone, now);
  if (moment === undefined) return undefined;
  if (moment.kind === 'which') return `${moment.day} ${moment.minutes.map(minuteInWords).join(' or ')}`;
  return moment.at.toZonedDateTimeISO(zone.zone).toPlainDateTime().toString({ smallestUnit: 'minute' });
};

describe('a day and an hour', () => {
  test.each([
    ['내일', '10시', '2026-11-26T10:00'],
    ['오늘', '오후 2시 반', '2026-11-25T14:30'],
    ['12월 15일', '10:30', '2026-12-15T10:30'],
    ['다음 주 월요일', '오전 9시', '2026-11-30T09:00'],
    ['월요일', '9시', '2026-11-30T09:00'],
    ['tomorrow', '10am', '2026-11-26T10:00'],
    ['15 December', '2pm', '2026-12-15T14:00'],
    ['friday', 'noon', '2026-11-27T12:00'],
    // Past, which a caller refuses.
    ['오늘', '9시', '2026-11-25T09:00'],
    // Without a day, the next such hour.
    [undefined, '10시', '2026-11-25T10:00'],
    [undefined, '9시', '2026-11-26T09:00'],
    [undefined, '10분 뒤', '2026-11-25T09:40'],
    [undefined, '2시간 후', '2026-11-25T11:30'],
    [undefined, 'in 15 minutes', '2026-11-25T09:45'],
  ])('%s %s is %s', (day, hour, expected) => {
    expect(local(day, hour)).toBe(expected);
  });

  test.each([
    ['내일', '2시', '2026-11-26 14:00 or 02:00'],
    ['내일', '3시 반', '2026-11-26 15:30 or 03:30'],
    [undefined, '2', '2026-11-25 14:00 or 02:00'],
    ['내일', '7:30', '2026-11-26 19:30 or 07:30'],
  ])('%s %s may be two hours: %s', (day, hour, expected) => {
    expect(local(day, hour)).toBe(expected);
  });

  test.each([
    ['내일', '오후 2시', '2026-11-26T14:00'],
    ['내일', '새벽 2시', '2026-11-26T02:00'],
    ['내일', '2am', '2026-11-26T02:00'],
    ['내일', '02:00', '2026-11-26T02:00'],
    ['내일', '14:00', '2026-11-26T14:00'],
    ['내일', '8시', '2026-11-26T08:00'],
    ['내일', '0시', '2026-11-26T00:00'],
  ])('%s %s is one hour', (day, hour, expected) => {
    expect(local(day, hour)).toBe(expected);
  });

  test('is that of the class’s zone; an hour that the clocks leap over comes as much later', () => {
    const now = Temporal.Instant.from('2027-03-10T00:00:00Z');
    expect(local('2027-03-14', '02:30', { zone: 'America/New_York' }, now)).toBe('2027-03-14T03:30');
    expect(local('내일', '오전 9시', { zone: 'America/New_York' }, now)).toBe('2027-03-10T09:00');
  });

  test.each([
    ['내일', '10분 뒤'],
    ['12월 14일~18일', '10시'],
    ['2월 30일', '10시'],
    ['내일', '25시'],
  ])('%s %s is none', (day, hour) => {
    expect(local(day, hour)).toBeUndefined();
  });
});

test.each(['내일', '12월 15일', '다음 주 월요일', 'tomorrow', 'Dec 15'])(
  '%s is a day, which is read again',
  (typed) => {
    const read = readDay(typed);
    expect(read).toBeDefined();
    expect(readDay(read ?? '')).toBe(read);
  },
);

test.each(['파드', '10시', '다음 주', '12월 14일~18일', '5', 'pod', '', 'x'.repeat(5000)])('%s is no day', (typed) => {
  expect(readDay(typed)).toBeUndefined();
});

test.each(['10시', '오후 2시 반', '10:30', '10am', '10분 뒤'])('%s is an hour among words', (typed) => {
  expect(readHourAmongWords(typed)).toBe(typed);
});

test.each(['파드', '5개', '20초', '내일', '3팀', 'x'.repeat(5000)])('%s is no hour', (typed) => {
  expect(readAnyHour(typed)).toBeUndefined();
});

test('a number alone is an hour only where an hour is asked for', () => {
  expect(readHourAmongWords('10')).toBeUndefined();
  expect(readAnyHour('10')).toBe('10');
});

test.each([
  ['10분 뒤', 10],
  ['1시간 뒤에', 60],
  ['in 2 hours', 120],
  ['in 5 min', 5],
  ['10분', undefined],
])('%s is %s minutes from now', (typed, minutes) => {
  expect(parseDelay(typed)).toBe(minutes);
});
