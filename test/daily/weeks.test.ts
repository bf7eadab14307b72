import { expect, test } from 'vitest';
import type { Week } from '../../src/content/model.ts';
import { weeksIn } from '../../src/course/weeks.ts';
import { NO_CHOICES } from '../../src/daily/choices.ts';
import { comingCards, type Outlook, pickCard } from '../../src/daily/coming.ts';
import { courseOf, section, termNamed } from '../support/small-course.ts';

const IDS = ['a', 'b', 'c', 'd', 'e', 'f', 'g', 'z'];
const plain = courseOf(
  IDS.map((id) => termNamed(id)),
  { ...section('a', 'b', 'c'), id: 'c#1' },
  { ...section('d', 'e', 'a'), id: 'c#2' },
  { ...section('f', 'g'), id: 'c#3' },
);
const weeksOf = (...sections: readonly string[][]): Week[] => sections.map((ids) => ({ chapters: [], sections: ids }));
const taughtIn = (...sections: readonly string[][]) => ({
  ...plain,
  settings: { ...plain.settings, weeks: weeksOf(...sections) },
});
const content = taughtIn(['c#1'], ['c#2'], ['c#3']);

/** Monday 30 November 2026 is in the first week. */
const FIRST = '2026-12-02';
const outlook = (more: Partial<Outlook> = {}): Outlook => ({
  ...{ content, history: [], missed: new Map(), choices: NO_CHOICES, first: FIRST },
  ...more,
});
const idsOn = (days: readonly string[], state = outlook()): string[] =>
  comingCards(state, days).map(({ term }) => term.id);
const had = (...ids: string[]) => ids.map((term, i) => ({ term, day: `2026-11-0${i + 1}` }));

test('a concept is in the week of the first section that tells of it, and in no other', () => {
  expect(weeksIn(content).map(({ terms }) => terms)).toEqual([
    ['a', 'b', 'c'],
    ['d', 'e'],
    ['f', 'g'],
  ]);
  expect(weeksIn(plain)).toEqual([]);
});

test('a section of its own decides, for a concept and in the plan', () => {
  const own = { ...termNamed('a'), section: 'c#2' };
  const other = { ...content, terms: [own, ...plain.terms.slice(1)] };
  expect(weeksIn(other).map(({ terms }) => terms)).toEqual([
    ['b', 'c'],
    ['d', 'e', 'a'],
    ['f', 'g'],
  ]);
  const whole: Week[] = [
    { chapters: ['c'], sections: [] },
    { chapters: [], sections: ['c#3'] },
  ];
  const named = { ...plain, settings: { ...plain.settings, weeks: whole } };
  expect(weeksIn(named).map(({ terms }) => terms)).toEqual([
    ['a', 'b', 'c', 'd', 'e'],
    ['f', 'g'],
  ]);
});

test('the cards of a week are its concepts, in the order of its lessons', () => {
  expect(idsOn(['2026-12-02', '2026-12-03', '2026-12-04', '2026-12-07', '2026-12-08'])).toEqual([
    'a',
    'b',
    'c',
    'd',
    'e',
  ]);
});

test('when the week has none left, earlier ones come that did not, and then a review', () => {
  const days = ['2026-12-04', '2026-12-07', '2026-12-08', '2026-12-09', '2026-12-10', '2026-12-11'];
  // Two days of the first week had no card.
  expect(idsOn(days)).toEqual(['a', 'd', 'e', 'b', 'c', 'a']);
});

test('before the first day it is the first week, and after the last one all that the course has', () => {
  expect(idsOn(['2026-11-12'])).toEqual(['a']);
  const all = had('a', 'b', 'c', 'd', 'e', 'g');
  expect(idsOn(['2026-12-21', '2026-12-22', '2026-12-23'], outlook({ history: all }))).toEqual(['f', 'z', 'a']);
});

test('without a first day the weeks are counted from the first card', () => {
  const { first: _, ...unnamed } = outlook();
  expect(idsOn(['2026-12-04', '2026-12-07', '2026-12-08'], unnamed)).toEqual(['a', 'd', 'e']);
  expect(pickCard({ ...unnamed, history: [{ term: 'a', day: '2026-11-26' }] }, '2026-12-10').term?.id).toBe('f');
});

test('what instructors choose and veto goes before', () => {
  const choices = {
    dated: [{ term: 'f', day: '2026-12-03', after: '' }],
    next: [{ term: 'z', after: '' }],
    vetoed: ['a'],
  };
  const days = ['2026-12-02', '2026-12-03', '2026-12-04', '2026-12-14'];
  expect(idsOn(days, outlook({ choices }))).toEqual(['z', 'f', 'b', 'g']);
});

test('a week without concepts takes what no week tells of; nothing of a later one comes before its time', () => {
  const empty = taughtIn([], ['c#1', 'c#2', 'c#3']);
  expect(idsOn(['2026-12-02', '2026-12-03'], outlook({ content: empty }))).toEqual(['z', 'z']);
});

test('a course without weeks has its cards as ever', () => {
  expect(idsOn(['2026-12-02', '2026-12-03', '2026-12-14'], outlook({ content: plain }))).toEqual(['a', 'b', 'c']);
});
