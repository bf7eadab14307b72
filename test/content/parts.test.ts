/** What is wrong with a part of a term takes that part away, and no more. */
import { describe, expect, test } from 'vitest';
import { complaints, load, termFile, termOf } from '../support/content.ts';

const RIGHT = 'type: boolean, answer: true, why: 까닭';

const questions = (...lines: string[]): string => `questions:\n${lines.map((line) => `  - { ${line} }\n`).join('')}`;

const ASKED = [`ask: 하나, ${RIGHT}`, `ask: 둘, ${RIGHT.replace('boolean', 'bolean')}`, `ask: 셋, ${RIGHT}`];

const asksIn = (text: string): string[] => termOf(load({ 'a.md': text }), 'a').questions.map(({ ask }) => ask.ko);

describe('a wrong question', () => {
  test('drops itself alone, and is named with its line', () => {
    const file = termFile('a', questions(...ASKED));
    expect(asksIn(file)).toEqual(['하나', '셋']);
    expect(complaints({ 'a.md': file })).toEqual([
      expect.stringMatching(/^a\.md:7 questions\[2\]\.type must be one of: single/),
    ]);
  });

  test('in each of its places leaves the others', () => {
    for (const [at, wrong] of ASKED.entries()) {
      const all = [0, 1, 2].map((n) => `ask: 문제 ${n}, ${n === at ? 'type: typed' : RIGHT}`);
      expect(asksIn(termFile('a', questions(...all))), wrong).toEqual(['문제 0', '문제 1', '문제 2'].toSpliced(at, 1));
    }
  });

  test('may be all that a term has', () => {
    const file = termFile('a', questions('ask: 하나'));
    expect(asksIn(file)).toEqual([]);
    expect(complaints({ 'a.md': file })).toHaveLength(1);
    expect(asksIn(termFile('a', 'questions: none\n'))).toEqual([]);
    expect(complaints({ 'a.md': termFile('a', 'questions: none\n') })).toEqual([
      'a.md:5 questions must be a list (lines that begin with -).',
    ]);
  });

  test('moves no other one in a set: `a#3` is the third that was written', () => {
    const set = (item: string) => `---\nid: s\ntitle: 복습\nset: ['${item}']\n---\n`;
    const content = (item: string) => load({ 'a.md': termFile('a', questions(...ASKED)), 'sets/s.md': set(item) });
    const [one, three] = termOf(content('a#1'), 'a').questions;
    expect(content('a#1').sets[0]?.items).toEqual([{ question: one?.id }]);
    expect(content('a#3').sets[0]?.items).toEqual([{ question: three?.id }]);
    const lost = content('a#2');
    expect(lost.sets).toEqual([]);
    // Its author is told of the question alone.
    expect(lost.problems.map(({ message }) => message.en)).toEqual([expect.stringMatching(/^questions\[2\]/)]);
  });

  test.each([
    ['set', 'sets/more.md', 'id: s\ntitle: 복습\n'],
    ['file of questions', 'more.md', ''],
  ])('of a %s drops itself alone, and the others are named by their own numbers', (_, name, head) => {
    const all = [`term: a, ${ASKED[0]}`, `term: a, ${ASKED[1]}`, `term: nobody, ${ASKED[2]}`];
    const files = { 'a.md': termFile('a'), [name]: `---\n${head}${questions(...all)}---\n` };
    expect(termOf(load(files), 'a').questions.map(({ ask }) => ask.ko)).toEqual(['하나']);
    const from = head === '' ? 3 : 5;
    const told = complaints(files);
    expect(
      told.some((one) => one.startsWith(`${name}:${from + 1} questions[2].type`)),
      told.join('\n'),
    ).toBe(true);
    expect(
      told.some((one) => one.startsWith(`${name}:${from + 2} questions[3]`)),
      told.join('\n'),
    ).toBe(true);
  });

  test('before a twin leaves the twin its own number and line', () => {
    const file = termFile('a', questions(ASKED[1] ?? '', `ask: 하나, ${RIGHT}`, `ask: 하나, ${RIGHT}`));
    expect(complaints({ 'a.md': file }).at(-1)).toMatch(/^a\.md:8 questions\[3\] is also in .*a\.md:7/);
  });
});

const SIGN = 'means: 뜻, look: 보기, mend: 고치기, command: ls';
const TASK = 'asks: [하기], run: ls, why: 까닭, next: 다음';

test.each([
  ['sign', `signs:\n  - { says: ['no such file'], ${SIGN} }\n  - { says: ['*'], ${SIGN} }\n`, 'signs'],
  ['task', `tasks:\n  - { title: 보기, ${TASK} }\n  - { title: 보기 }\n`, 'tasks'],
] as const)('a wrong %s drops itself alone', (_, more, key) => {
  const file = termFile('a', `${more}${questions(`ask: 하나, ${RIGHT}`)}`);
  const term = termOf(load({ 'a.md': file }), 'a');
  expect(term[key]).toHaveLength(1);
  expect(term.questions).toHaveLength(1);
  for (const complaint of complaints({ 'a.md': file })) expect(complaint).toContain(`${key}[2]`);
});

test.each([
  ['example', 'example: 3\n'],
  ['diagram', 'diagram: { row: [] }\n'],
  ['docs', 'docs: here\n'],
] as const)('a wrong %s is left out, and the rest is taught', (key, more) => {
  const file = termFile('a', `${more}aliases: [b]\n`);
  const term = termOf(load({ 'a.md': file }), 'a');
  expect(term[key]).toBeUndefined();
  expect(term.aliases).toEqual(['b']);
  expect(complaints({ 'a.md': file })[0]).toMatch(new RegExp(`^a\\.md:5 ${key}`));
});

test('what a term cannot be without takes the whole term, with all that is wrong in it named', () => {
  const file = termFile('a', questions(...ASKED)).replace(/^definition: .*\n/m, '');
  expect(load({ 'a.md': file, 'b.md': termFile('b') }).terms.map(({ id }) => id)).toEqual(['b']);
  expect(complaints({ 'a.md': file }).map((one) => one.split(' ').slice(0, 2).join(' '))).toEqual([
    'a.md:1 definition',
    'a.md:6 questions[2].type',
  ]);
});
