import fc from 'fast-check';
import { expect, test } from 'vitest';
import type { Question } from '../../src/content/model.ts';
import type { QuestionCount } from '../../src/core/learner-records.ts';
import { type Known, levelIn, NOTHING_KNOWN, nextQuestion, orderQuestions, spread } from '../../src/practice/order.ts';
import { placeOf } from '../../src/practice/places.ts';
import type { Practice } from '../../src/practice/practice.ts';
import { topicsByKey } from '../../src/practice/topics.ts';
import { levelOf } from '../../src/questions/types.ts';
import { COURSE, courseIn } from '../support/world.ts';

const course = courseIn([COURSE]);
const practice: Practice = {
  topic: 'all',
  seed: 'k3f9',
  player: '0p7x2',
  count: 5,
  marks: '',
  start: 1_795_000_000_000,
};

const question = (id: string, term = id): Question => ({
  ...{ type: 'boolean', id, term, practical: false, answer: true },
  ask: { ko: id, en: id },
  why: { ko: '왜', en: 'why' },
});

const inOrder = (count: number, known: Known = NOTHING_KNOWN, seed = 'k3f9'): Question[] =>
  orderQuestions({ seed, count }, { kind: 'all' }, course, known);

const rightly = (questions: readonly Question[]): Known => ({
  ...NOTHING_KNOWN,
  last: new Map(questions.map(({ id }, at) => [id, { question: id, right: true, at }])),
});

test('a practice of everything begins where the course begins, and the next one goes on from there', () => {
  const places = (questions: readonly Question[]) =>
    questions.map(({ term }) => placeOf(term, course)?.at ?? Number.POSITIVE_INFINITY);
  const seen: Question[] = [];
  let before = Math.min(...places(Array.from(course.questions.values())));
  expect(Math.min(...places(inOrder(5)))).toBe(before);
  for (let round = 0; round < 12; round++) {
    const next = inOrder(5, rightly(seen));
    expect(next.filter((one) => seen.includes(one))).toEqual([]);
    expect(Math.min(...places(next))).toBeGreaterThanOrEqual(before);
    before = Math.min(...places(next));
    seen.push(...next);
  }
});

test('a practice of much is not all of one concept, so that none has to follow itself', () => {
  for (const seed of ['k3f9', 'zz91', 'a0a0'])
    for (const count of [2, 3, 5, 20]) {
      const asked = inOrder(count, NOTHING_KNOWN, seed);
      expect(asked).toHaveLength(count);
      for (const [i, { term }] of asked.entries()) expect(asked[i - 1]?.term).not.toBe(term);
    }
});

test('what was longest ago comes first once everything was right', () => {
  const all = Array.from(course.questions.values());
  const oldest = Array.from(course.terms.values())
    .slice(50, 55)
    .flatMap(({ questions }) => questions.slice(0, 1));
  const last = new Map(all.map(({ id }, at) => [id, { question: id, right: true, at: 1000 + at }]));
  for (const { id } of oldest) last.set(id, { question: id, right: true, at: 1 });
  expect(new Set(inOrder(5, { ...NOTHING_KNOWN, last }))).toEqual(new Set(oldest));
});

test('within a section easier questions come first', () => {
  for (const section of course.sections.values()) {
    const asked = orderQuestions({ seed: 'k3f9', count: 20 }, { kind: 'section', section }, course, NOTHING_KNOWN);
    const levels = Map.groupBy(asked, ({ term }) => term);
    for (const own of levels.values()) expect(own.map(levelOf)).toEqual(own.map(levelOf).toSorted());
  }
});

test('a level is its author’s, or everybody’s where enough have answered, or its type’s', () => {
  const one = question('a');
  const counted = (answered: number, right: number): Known => ({
    ...NOTHING_KNOWN,
    counts: new Map<string, QuestionCount>([['a', { question: 'a', answered, right }]]),
  });
  expect(levelIn(one, NOTHING_KNOWN)).toBe(1);
  expect(levelIn({ ...one, practical: true }, NOTHING_KNOWN)).toBe(2);
  expect(levelIn(one, counted(9, 0))).toBe(1);
  expect([levelIn(one, counted(10, 8)), levelIn(one, counted(10, 7)), levelIn(one, counted(10, 4))]).toEqual([1, 2, 3]);
  expect(levelIn({ ...one, level: 3 }, counted(10, 10))).toBe(3);
});

test('never two of one concept in a row where that can be avoided, whatever the topic', () => {
  for (const topic of topicsByKey(course).values())
    for (const count of [3, 8, 20]) {
      const asked = orderQuestions({ seed: 'zz91', count }, topic, course, NOTHING_KNOWN);
      expect(new Set(asked).size).toBe(asked.length);
      const most = Math.max(
        0,
        ...Map.groupBy(asked, ({ term }) => term)
          .values()
          .map(({ length }) => length),
      );
      const pairs = asked.filter(({ term }, i) => i > 0 && asked[i - 1]?.term === term).length;
      expect(pairs, JSON.stringify(asked.map(({ term }) => term))).toBe(Math.max(0, 2 * most - asked.length - 1));
    }
});

test('spreading keeps every question, and as many pairs as cannot be avoided', () => {
  fc.assert(
    fc.property(fc.array(fc.constantFrom(...'abcd'), { maxLength: 20 }), (terms) => {
      const all = terms.map((term, i) => question(`q${i}`, term));
      const found = spread(all);
      expect(new Set(found)).toEqual(new Set(all));
      const most = Math.max(
        0,
        ...Map.groupBy(terms, (term) => term)
          .values()
          .map(({ length }) => length),
      );
      const pairs = found.filter(({ term }, i) => i > 0 && found[i - 1]?.term === term).length;
      expect(pairs).toBe(Math.max(0, 2 * most - terms.length - 1));
    }),
  );
});

const all = Array.from('abcde', (id) => question(id));
const after = (marks: string, closed = '', one: Practice = practice) => {
  const { next, practice: here } = nextQuestion({ ...one, marks }, all, new Set(closed));
  return [here.marks, next?.id];
};

test('what a class is asked just now is passed over', () => {
  expect(after('')).toEqual(['', 'a']);
  expect(after('', 'ab')).toEqual(['--', 'c']);
  expect(after('1', 'ac')).toEqual(['1', 'b']);
  expect(after('1', 'abc')).toEqual(['1--', 'd']);
  expect(after('', 'abcde')).toEqual(['-----', undefined]);
});

test('what was not right comes back once, after the others, and not the last one first', () => {
  expect(after('11111')).toEqual(['11111', undefined]);
  expect(after('0?111')).toEqual(['0?111', 'a']);
  expect(after('0?1111')).toEqual(['0?1111', 'b']);
  expect(after('0?11100')).toEqual(['0?11100', undefined]);
  expect(after('01110')).toEqual(['01110', 'a']);
  expect(after('01110', 'a')).toEqual(['01110-', 'e']);
});

test('a practice of an older version asks nothing again', () => {
  const { start: _, ...older } = practice;
  expect(after('00000', '', older)).toEqual(['00000', undefined]);
});

test('questions that the content has lost meanwhile are passed over', () => {
  const { next, practice: here } = nextQuestion({ ...practice, marks: '100' }, all.slice(0, 3), new Set());
  expect([here.marks, next?.id]).toEqual(['100--', 'b']);
});
