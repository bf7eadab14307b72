import { expect, test } from 'vitest';
import { solution } from '../../src/questions/types.ts';
import { backwards, choiceOf, faults, rightOnes, shownOptions, written } from '../support/questions.ts';

const yes = written({ type: 'boolean', answer: true });
const no = written({ type: 'boolean', answer: false });
const answers = ['a', 'b', 'c', 'ab', '', 'A', 'true', 'false', '맞아요 (O)'];

test('shows O before X, never shuffled, for one to be picked', () => {
  expect(shownOptions(yes, 'ko', backwards)).toEqual(['a 맞아요 (O)', 'b 틀려요 (X)']);
  expect(shownOptions(no, 'en', backwards)).toEqual(['a True', 'b False']);
  expect(choiceOf(yes)).toMatchObject({ min: 1, max: 1, ordered: false });
});

test('only its own letter is right', () => {
  expect(rightOnes(yes, answers)).toEqual(['a']);
  expect(rightOnes(no, answers)).toEqual(['b']);
  expect(rightOnes(no, answers, backwards)).toEqual(['b']);
});

test('the solution is told in the reader’s language', () => {
  expect([solution(yes, 'ko'), solution(no, 'ko')]).toEqual(['맞아요 (O)', '틀려요 (X)']);
  expect([solution(yes, 'en'), solution(no, 'en')]).toEqual(['True', 'False']);
});

test.each([undefined, 'true', 1, null])('an answer of %j is refused', (answer) => {
  expect(faults({ type: 'boolean', answer })).toEqual(['answer']);
});
