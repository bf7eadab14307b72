import { expect, test } from 'vitest';
import type { Timetable } from '../../src/core/class.ts';
import { parseWeekdays } from '../../src/schedule/parse-times.ts';
import {
  dateInWords,
  datesInWords,
  instantInWords,
  minuteInWords,
  timetableInWords,
  zoneInWords,
} from '../../src/schedule/words.ts';

const nine: Timetable = { zone: 'Asia/Seoul', minute: 540, weekdays: [1, 2, 3, 4, 5], holidays: true, skips: [] };

test('a timetable in words', () => {
  expect(timetableInWords(nine, 'ko')).toBe('평일 09:00(서울 시간), 공휴일은 쉬어요');
  expect(timetableInWords(nine, 'en')).toBe('Weekdays at 09:00 (Seoul time), not on Korean public holidays');
  const evening: Timetable = { ...nine, minute: 1290, weekdays: [5, 1, 3], zone: 'America/New_York', holidays: false };
  expect(timetableInWords(evening, 'ko')).toBe('월·수·금 21:30(뉴욕 시간)');
  expect(timetableInWords(evening, 'en')).toBe('Mon, Wed, Fri at 21:30 (New York time)');
});

test.each([
  ['1234567', '매일', 'Every day'],
  ['67', '주말', 'Weekends'],
  ['1234', '월~목', 'Mon–Thu'],
  ['12', '월·화', 'Mon, Tue'],
  ['127', '월·화·일', 'Mon, Tue, Sun'],
  ['7', '일', 'Sun'],
])('weekdays %s: %s, %s', (days, ko, en) => {
  const of = { ...nine, weekdays: Array.from(days, Number), holidays: false };
  expect(timetableInWords(of, 'ko')).toBe(`${ko} 09:00(서울 시간)`);
  expect(timetableInWords(of, 'en')).toBe(`${en} at 09:00 (Seoul time)`);
});

test('weekdays as we write them are read as the same weekdays', () => {
  for (let set = 1; set < 128; set++) {
    const weekdays = [1, 2, 3, 4, 5, 6, 7].filter((day) => set & ((1 << day) >> 1));
    for (const locale of ['ko', 'en'] as const) {
      const [words = ''] = timetableInWords({ ...nine, weekdays }, locale).split(locale === 'ko' ? ' 09:00' : ' at');
      expect(parseWeekdays(words)).toEqual(weekdays);
    }
  }
});

test.each([
  ['Asia/Tokyo', '도쿄 시간', 'Tokyo time'],
  ['Australia/Lord_Howe', '로드 하우 시간', 'Lord Howe time'],
  ['UTC', 'UTC', 'UTC'],
  ['Etc/UTC', 'UTC', 'UTC'],
  ['Etc/GMT+5', 'GMT-5', 'GMT-5'],
])('zone %s: %s, %s', (zone, ko, en) => {
  expect([zoneInWords(zone, 'ko'), zoneInWords(zone, 'en')]).toEqual([ko, en]);
});

test('a day of another year than today’s is told with its year', () => {
  const today = Temporal.PlainDate.from('2026-11-30');
  const one = (day: string, locale: 'ko' | 'en') => datesInWords({ from: day, to: day }, locale, today);
  expect(one('2026-12-01', 'ko')).toBe('12월 1일(화)');
  expect(one('2027-11-29', 'ko')).toBe('2027년 11월 29일(월)');
  expect(one('2027-11-29', 'en')).toBe('Mon, 29 November 2027');
  expect(dateInWords('2025-12-31', 'ko', today)).toBe('2025년 12월 31일 수요일');
  const at = Temporal.Instant.from('2026-12-31T15:30:00Z').epochMilliseconds;
  const now = Temporal.Instant.from('2026-12-31T14:30:00Z').epochMilliseconds;
  expect(instantInWords(at, nine, 'ko', now)).toBe('2027년 1월 1일(금) 00:30');
  expect(instantInWords(now, nine, 'ko', now)).toBe('12월 31일(목) 23:30');
});

test.each([
  ['2026-12-14', '2026-12-18', '12월 14일(월)~18일(금)', 'Mon 14 December – Fri 18 December'],
  ['2026-11-30', '2026-12-04', '11월 30일(월)~12월 4일(금)', 'Mon 30 November – Fri 4 December'],
  ['2026-12-14', '2026-12-14', '12월 14일(월)', 'Mon 14 December'],
  [
    '2026-12-28',
    '2027-01-03',
    '2026년 12월 28일(월)~2027년 1월 3일(일)',
    'Mon, 28 December 2026 – Sun, 3 January 2027',
  ],
])('dates %s to %s: %s', (from, to, ko, en) => {
  expect(datesInWords({ from, to }, 'ko')).toBe(ko);
  // ICU puts a thin space around the dash.
  expect(datesInWords({ from, to }, 'en').replace(/\s/g, ' ')).toBe(en);
});

test('minutes as a clock shows them', () => {
  expect([0, 540, 1439].map(minuteInWords)).toEqual(['00:00', '09:00', '23:59']);
});

test('one date', () => {
  expect(dateInWords('2026-11-23', 'ko')).toBe('11월 23일 월요일');
  expect(dateInWords('2026-11-23', 'en')).toBe('Monday 23 November');
});

test('a moment is in the time zone of its class, which may have another day', () => {
  const at = Date.UTC(2026, 10, 25, 15, 5);
  expect(instantInWords(at, { zone: 'Asia/Seoul' }, 'ko')).toBe('11월 26일(목) 00:05');
  expect(instantInWords(at, { zone: 'UTC' }, 'ko')).toBe('11월 25일(수) 15:05');
});
