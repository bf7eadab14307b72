import { expect, test } from 'vitest';
import type { Evidence } from '../../src/core/learner-records.ts';
import { usualDaily } from '../../src/review/habit.ts';
import { replay } from '../../src/review/replay.ts';
import { type Goals, reviewsToday } from '../../src/review/today.ts';
import { USUAL } from '../../src/schedule/timetable.ts';

const DAY = 86_400_000;
/** Wednesday, 20:00 in Seoul. */
const now = Temporal.Instant.from('2026-11-25T11:00:00Z');
const MIDNIGHT = Temporal.Instant.from('2026-11-24T15:00:00Z').epochMilliseconds;

const answered = (term: string, days: number, how: Evidence['how'] = 'right'): Evidence => ({
  term,
  how,
  at: now.epochMilliseconds - days * DAY,
});

function today(shown: readonly Evidence[], goals: Partial<Goals> = {}, at = now) {
  const ordered = shown.toSorted((a, b) => a.at - b.at);
  const learner = { now: at, timetable: USUAL, shown: ordered, memories: replay(ordered) };
  return reviewsToday(learner, { own: {}, classExam: undefined, ...goals });
}

const twenty = Array.from({ length: 20 }, (_, i) => answered(`c${i}`, 20 - i / 2));

test('without an exam it is what is due, and after that what is due next', () => {
  const { exam, due, next } = today([answered('old', 9), answered('new', 1), answered('newer', 0.1)]);
  expect([exam, due, next]).toEqual([undefined, ['old'], ['new']]);
});

test('towards an exam it is so many a day; what was done of them today counts, what was met today does not', () => {
  const goals = { own: { exam: '2026-12-05', daily: 6 } };
  const plain = today(twenty, goals);
  expect(plain.exam).toEqual({ date: '2026-12-05', days: 10, isOwn: true, daily: 6, done: 0, planned: 6 });
  expect(plain.due).toHaveLength(6);
  expect(plain.due.concat(plain.next).toSorted()).toEqual(twenty.map(({ term }) => term).toSorted());
  const [first = '', second = ''] = plain.due;
  const later = today(
    [...twenty, answered(first, 0.01), answered(second, 0.005, 'wrong'), answered('met', 0.002)],
    goals,
  );
  expect(later.exam).toMatchObject({ done: 2, planned: 6 });
  expect(later.due).toHaveLength(4);
  for (const id of [first, second, 'met']) expect(later.due.concat(later.next)).not.toContain(id);
});

test.each([
  ['their own', { own: { exam: '2026-12-05' }, classExam: '2026-12-01' }, '2026-12-05', true],
  [
    'that of the class where their own is over',
    { own: { exam: '2026-11-24' }, classExam: '2026-12-01' },
    '2026-12-01',
    false,
  ],
  ['that of the class on its day', { own: {}, classExam: '2026-11-25' }, '2026-11-25', false],
] as const)('a student reviews towards %s', (_, goals, date, isOwn) => {
  expect(today(twenty, goals).exam).toMatchObject({ date, isOwn });
});

test('after the exam reviews are those of plain FSRS again', () => {
  const goals: Goals = { own: { exam: '2026-11-24', daily: 3 }, classExam: '2026-11-20' };
  expect(today(twenty, goals)).toEqual(today(twenty));
  expect(today(twenty, goals).due.length).toBeGreaterThan(3);
});

test('on the day of the exam, also in its evening, there is still something to do', () => {
  const { exam, due } = today(twenty, { classExam: '2026-11-25' });
  expect(exam).toMatchObject({ days: 0, planned: 5 });
  expect(due).toHaveLength(5);
});

test('a plan is as large as what a student usually does, by days on which they did anything', () => {
  const usual = (...shown: readonly Evidence[]): number => usualDaily(MIDNIGHT, shown);
  const many = (count: number, days: number): Evidence[] =>
    Array.from({ length: count }, (_, i) => answered(`c${i}`, days));
  expect(usual()).toBe(10);
  expect(usual(...many(7, 2))).toBe(10);
  expect(usual(...many(1, 2))).toBe(5);
  expect(usual(...many(12, 2), ...many(30, 5))).toBe(25);
  expect(usual(...many(90, 3))).toBe(40);
  // Of today, of long ago, and what says nothing of what is known.
  expect(usual(...many(90, 0.1), ...many(90, 20), ...many(1, 2), answered('c5', 2, 'more'))).toBe(5);
  // The same concept several times.
  expect(usual(answered('a', 2), answered('a', 2.01), answered('a', 2.02))).toBe(5);
});
