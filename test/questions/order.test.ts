import { expect, test } from 'vitest';
import type { Shuffle } from '../../src/questions/fields.ts';
import { solution } from '../../src/questions/types.ts';
import { backwards, choiceOf, faults, rightOnes, shownOptions, written } from '../support/questions.ts';

const question = written({ type: 'order', steps: ['빌드', { ko: '푸시', en: 'Push' }, '배포'] });
const answers = ['abc', 'acb', 'bac', 'bca', 'cab', 'cba', 'ab', 'abcd', 'aabc', '', 'ABC', 'a b c', '\ud800'];

test('shows every step, all to be picked and the order counting', () => {
  expect(shownOptions(question, 'en')).toEqual(['a 빌드', 'b Push', 'c 배포']);
  expect(choiceOf(question)).toMatchObject({ min: 3, max: 3, ordered: true, picked: [] });
});

test('one order alone is right: the author’s, in the letters that are shown', () => {
  expect(rightOnes(question, answers)).toEqual(['abc']);
  expect(rightOnes(question, answers, backwards)).toEqual(['cba']);
  const turned: Shuffle = (items) => [...items.slice(1), ...items.slice(0, 1)];
  expect(shownOptions(question, 'ko', turned)).toEqual(['a 푸시', 'b 배포', 'c 빌드']);
  expect(rightOnes(question, answers, turned)).toEqual(['cab']);
});

test('the solution numbers the steps', () => {
  expect(solution(question, 'ko')).toBe('1. 빌드\n2. 푸시\n3. 배포');
  expect(solution(question, 'en')).toBe('1. 빌드\n2. Push\n3. 배포');
});

test.each([
  ['two steps', ['a', 'b'], 'steps'],
  ['nine steps', [...'abcdefghi'], 'steps'],
  ['an empty step', ['a', '', 'c'], 'steps.1'],
  ['steps alike', ['a', 'b', 'a'], ''],
  ['steps alike in one language', ['a', { ko: '나', en: 'b' }, { ko: '다', en: 'b' }], ''],
])('%s are refused where they stand', (_, steps, path) => {
  expect(faults({ type: 'order', steps })).toEqual([path]);
});
