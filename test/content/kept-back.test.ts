import { expect, test } from 'vitest';
import { withIds } from '../../src/content/write-ids.ts';
import { complaints, load, termOf } from '../support/content.ts';
import { EXAM, LESSONS, SECRET } from '../support/lessons.ts';

const asksOf = (content: ReturnType<typeof load>): string[] =>
  content.terms.flatMap(({ questions }) => questions.map(({ ask }) => ask.ko));

test('what a set keeps back is in no concept: its own questions, and those that it names', () => {
  const content = load(LESSONS);
  expect(content.problems).toEqual([]);
  expect(content.sets.map(({ id }) => id)).toEqual(['first']);
  expect(JSON.stringify([content.terms, content.sets, content.chapters])).not.toContain(SECRET);
  const [exam, ...others] = content.keptBack;
  expect(others).toEqual([]);
  expect(exam?.questions.map(({ ask, term }) => [term, ask.ko])).toEqual([
    ['list', `${SECRET} 리스트`],
    ['variable', `${SECRET} 물음`],
  ]);
  expect(exam?.items).toEqual(exam?.questions.map(({ id }) => ({ question: id })));
});

test('a set without a lock has questions of its own, which are among those of their concepts', () => {
  const content = load({ ...LESSONS, 'sets/midterm.md': EXAM.replace('opens: instructor\n', '') });
  expect(content.keptBack).toEqual([]);
  expect(termOf(content, 'variable').questions.map(({ id }) => id)).toContain('exam-one');
  expect(content.sets.find(({ id }) => id === 'midterm')?.items).toHaveLength(2);
});

test('a set for everybody asks nothing that another one keeps back', () => {
  const first = '---\nid: first\ntitle: 첫\nset: [list#3, variable#1]\n---\n';
  const { sets } = load({ ...LESSONS, 'sets/first.md': first });
  expect(sets.map(({ items }) => items.length)).toEqual([1]);
  const only = '---\nid: first\ntitle: 첫\nset: [list#3]\n---\n';
  expect(load({ ...LESSONS, 'sets/first.md': only }).sets).toEqual([]);
});

test('a whole concept that a locked set names is kept back whole', () => {
  const exam = '---\nid: midterm\ntitle: 시험\nopens: instructor\nset: [loop]\n---\n';
  const content = load({ ...LESSONS, 'sets/midterm.md': exam });
  expect(termOf(content, 'loop').questions).toEqual([]);
  expect(content.keptBack[0]?.questions).toHaveLength(2);
});

test('a locked set with a mistake in it keeps back all that can be read of it', () => {
  const broken = EXAM.replace('  - type: single', '  - type: singel\n    id: broken\n    term: text\n  - type: single');
  const files = { ...LESSONS, 'sets/midterm.md': broken };
  expect(complaints(files)).toEqual([
    expect.stringMatching(/^sets\/midterm\.md:8 questions\[1\]\.type must be one of/),
  ]);
  const content = load(files);
  expect(JSON.stringify(content.terms)).not.toContain(SECRET);
  expect(content.keptBack.map(({ questions }) => questions.length)).toEqual([2]);
  const unknown = load({ ...LESSONS, 'sets/midterm.md': EXAM.replace('opens: instructor', 'opens: teacher') });
  expect(unknown.problems).toHaveLength(1);
  expect(JSON.stringify(unknown.terms)).not.toContain(SECRET);
});

test('what no class can play together is kept back all the same, and so is what a second set of the id names', () => {
  const order =
    '---\nid: o\ntitle: 순서\ndefinition: 뜻\nquestions:\n  - { type: order, ask: 순서는?, steps: [가, 나, 다], why: 왜 }\n---\n\n글\n';
  const exam = (more: string) => `---\nid: midterm\ntitle: 시험\nopens: instructor\nset: [${more}]\n---\n`;
  const files = { ...LESSONS, 'glossary/o.md': order, 'sets/midterm.md': exam('o#1'), 'sets/other.md': exam('loop#1') };
  const content = load(files);
  expect(asksOf(content)).not.toContain('순서는?');
  expect(asksOf(content)).not.toContain('반복문 하나');
  expect(content.problems).toHaveLength(2);
});

test('a question of a set is on a concept that there is', () => {
  const lost = EXAM.replace('term: variable', 'term: nothing');
  expect(complaints({ ...LESSONS, 'sets/midterm.md': lost })).toEqual([
    expect.stringMatching(/^sets\/midterm\.md:10 questions\[1\]\.term: there is no term "nothing"/),
  ]);
  const without = EXAM.replace('    term: variable\n', '');
  expect(complaints({ ...LESSONS, 'sets/midterm.md': without })).toEqual([
    expect.stringMatching(/^sets\/midterm\.md:\d+ questions\[1\]\.term is missing/),
  ]);
});

test('its questions get their ids from npm run content:ids, as those of a concept', () => {
  const text = EXAM.replace('    id: exam-one\n', '');
  const made = withIds('sets/midterm.md', text);
  expect(made?.written).toBe(1);
  expect(made?.text).toMatch(/- type: single\n {4}id: "?[a-z0-9]{6}"?\n {4}term: variable/);
});
