import fc from 'fast-check';
import { expect, test } from 'vitest';
import { type ExamPlan, rankForExam } from '../../src/review/exam-plan.ts';
import { type Memory, recall, review } from '../../src/review/schedule.ts';
import { type Mind, planned, study, whatIsDueNext } from '../support/exam-student.ts';

const DAY = 86_400_000;
const NOW = Date.UTC(2026, 10, 25, 11);

const choose = (memories: ReadonlyMap<string, Memory>, plan: ExamPlan, most = plan.daily): string[] =>
  planned(memories, plan, most);
const planOf = (days: number, daily: number): ExamPlan => ({ now: NOW, exam: NOW + (days - 1 / 3) * DAY, days, daily });

/** Reviewed so many days ago each time, each time right. */
const known = (...ago: readonly number[]): Memory => {
  const [first = 0, ...more] = ago;
  return more.reduce(
    (memory, days) => review(memory, 'good', NOW - days * DAY),
    review(undefined, 'good', NOW - first * DAY),
  );
};

const STUDENTS = Array.from({ length: 8 }, (_, seed) => seed);
const mean = (all: readonly number[]): number => all.reduce((sum, one) => sum + one, 0) / all.length;

const SCHOOLS = [
  { horizon: 7, concepts: 40, daily: 5 },
  { horizon: 7, concepts: 40, daily: 15 },
  { horizon: 21, concepts: 40, daily: 15 },
  { horizon: 21, concepts: 80, daily: 5 },
] as const;
const MINDS: readonly Mind[] = ['as expected', 'otherwise'];

test.each(MINDS.flatMap((mind) => SCHOOLS.map((school) => ({ ...school, mind }))))(
  'more is recalled on the day than by plain FSRS at as many reviews: $horizon days, $concepts concepts, $daily a day, a student who forgets $mind',
  (how) => {
    const gains = STUDENTS.map((seed) => {
      const plan = study(planned, { ...how, seed });
      const plain = study(whatIsDueNext, { ...how, seed }, plan.evenings);
      expect(plan.evenings).toEqual(plain.evenings);
      expect(Math.max(...plan.evenings)).toBeLessThanOrEqual(how.daily);
      return plan.recall - plain.recall;
    });
    expect(mean(gains)).toBeGreaterThan(0.002);
  },
);

test('on the eve, what would be forgotten by the exam goes first', () => {
  const memories = new Map([
    ['safe', known(60, 50, 20, 1)],
    ['shaky', known(12)],
    ['shakier', known(30)],
  ]);
  expect(choose(memories, planOf(1, 2))).toEqual(['shakier', 'shaky']);
});

test('what was just reviewed does not come again at once', () => {
  const memories = new Map([
    ['fresh', known(0)],
    ['old', known(9)],
    ['older', known(14, 10)],
  ]);
  for (const days of [1, 3, 20]) expect(choose(memories, planOf(days, 2))).not.toContain('fresh');
});

test('each concept is asked once more in the days before the exam, where there are reviews enough', () => {
  const ids = Array.from({ length: 30 }, (_, i) => `c${i}`);
  const memories = new Map(ids.map((id, i) => [id, known(40, 35 - (i % 10), 12 + (i % 7))]));
  const last = new Map<string, number>();
  for (let days = 12; days > 0; days--) {
    const now = NOW + (12 - days) * DAY;
    const plan = { now, exam: NOW + 11.7 * DAY, days, daily: 10 };
    for (const id of choose(memories, plan)) {
      const memory = memories.get(id);
      memories.set(id, review(memory, 'good', now));
      last.set(id, days);
    }
  }
  expect(last.size).toBe(30);
  expect(Math.max(...last.values())).toBeLessThanOrEqual(5);
});

const anyMemories = fc
  .array(fc.tuple(fc.nat(90), fc.nat(90), fc.boolean()), { maxLength: 25 })
  .map(
    (all) =>
      new Map(
        all.map(([first, second, right], i): [string, Memory] => [
          `c${i}`,
          review(known(first + second), right ? 'good' : 'again', NOW - second * DAY),
        ]),
      ),
  );

test('any plan: every concept once, what waits at the end, and the same whatever the order in which they are known', () => {
  fc.assert(
    fc.property(
      anyMemories,
      fc.integer({ min: 1, max: 366 }),
      fc.integer({ min: 1, max: 40 }),
      (memories, days, daily) => {
        const ranked = rankForExam(memories, planOf(days, daily));
        expect(ranked.map(({ id }) => id).toSorted()).toEqual(Array.from(memories.keys()).toSorted());
        expect(ranked.map(({ waits }) => waits)).toEqual(ranked.map(({ waits }) => waits).toSorted());
        const turned = new Map(Array.from(memories).toReversed());
        expect(rankForExam(turned, planOf(days, daily))).toEqual(ranked);
        if (days === 1 && memories.size > 0) expect(ranked[0]?.waits).toBe(false);
        for (const memory of memories.values()) {
          expect(recall(memory, NOW)).toBeGreaterThan(recall(memory, NOW + DAY));
          expect(recall(memory, memory.reviewed)).toBe(1);
        }
      },
    ),
  );
});
