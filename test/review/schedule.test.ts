import fc from 'fast-check';
import { expect, test } from 'vitest';
import { dueOf, type Grade, type Memory, review } from '../../src/review/schedule.ts';

const MINUTE = 60_000;
const HOUR = 60 * MINUTE;
const DAY = 24 * HOUR;
const START = Date.UTC(2026, 10, 25);

/** The memory after a first review and some more, each some time after the one before. */
const after = (first: Grade, ...more: [Grade, number][]): Memory => {
  let memory = review(undefined, first, START);
  let at = START;
  for (const [grade, later] of more) {
    at += later;
    memory = review(memory, grade, at);
  }
  return memory;
};

/** Whole days from a review to the day on which the term is due. */
const interval = (memory: Memory): number => Math.ceil((memory.due - memory.reviewed) / DAY);

test('what is known comes back in ever longer intervals, at most half a year', () => {
  let memory = review(undefined, 'good', START);
  const intervals = [interval(memory)];
  while (intervals.length < 6) {
    memory = review(memory, 'good', memory.due);
    intervals.push(interval(memory));
  }
  expect(intervals.slice(0, 4)).toEqual(intervals.slice(0, 4).toSorted((a, b) => a - b));
  expect(intervals[0]).toBe(2);
  expect(intervals[1]).toBeGreaterThan(5);
  expect(intervals.slice(4)).toEqual([180, 180]);
});

test('a forgotten term is due the next day, also a little earlier than the day before', () => {
  const memory = review(undefined, 'again', START);
  expect(memory.due).toBeGreaterThan(START + 12 * HOUR);
  expect(memory.due).toBeLessThan(START + DAY - HOUR);
  expect(interval(after('good', ['good', 2 * DAY], ['good', 10 * DAY], ['again', 30 * DAY]))).toBeLessThan(5);
});

test('twenty right answers in one sitting are about worth one', () => {
  const once = review(undefined, 'good', START);
  const often = after('good', ...Array.from({ length: 19 }, (): [Grade, number] => ['good', MINUTE]));
  expect(interval(often)).toBe(interval(once));
  expect(often.stability).toBeLessThan(once.stability * 1.1);
});

test('a right answer right after a wrong one does not undo it', () => {
  const memory = after('good', ['good', 2 * DAY], ['again', 10 * DAY], ['good', MINUTE]);
  expect(interval(memory)).toBe(interval(after('good', ['good', 2 * DAY], ['again', 10 * DAY])));
});

test('a wrong answer right after a right one counts', () => {
  expect(interval(after('good', ['again', MINUTE]))).toBe(1);
});

test('wrong answers of one sitting count once, those of another day again', () => {
  const once = review(undefined, 'again', START);
  expect(review(once, 'again', START + 59 * MINUTE)).toBe(once);
  const again = review(once, 'again', START + DAY);
  expect(again.stability).toBeLessThan(once.stability);
  expect(again.difficulty).toBeGreaterThan(once.difficulty);
  const between = after('again', ['good', MINUTE]);
  expect(review(between, 'again', START + 2 * MINUTE)).toBe(between);
});

const anyReviews = fc.array(
  fc.tuple(fc.constantFrom<Grade>('again', 'good'), fc.oneof(fc.nat(2 * HOUR), fc.nat(400 * DAY))),
  { maxLength: 30 },
);

test('any history: days that exist, the same again, and the same over JSON; wrong is never later than right', () => {
  fc.assert(
    fc.property(anyReviews, fc.nat(400 * DAY), (reviews, later) => {
      const memory = after('good', ...reviews);
      expect(memory.due - memory.reviewed).toBeGreaterThanOrEqual(16 * HOUR);
      expect(memory.due - memory.reviewed).toBeLessThanOrEqual(180 * DAY);
      expect(memory.difficulty).toBeGreaterThanOrEqual(1);
      expect(memory.difficulty).toBeLessThanOrEqual(10);
      expect(after('good', ...reviews)).toEqual(memory);
      const kept: Memory = JSON.parse(JSON.stringify(memory));
      expect(kept).toEqual(memory);
      const at = memory.reviewed + later;
      expect(review(kept, 'good', at)).toEqual(review(memory, 'good', at));
      expect(review(memory, 'again', at).due).toBeLessThanOrEqual(review(memory, 'good', at).due);
    }),
  );
});

test('a clock that is a little behind does no harm', () => {
  const memory = review(undefined, 'good', START);
  expect(interval(review(memory, 'good', START - MINUTE))).toBe(interval(memory));
});

test('what has been due longest comes first, no more than wanted, nothing that is not due', () => {
  const memory = review(undefined, 'good', START);
  const due = (at: number): Memory => ({ ...memory, due: at });
  const memories = new Map([
    ['pod', due(30)],
    ['node', due(10)],
    ['job', due(10)],
    ['later', due(31)],
  ]);
  expect(dueOf(memories, 30, 9)).toEqual(['job', 'node', 'pod']);
  expect(dueOf(memories, 30, 2)).toEqual(['job', 'node']);
  expect(dueOf(memories, 9, 9)).toEqual([]);
});
