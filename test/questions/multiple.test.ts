import { expect, test } from 'vitest';
import { solution } from '../../src/questions/types.ts';
import { backwards, choiceOf, faults, rightOnes, shownOptions, written } from '../support/questions.ts';

const question = written({ type: 'multiple', right: ['파드', { ko: '노드', en: 'Node' }], wrong: ['도커', '깃'] });
const answers = [
  'ab',
  'ba',
  'aab',
  'cd',
  'dc',
  'a',
  'b',
  'abc',
  'abcd',
  'bc',
  '',
  'AB',
  'a b',
  'a,b',
  '\ud83c',
  'ab'.repeat(9),
];

test('shows right and wrong options alike, for any number to be picked', () => {
  expect(shownOptions(question, 'en')).toEqual(['a 파드', 'b Node', 'c 도커', 'd 깃']);
  expect(choiceOf(question)).toMatchObject({ min: 1, max: 4, ordered: false, picked: [] });
});

test('all the right options and no other are right, in any order and picked again', () => {
  expect(rightOnes(question, answers)).toEqual(['ab', 'ba', 'aab', 'ab'.repeat(9)]);
});

test('the letters follow the order in which options are shown', () => {
  expect(rightOnes(question, answers, backwards)).toEqual(['cd', 'dc']);
});

test('the solution names every right option', () => {
  expect([solution(question, 'ko'), solution(question, 'en')]).toEqual(['파드, 노드', '파드, Node']);
});

test.each([
  ['no right option', { right: [], wrong: ['b'] }, 'right'],
  ['no wrong option', { right: ['a'], wrong: [] }, 'wrong'],
  ['a text where a list is meant', { right: 'a', wrong: ['b'] }, 'right'],
  ['too many', { right: ['a', 'b', 'c', 'd', 'e', 'f', 'g'], wrong: ['h'] }, 'right'],
  ['an option both right and wrong', { right: ['a', 'b'], wrong: ['b'] }, ''],
  ['a right option twice', { right: ['a', 'a'], wrong: ['b'] }, ''],
])('%s is refused where it stands', (_, fields, path) => {
  expect(faults({ type: 'multiple', ...fields })).toEqual([path]);
});
