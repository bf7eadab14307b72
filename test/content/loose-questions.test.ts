import { expect, test } from 'vitest';
import { loadContent } from '../../src/content/load.ts';
import { withIds } from '../../src/content/write-ids.ts';
import { folderOf } from '../support/world.ts';

const TERM = `---
id: lunch
title: 도시락
definition: 들고 다니는 밥이에요.
questions:
  - { type: boolean, id: first, ask: 먹을까요?, answer: true, why: 배고파요. }
---
설명이에요.
`;

const question = (term: string, ask: string, more = ''): string =>
  `  - { term: ${term}, type: boolean, ask: ${ask}, answer: true, why: 왜${more} }`;

const load = (...lines: string[]) =>
  loadContent([folderOf({ 'glossary/lunch.md': TERM, 'more.md': `---\nquestions:\n${lines.join('\n')}\n---\n` })]);

test('questions that name their concepts stand beside those of the concept', () => {
  const { terms, problems, chapters } = load(question('lunch', '더 먹을까요?', ', id: second'));
  expect([problems, chapters]).toEqual([[], []]);
  expect(terms[0]?.questions.map(({ id, ask }) => [id, ask.ko])).toEqual([
    ['first', '먹을까요?'],
    ['second', '더 먹을까요?'],
  ]);
});

test('a concept of a chapter’s table has them as well', () => {
  const chapter = '## 말 {#words}\n\n| 용어 | 설명 |\n| --- | --- |\n| 밥(rice) | 쌀로 지어요 |\n';
  const { terms, problems } = loadContent([
    folderOf({ 'chapters/c.md': chapter, 'more.md': `---\nquestions:\n${question('rice', '뜨거울까요?')}\n---\n` }),
  ]);
  expect([problems, terms[0]?.questions.length]).toEqual([[], 1]);
});

test('what is wrong is named by file and line', () => {
  const told = (...lines: string[]) =>
    load(...lines).problems.map(({ file, line, message }) => [/[^/]*$/.exec(file)?.[0], line, message.ko]);
  expect(told(question('lunch', '하나?'), question('gone', '둘?'))).toEqual([
    ['more.md', 4, expect.stringContaining('questions[2].term: "gone"')],
  ]);
  expect(told(question('lunch', '하나?'), question('lunch', '하나?'))).toEqual([
    ['more.md', 4, expect.stringContaining('questions[2]: 같은 문제가')],
  ]);
  expect(told(question('lunch', '먹을까요?'))).toEqual([
    ['more.md', 3, expect.stringMatching(/^questions\[1\]: 같은 문제가 .*lunch\.md:6/)],
  ]);
  expect(told('  - { term: lunch, type: bolean, ask: 하나? }')).toEqual([
    ['more.md', 3, expect.stringContaining('questions[1].type')],
  ]);
  expect(told(question('lunch', '하나?'), '  - { type: boolean, ask: 둘?, answer: true, why: 왜 }')).toEqual([
    ['more.md', 4, expect.stringContaining('questions[2].term: 빠졌어요')],
  ]);
});

test('their ids are written as those of a concept’s own', () => {
  const text = `---\nquestions:\n  - term: lunch\n    type: boolean\n    ask: 하나?\n    answer: true\n    why: 왜\n---\n`;
  const made = withIds('more.md', text);
  expect(made?.written).toBe(1);
  expect(made?.text).toMatch(/type: boolean\n {4}id: \S{6,8}\n/);
  expect(withIds('more.md', made?.text ?? '')?.written).toBe(0);
});
