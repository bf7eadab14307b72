import fc from 'fast-check';
import { expect, test } from 'vitest';
import { parseDates, parseSwappedDates, readDates } from '../../src/schedule/parse-dates.ts';
import { datesInWords } from '../../src/schedule/words.ts';
import { anyText } from '../support/any.ts';

/** A Wednesday. */
const today = Temporal.PlainDate.from('2026-11-25');

test.each([
  ['12월 14일~18일', '2026-12-14', '2026-12-18'],
  ['12월 14일(월)~18일(금)', '2026-12-14', '2026-12-18'],
  ['12월 14일부터 12월 18일까지', '2026-12-14', '2026-12-18'],
  ['12월 14일 월요일부터 12월 18일 금요일까지', '2026-12-14', '2026-12-18'],
  ['2026년 12월 14일 ~ 18일 (기말고사)', '2026-12-14', '2026-12-18'],
  ['12/14-12/18', '2026-12-14', '2026-12-18'],
  ['12/14~18', '2026-12-14', '2026-12-18'],
  ['2026-12-14..2026-12-18', '2026-12-14', '2026-12-18'],
  ['2026-12-14 - 2026-12-18', '2026-12-14', '2026-12-18'],
  ['2026-12-14-2026-12-18', '2026-12-14', '2026-12-18'],
  ['2026.12.14.~12.18.', '2026-12-14', '2026-12-18'],
  ['Dec 14-18', '2026-12-14', '2026-12-18'],
  ['from Mon, Dec 14 to Fri, Dec 18', '2026-12-14', '2026-12-18'],
  ['14–18 December', '2026-12-14', '2026-12-18'],
  ['내일부터 금요일까지', '2026-11-26', '2026-11-27'],
  ['다음 주', '2026-11-30', '2026-12-06'],
  ['next week', '2026-11-30', '2026-12-06'],
  ['다다음주', '2026-12-07', '2026-12-13'],
  ['다음주 월요일~수요일', '2026-11-30', '2026-12-02'],
  ['금요일~12월 2일', '2026-11-27', '2026-12-02'],
  ['2020-03-02..2020-03-06', '2020-03-02', '2020-03-06'],
])('%s: %s to %s', (text, from, to) => {
  expect(parseDates(text, today)).toEqual({ from, to });
});

test.each([
  ['12월 14일', '2026-12-14'],
  ['12/14', '2026-12-14'],
  ['2026-12-14', '2026-12-14'],
  ['December 14th, 2026', '2026-12-14'],
  ['14 Dec', '2026-12-14'],
  ['오늘', '2026-11-25'],
  ['내일', '2026-11-26'],
  ['내일 하루', '2026-11-26'],
  ['모레', '2026-11-27'],
  ['tomorrow', '2026-11-26'],
  ['금요일', '2026-11-27'],
  ['수요일', '2026-11-25'],
  ['다음 주 월요일', '2026-11-30'],
])('%s is the single day %s', (text, day) => {
  expect(parseDates(text, today)).toEqual({ from: day, to: day });
});

test.each([
  ['today itself', '11월 25일', '2026-11-25', '2026-11-25'],
  ['yesterday, next year', '11월 24일', '2027-11-24', '2027-11-24'],
  ['a range that has begun', '11월 20일~28일', '2026-11-20', '2026-11-28'],
  ['a range that is over', '11월 20일~24일', '2027-11-20', '2027-11-24'],
  ['a range over the new year', '12월 28일~1월 3일', '2026-12-28', '2027-01-03'],
  ['a leap day', '2월 29일', '2028-02-29', '2028-02-29'],
  ['this week, without what is past', '이번 주', '2026-11-25', '2026-11-29'],
])('a date without a year is the next that is not over: %s', (_, text, from, to) => {
  expect(parseDates(text, today)).toEqual({ from, to });
});

test('a range that began last year is still on', () => {
  expect(parseDates('12월 28일~1월 3일', Temporal.PlainDate.from('2027-01-02'))).toEqual({
    from: '2026-12-28',
    to: '2027-01-03',
  });
});

test.each([
  ...['', '~', '언젠가', '시험', '14일', '12-14', '12월', '1월 31일~2월', '12월 14일부터', '12월 14일~언젠가'],
  ...['constructor', '__proto__', '12월 14일~constructor'],
  ...['2월 30일', '13월 1일', '2026-02-29', 'Smarch 13', '12월 14일~32일'],
  ...['12월 18일~14일', '12월 14일~12월 10일', '2026-12-18..2026-12-14'],
])('no dates: %j', (text) => {
  expect(parseDates(text, today)).toBeUndefined();
});

test('what we write of dates is read as the same dates', () => {
  const days = fc.integer({ min: 0, max: 150 });
  fc.assert(
    fc.property(
      days,
      days,
      fc.integer({ min: 0, max: 800 }),
      fc.constantFrom('ko', 'en'),
      (ahead, length, on, locale) => {
        const now = today.add({ days: on });
        const from = now.add({ days: ahead });
        const dates = { from: from.toString(), to: from.add({ days: length }).toString() };
        expect(parseDates(datesInWords(dates, locale), now)).toEqual(dates);
      },
    ),
  );
});

test('whatever is typed, the first date is not after the last', () => {
  const part = fc.constantFrom(
    '12월',
    '14일',
    '2026-12-14',
    '12/18',
    '~',
    '부터',
    '까지',
    '월요일',
    '다음 주',
    'Dec 14',
    '-',
    '3',
  );
  fc.assert(
    fc.property(
      fc.oneof(
        anyText,
        fc.array(part, { maxLength: 5 }).map((parts) => parts.join(' ')),
      ),
      (text) => {
        const dates = parseDates(text, today);
        if (!dates) return;
        const [from, to] = [Temporal.PlainDate.from(dates.from), Temporal.PlainDate.from(dates.to)];
        expect([from.toString(), to.toString()]).toEqual([dates.from, dates.to]);
        expect(Temporal.PlainDate.compare(from, to)).toBeLessThanOrEqual(0);
      },
    ),
  );
});

test.each([
  ['12월 18일~14일', '2026-12-14', '2026-12-18'],
  ['2026-12-18 ~ 2026-12-14', '2026-12-14', '2026-12-18'],
  ['12/18-12/14', '2026-12-14', '2026-12-18'],
  ['모레~오늘', '2026-11-25', '2026-11-27'],
])('%s has its end first', (typed, from, to) => {
  expect(parseDates(typed, today)).toBeUndefined();
  expect(parseSwappedDates(typed, today)).toEqual({ from, to });
});

test.each(['12월 14일', '2월 30일~2월 31일', '언젠가', '~'])('%s is no pair of dates the wrong way round', (typed) => {
  expect(parseSwappedDates(typed, today)).toBeUndefined();
});

test('dates for an option are those that people type, in one form, and nothing else', () => {
  for (const [typed, read] of [
    ['12월 3일', '12월 3일'],
    ['12월 3일에', '12월 3일'],
    ['내일로', '내일'],
    ['모레에', '모레'],
    ['수요일에', '수요일'],
    ['다음 주 월요일', '다음 주 월요일'],
    ['2026-12-03', '2026-12-03'],
    ['2월 29일', '2월 29일'],
    ['3 December', '3 December'],
    ['파드', undefined],
    ['12월 32일', undefined],
    [`${'-'.repeat(6000)}`, undefined],
  ] as const)
    expect(readDates(typed)).toBe(read);
});
