import { describe, expect, test } from 'vitest';
import { parseWords } from '../../src/core/command/parse-words.ts';
import { UserError } from '../../src/core/errors.ts';
import {
  deadlineOf,
  deadlineTyped,
  endOf,
  readDeadlineDay,
  readDeadlineHour,
  reminderOf,
  restDay,
} from '../../src/homework/deadline.ts';
import { botOf, COURSE } from '../support/world.ts';

/** A Wednesday, 10:00 in Seoul. */
const NOW = Temporal.Instant.from('2026-11-25T01:00:00Z');
const SEOUL = { zone: 'Asia/Seoul' };

const at = (zoned: string): number => Temporal.ZonedDateTime.from(zoned).epochMilliseconds;
const seoul = (local: string): number => at(`${local}[Asia/Seoul]`);

const { bot } = await botOf([COURSE]);
const options = bot.commands.find(({ name }) => name === 'class')?.actions?.homework?.options ?? {};
/** What a line after `/class homework` is read as, and the deadline. */
function read(line: string) {
  const args = parseWords({ name: 'class homework', usedBy: 'instructors', examples: [], options }, line);
  const { topic, until, time, count, how } = args;
  const word = (value: unknown): string | undefined => (typeof value === 'string' ? value : undefined);
  return { topic, count, how, at: deadlineOf(word(until), word(time), SEOUL, NOW) };
}

describe('a deadline as it is typed', () => {
  test.each([
    ['1장 12월 3일까지', '1장', undefined, '2026-12-03T23:59'],
    ['12월 3일까지 1장', '1장', undefined, '2026-12-03T23:59'],
    ['1장 5문제 12월 3일 18시까지', '1장', 5, '2026-12-03T18:00'],
    ['1장 내일까지', '1장', undefined, '2026-11-26T23:59'],
    ['1장 금요일까지 다섯개', '1장', 5, '2026-11-27T23:59'],
    ['자가 복구 다음 주 화요일 오후 6시 30분까지', '자가 복구', undefined, '2026-12-01T18:30'],
    ['1장 이번 주까지', '1장', undefined, '2026-11-29T23:59'],
    ['1장 다음 주까지 3개', '1장', 3, '2026-12-06T23:59'],
    ['1장 2026-12-25', '1장', undefined, '2026-12-25T23:59'],
    ['1장 12/3까지', '1장', undefined, '2026-12-03T23:59'],
    ['1장 오늘 자정까지', '1장', undefined, '2026-11-25T23:59'],
    ['1장 내일 밤 12시까지', '1장', undefined, '2026-11-26T23:59'],
    ['1장 12월 3일 24시까지', '1장', undefined, '2026-12-03T23:59'],
    // Of six o'clock, the one of the evening: a deadline at dawn is said to be one.
    ['1장 12월 3일 6시까지', '1장', undefined, '2026-12-03T18:00'],
    ['1장 12월 3일 오전 6시까지', '1장', undefined, '2026-12-03T06:00'],
    ['1장 18시까지', '1장', undefined, '2026-11-25T18:00'],
    ['chapter 1 until 3 December', 'chapter', 1, '2026-12-03T23:59'],
    ['chapter 1 until Friday 6pm', 'chapter', 1, '2026-11-27T18:00'],
    ['self-healing by tomorrow', 'self-healing', undefined, '2026-11-26T23:59'],
    ['pod 5 questions until 12/3', 'pod', 5, '2026-12-03T23:59'],
    ['pod next week', 'pod', undefined, '2026-12-06T23:59'],
  ])('%s', (line, topic, count, until) => {
    expect(read(line)).toEqual({ topic, count, how: undefined, at: seoul(until) });
  });

  test('a day without a year that has just passed is not taken for next year’s', () => {
    const deadline = (line: string): number | undefined => read(line).at;
    expect(() => deadline('1장 11월 24일까지')).toThrow(
      '11월 24일은 지났어요. 내년이라면 2027년 11월 24일처럼 적어 주세요.',
    );
    expect(() => deadline('1장 9월 1일까지')).toThrow('9월 1일은 지났어요');
    expect(deadline('1장 8월 1일까지')).toBe(seoul('2027-08-01T23:59'));
    expect(deadline('1장 2027년 11월 24일까지')).toBe(seoul('2027-11-24T23:59'));
  });

  test('바꾸기 is what to do, and no topic', () => {
    expect(read('바꾸기 12월 5일까지')).toMatchObject({ topic: undefined, how: 'move', at: seoul('2026-12-05T23:59') });
    expect(read('move until 5 December')).toMatchObject({ topic: undefined, how: 'move' });
  });

  test('what is no day to come is refused', () => {
    for (const line of ['12월 3일~5일', '13월 40일', 'pod', '까지', 'until', '1장'])
      expect(readDeadlineDay(line), line).toBeUndefined();
    expect(readDeadlineHour('5')).toBeUndefined();
    for (const line of ['오늘 9시까지', '어제까지', '2026-11-24까지', '2028-01-01까지'])
      expect(() => read(`pod ${line}`), line).toThrow(UserError);
    expect(readDeadlineDay('3월 '.repeat(1000))).toBeUndefined();
  });

  test('what was read is read again, as a button says it', () => {
    for (const typed of ['12월 3일까지', 'until Friday', '다음 주까지', '2026-12-03'])
      expect(readDeadlineDay(readDeadlineDay(typed) ?? '')).toBe(readDeadlineDay(typed));
    expect(deadlineTyped('2026-12-03 23:59', SEOUL, NOW)).toBe(seoul('2026-12-03T23:59'));
    expect(deadlineTyped('2026-12-03', SEOUL, NOW)).toBe(seoul('2026-12-03T23:59'));
    for (const typed of ['', '언젠가', '2026-12-03 언젠가', '23:59'])
      expect(() => deadlineTyped(typed, SEOUL, NOW), typed).toThrow(UserError);
  });
});

describe('the clocks of a class', () => {
  const newYork = { zone: 'America/New_York' };
  const winter = Temporal.Instant.from('2027-03-01T12:00:00Z');

  test('an hour that the clocks leap over comes as much later as they leap', () => {
    expect(deadlineOf('2027-03-14', '02:30', newYork, winter)).toBe(at('2027-03-14T03:30[America/New_York]'));
  });

  test('of an hour that comes twice, the second one counts', () => {
    const autumn = Temporal.Instant.from('2026-10-25T12:00:00Z');
    const until = deadlineOf('2026-11-01', '01:30', newYork, autumn);
    expect(Temporal.Instant.fromEpochMilliseconds(until).toString()).toBe('2026-11-01T06:30:00Z');
  });

  test('the reminder comes on the evening before by the class’s own clock, whatever day is shorter', () => {
    const until = deadlineOf('2027-03-14', undefined, newYork, winter);
    expect(until).toBe(at('2027-03-14T23:59[America/New_York]'));
    expect(reminderOf({ until }, newYork)).toBe(at('2027-03-13T18:00[America/New_York]'));
    const early = deadlineOf('2026-12-03', '09:00', SEOUL, NOW);
    expect(reminderOf({ until: early }, SEOUL)).toBe(seoul('2026-12-02T18:00'));
  });

  test('the whole of the minute that is named counts', () => {
    const until = seoul('2026-12-03T23:59');
    expect(endOf({ until })).toBe(seoul('2026-12-04T00:00'));
  });
});

test('a deadline on a holiday, or on a day off of the class, is said', () => {
  const timetable = { zone: 'Asia/Seoul', minute: 540, weekdays: [1], holidays: true, skips: [] };
  const christmas = { until: seoul('2026-12-25T23:59') };
  expect(restDay(christmas, { timetable }, 'ko')).toContain('공휴일(기독탄신일)');
  expect(restDay(christmas, { timetable: { ...timetable, holidays: false } }, 'ko')).toBeUndefined();
  const day = { until: seoul('2026-12-15T23:59') };
  expect(restDay(day, { timetable }, 'ko')).toBeUndefined();
  const off = { ...timetable, skips: [{ from: '2026-12-14', to: '2026-12-18' }] };
  expect(restDay(day, { timetable: off }, 'ko')).toContain('쉬기로 한 날');
  expect(restDay(day, { timetable: off }, 'en')).toContain('day off');
});
