import fc from 'fast-check';
import { expect, test } from 'vitest';
import {
  parseMinute,
  parseWeekday,
  parseWeekdays,
  parseZone,
  readHour,
  readWeekdays,
} from '../../src/schedule/parse-times.ts';
import { anyText } from '../support/any.ts';

test.each([
  ['Asia/Seoul', 'Asia/Seoul'],
  [' asia/seoul ', 'Asia/Seoul'],
  ['서울', 'Asia/Seoul'],
  ['한국 시간', 'Asia/Seoul'],
  ['KST', 'Asia/Seoul'],
  ['Seoul', 'Asia/Seoul'],
  ['부산', 'Asia/Seoul'],
  ['utc', 'UTC'],
  ['new york', 'America/New_York'],
  ['New York time', 'America/New_York'],
  ['america/argentina/buenos_aires', 'America/Argentina/Buenos_Aires'],
  ['EST', 'America/New_York'],
  ['하노이', 'Asia/Ho_Chi_Minh'],
])('zone %s: %s', (text, zone) => {
  expect(parseZone(text)).toBe(zone);
});

test.each(['', '달', '+09:00', 'UTC+9', '9', 'Asia/Pyeongyang', '2026-01-01T00:00[Asia/Seoul]'])(
  'no zone: %j',
  (text) => {
    expect(parseZone(text)).toBeUndefined();
  },
);

test('every zone is found by its own name in any case', () => {
  for (const zone of Intl.supportedValuesOf('timeZone')) expect(parseZone(zone.toUpperCase())).toBe(zone);
});

const minutes = (hour: number, minute = 0): number => hour * 60 + minute;

test.each([
  ['9', minutes(9)],
  ['0', 0],
  ['9시', minutes(9)],
  ['9시에', minutes(9)],
  ['09:30', minutes(9, 30)],
  ['０９：３０', minutes(9, 30)],
  ['23:59', minutes(23, 59)],
  ['9시 5분', minutes(9, 5)],
  ['14시반', minutes(14, 30)],
  ['오전 9시', minutes(9)],
  ['오전 12시', 0],
  ['오후 2시', minutes(14)],
  ['오후2시', minutes(14)],
  ['오후 2시 30분', minutes(14, 30)],
  ['오후 2시 반', minutes(14, 30)],
  ['오후 두 시 반', minutes(14, 30)],
  ['열한시', minutes(11)],
  ['오후 12시', minutes(12)],
  ['오후 14:20', minutes(14, 20)],
  ['새벽 6시', minutes(6)],
  ['아침 8시', minutes(8)],
  ['낮 12시', minutes(12)],
  ['낮 1시', minutes(13)],
  ['낮 11시', minutes(11)],
  ['저녁 7시', minutes(19)],
  ['밤 9시', minutes(21)],
  ['밤 12시', 0],
  ['밤 1시', minutes(1)],
  ['정오', minutes(12)],
  ['자정', 0],
  ['2pm', minutes(14)],
  ['2 p.m.', minutes(14)],
  ['9:30 PM', minutes(21, 30)],
  ['12am', 0],
  ['12pm', minutes(12)],
  ['noon', minutes(12)],
])('time %s: minute %i', (text, minute) => {
  expect(parseMinute(text)).toBe(minute);
});

test.each([
  '',
  '시',
  '24시',
  '24:00',
  '25',
  '-9',
  '9:5',
  '9:60',
  '9시 60분',
  '09:30:00',
  '오전 13시',
  '오전 9시 pm',
  '아홉',
  '반',
  '930',
  'constructor',
  '__proto__',
])('no time: %j', (text) => {
  expect(parseMinute(text)).toBeUndefined();
});

test('every time of a day is read as 24 hours, as Korean and as English write it', () => {
  for (let minute = 0; minute < 1440; minute++) {
    const time = new Temporal.PlainTime(Math.floor(minute / 60), minute % 60);
    expect(parseMinute(time.toString({ smallestUnit: 'minute' }))).toBe(minute);
    for (const tag of ['ko-KR', 'en-US'])
      expect(parseMinute(time.toLocaleString(tag, { hour: 'numeric', minute: 'numeric' }))).toBe(minute);
  }
});

test.each([
  ['평일', '12345'],
  ['매일', '1234567'],
  ['주말', '67'],
  ['월수금', '135'],
  ['금월', '15'],
  ['월-금', '12345'],
  ['월~목', '1234'],
  ['금~월', '1567'],
  ['월,수', '13'],
  ['월·수·금', '135'],
  ['월 수 금요일', '135'],
  ['화요일과 목요일', '24'],
  ['월요일부터 금요일까지', '12345'],
  ['월~수, 금', '1235'],
  ['일', '7'],
  ['mon-fri', '12345'],
  ['Mon through Thu', '1234'],
  ['Mondays and Wednesdays', '13'],
  ['weekdays', '12345'],
  ['weekends', '67'],
  ['every day', '1234567'],
  ['MWF', '135'],
  ['TTh', '24'],
])('weekdays %s: %s', (text, days) => {
  expect(parseWeekdays(text)?.join('')).toBe(days);
});

test.each(['', ' ', ',', '월~', '~금', '135', '1-5', '월x', '일주일', 'tomorrow', '월~수~금'])(
  'no weekdays: %j',
  (text) => {
    expect(parseWeekdays(text)).toBeUndefined();
  },
);

test.each([
  ['월', 1],
  ['일요일', 7],
  ['sun', 7],
  ['Wednesday', 3],
  ['요일', undefined],
  ['', undefined],
])('the weekday %j: %s', (text, day) => {
  expect(parseWeekday(text)).toBe(day);
});

test('whatever is typed, what is read of it is valid', () => {
  fc.assert(
    fc.property(anyText, (text) => {
      const minute = parseMinute(text) ?? 0;
      expect(Number.isInteger(minute) && minute >= 0 && minute < 1440).toBe(true);
      const weekdays = parseWeekdays(text) ?? [1];
      expect(weekdays.length).toBeGreaterThan(0);
      expect(weekdays).toEqual([1, 2, 3, 4, 5, 6, 7].filter((day) => weekdays.includes(day)));
      const zone = parseZone(text) ?? 'UTC';
      expect(Temporal.Instant.fromEpochMilliseconds(0).toZonedDateTimeISO(zone).timeZoneId).toBe(zone);
    }),
  );
});

test.each([
  [readHour, '오후 2시 반', '14:30'],
  [readHour, '9', '09:00'],
  [readWeekdays, '평일', 'mon,tue,wed,thu,fri'],
  [readWeekdays, '토일', 'sat,sun'],
] as const)('%o gives %s one form, which it reads again', (read, typed, form) => {
  expect(read(typed)).toBe(form);
  expect(read(form)).toBe(form);
  expect(read('언젠가')).toBeUndefined();
});
