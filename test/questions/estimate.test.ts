import fc from 'fast-check';
import { expect, test } from 'vitest';
import { form, isRight, score, shares, solution, unclear } from '../../src/questions/types.ts';
import { asWritten, faults, rightOnes, written } from '../support/questions.ts';

const unit = { ko: '개', en: 'Pods' };
const question = written({ type: 'estimate', ask: '몇 개일까요?', answer: 110, tolerance: 10, unit });

const givenOf = (answers: readonly string[]) =>
  answers.map((picked) => ({ picked, right: isRight(question, picked, asWritten) }));

test('by oneself it is right within the tolerance, however it is typed', () => {
  expect(rightOnes(question, ['100', '99', '120개', '121', '백십', '약 105개쯤', '110'])).toEqual([
    ...['100', '120개', '백십', '약 105개쯤', '110'],
  ]);
  expect(unclear(question, '많이요', 'ko')).toContain('수 하나로 다시 답해 주세요(단위: 개)');
  expect(form(question, 'en', asWritten)).toEqual({ type: 'input', label: 'Type your estimate (Pods)' });
  expect(solution(question, 'ko')).toBe('110개 (±10)');
});

test('in a class the nearest scores most, those as near alike, and each other by how many are nearer', () => {
  expect(score(question, givenOf(['100', '120', '50', '1000']))).toEqual([1, 1, 0.5, 0.25]);
  expect(score(question, givenOf(['9999']))).toEqual([1]);
  expect(score(question, givenOf(['110', '많이요']))).toEqual([1, 0]);
  expect(score(question, [])).toEqual([]);
  // Beside binary fractions: 0.4 and 0.2 are as near to 0.3.
  const small = written({ type: 'estimate', answer: 0.3, tolerance: 0.05 });
  expect(
    score(
      small,
      ['0.4', '0.2'].map((picked) => ({ picked, right: false })),
    ),
  ).toEqual([1, 1]);
});

test('whatever a class answers, nearer is never less, and the nearest has all', () => {
  fc.assert(
    fc.property(fc.array(fc.integer({ min: 0, max: 2000 }), { minLength: 1, maxLength: 60 }), (numbers) => {
      const scores = score(question, givenOf(numbers.map(String))) ?? [];
      const distance = (i: number): number => Math.abs((numbers[i] ?? 0) - 110);
      const nearest = Math.min(...numbers.map((_, i) => distance(i)));
      for (const [i, own] of scores.entries()) {
        expect(own).toBeGreaterThan(0);
        expect(own).toBeLessThanOrEqual(1);
        expect(own === 1).toBe(distance(i) === nearest);
        for (const [j, other] of scores.entries()) {
          if (distance(i) < distance(j)) expect(own).toBeGreaterThan(other);
          if (distance(i) === distance(j)) expect(own).toBe(other);
        }
      }
    }),
  );
});

const spread = (answers: readonly string[], locale: 'ko' | 'en' = 'ko'): string[] =>
  shares(question, givenOf(answers), locale, asWritten).map(
    ({ label, count, right }) => `${label}: ${count}${right ? '!' : ''}`,
  );

test('a class sees in which range how many were, and nobody’s own number', () => {
  expect(spread(['3', '75', '90', '99', '110', '120', '125', '131', '500', '바보'])).toEqual([
    '70개보다 작은 수: 1',
    '70개~90개: 1',
    '90개~100개: 2',
    '110개 (±10): 2!',
    '120개~130개: 1',
    '130개~150개: 1',
    '150개보다 큰 수: 1',
    '그 밖의 답: 1',
  ]);
  expect(spread(['1'], 'en')).toEqual(['Below 70 Pods: 1', '110 Pods (±10): 0!']);
});

test('each answer is counted once, in the range that it is in', () => {
  fc.assert(
    fc.property(fc.array(fc.integer({ min: -500, max: 2000 }), { maxLength: 60 }), (numbers) => {
      const rows = shares(question, givenOf(numbers.map(String)), 'ko', asWritten);
      expect(rows.reduce((sum, { count }) => sum + count, 0)).toBe(numbers.length);
      const right = numbers.filter((one) => Math.abs(one - 110) <= 10).length;
      expect(rows.find((row) => row.right)?.count).toBe(right);
    }),
  );
});

test.each([
  ['no tolerance', { answer: 1 }, ['tolerance']],
  ['a tolerance of nothing', { answer: 1, tolerance: 0 }, ['tolerance']],
  ['a tolerance below 0', { answer: 1, tolerance: -1 }, ['tolerance']],
  ['an answer of more digits than people type', { answer: 1e100, tolerance: 1 }, ['answer']],
  ['a unit of 21 letters', { answer: 1, tolerance: 1, unit: '가'.repeat(21) }, ['unit']],
])('%s is refused where it stands', (_, fields, paths) => {
  expect(faults({ type: 'estimate', ...fields })).toEqual(paths);
});
