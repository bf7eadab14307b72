import { expect, test } from 'vitest';
import { solution } from '../../src/questions/types.ts';
import { backwards, choiceOf, faults, rightOnes, shownOptions, written } from '../support/questions.ts';

const question = written({
  type: 'single',
  right: { ko: '파드', en: 'Pod' },
  wrong: ['노드', { ko: '볼륨', en: 'Volume' }],
});
const answers = ['a', 'b', 'c', 'd', 'A', 'ab', 'aa', '', ' a', '파드', 'Pod', '\ud800', 'a'.repeat(10_000)];

test('shows every option in the reader’s language, for one to be picked', () => {
  expect(shownOptions(question, 'ko')).toEqual(['a 파드', 'b 노드', 'c 볼륨']);
  expect(shownOptions(question, 'en')).toEqual(['a Pod', 'b 노드', 'c Volume']);
  expect(choiceOf(question)).toMatchObject({ min: 1, max: 1, ordered: false, picked: [] });
});

test('only the letter beside the right option is right, wherever it is shown', () => {
  expect(rightOnes(question, answers)).toEqual(['a']);
  expect(shownOptions(question, 'ko', backwards)).toEqual(['a 볼륨', 'b 노드', 'c 파드']);
  expect(rightOnes(question, answers, backwards)).toEqual(['c']);
});

test('the solution is told in the reader’s language', () => {
  expect([solution(question, 'ko'), solution(question, 'en')]).toEqual(['파드', 'Pod']);
});

test.each([
  ['no right option', { wrong: ['b'] }, 'right'],
  ['no wrong option', { right: 'a', wrong: [] }, 'wrong'],
  ['too many options', { right: 'a', wrong: ['b', 'c', 'd', 'e', 'f', 'g'] }, 'wrong'],
  ['an empty option', { right: 'a', wrong: ['b', '  '] }, 'wrong.1'],
  ['an option in one language of two', { right: { ko: 'a' }, wrong: ['b'] }, 'right'],
  ['a wrong option that is the right one', { right: '파드', wrong: ['노드', '파드'] }, ''],
  ['two wrong options alike', { right: 'a', wrong: ['b', ' b '] }, ''],
  ['options alike in one language', { right: { ko: '가', en: 'a' }, wrong: [{ ko: '나', en: 'a' }] }, ''],
])('%s is refused where it stands', (_, fields, path) => {
  expect(faults({ type: 'single', ...fields })).toEqual([path]);
});
