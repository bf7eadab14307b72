import { expect, test } from 'vitest';
import type { Question } from '../../src/content/model.ts';
import { asksForWeak, findWeakTerms, weakPools } from '../../src/live/weak-terms.ts';
import { termNamed } from '../support/small-course.ts';

const question = (id: string, term: string): Question => ({
  ...{ type: 'boolean', id, term, answer: true, practical: false },
  ask: { ko: id, en: id },
  why: { ko: '', en: '' },
});
const terms = ['pod', 'node', 'job', 'dns'].map((id) => ({
  ...termNamed(id),
  questions: [question(`${id}1`, id), question(`${id}2`, id)],
}));
const byId = new Map(terms.map((term) => [term.id, term]));

test('what is missed most comes first; what few have answered, or all know, or the content has lost, does not', () => {
  const answered = [
    { term: 'pod', answered: 10, right: 6 },
    { term: 'node', answered: 20, right: 4 },
    { term: 'job', answered: 4, right: 0 },
    { term: 'dns', answered: 30, right: 30 },
    { term: 'gone', answered: 30, right: 0 },
  ];
  expect(findWeakTerms(answered, byId).map(({ id }) => id)).toEqual(['node', 'pod']);
});

test('each of them is asked once before any is asked twice', () => {
  const order = weakPools(terms.slice(0, 2), 'seed')
    .flat()
    .map(({ term }) => term);
  expect(order).toEqual(['pod', 'node', 'pod', 'node']);
});

test('it is asked for in people’s own words', () => {
  for (const words of ['취약', '취약 개념', 'Worst', '많이 틀린 개념']) expect(asksForWeak(words)).toBe(true);
  expect(asksForWeak('파드')).toBe(false);
});
