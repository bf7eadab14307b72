import fc from 'fast-check';
import { expect, test } from 'vitest';
import { UserError } from '../../src/core/errors.ts';
import { isDate, parseExamDay } from '../../src/schedule/exam-day.ts';
import { anyText } from '../support/any.ts';

/** A Wednesday. */
const today = Temporal.PlainDate.from('2026-11-25');
const examples = { ko: '보기', en: 'example' };
const parse = (typed: string): string => parseExamDay(typed, today, examples);

test.each([
  ['12월 15일까지', '2026-12-15'],
  ['시험 12월 15일', '2026-12-15'],
  ['시험 날은 12월 15일', '2026-12-15'],
  ['until 12/15', '2026-12-15'],
  ['until 15 December', '2026-12-15'],
  ['by Dec 15', '2026-12-15'],
  ['다음 주 금요일까지', '2026-12-04'],
  ['내일까지', '2026-11-26'],
  ['오늘', '2026-11-25'],
  ['1월 5일', '2027-01-05'],
  ['2026-12-15', '2026-12-15'],
])('%s is %s', (typed, date) => {
  expect(isDate(typed)).toBe(true);
  expect(parse(typed)).toBe(date);
});

test.each(['파드', 'pod', '2월 30일까지', '하루 20개', '틀린 문제', '더', '20개', '', 'until', '까지', 'self-healing'])(
  '%s is no date',
  (typed) => {
    expect(isDate(typed)).toBe(false);
    expect(() => parse(typed)).toThrow(UserError);
  },
);

const refused = (typed: string): string => {
  try {
    return parse(typed);
  } catch (error) {
    return error instanceof UserError ? error.text.ko : String(error);
  }
};

test('what is a date and no exam day is refused with why', () => {
  expect(refused('12월 14일~18일')).toContain('시험 날은 하루만 정할 수 있어요(적은 날: 12월 14일(월)~18일(금))');
  expect(refused('2026-11-24')).toContain('11월 24일(화)은 이미 지났어요');
  expect(refused('2028-01-01')).toContain('2028년 1월 1일(토)은 너무 멀어요');
  expect(refused('11월 24일까지')).toBe('11월 24일은 지났어요. 내년이라면 2027년 11월 24일처럼 적어 주세요.');
  expect(parse('2027년 11월 24일')).toBe('2027-11-24');
  expect(refused('언젠가')).toContain('보기');
});

test('any text is a day or refused in words', () => {
  fc.assert(
    fc.property(anyText, (typed) => {
      expect(refused(typed)).not.toMatch(/Error/);
    }),
  );
});
