import { expect, test } from 'vitest';
import { complaints, load, termFile, termOf } from '../support/content.ts';
import { courseContent } from '../support/world.ts';

const QUESTIONS = `questions:
  - { type: boolean, ask: 하나, answer: true, why: 왜 }
  - { type: boolean, ask: 둘, answer: false, why: 왜 }
`;
const set = (items: string, id = 'lesson'): string =>
  `---\nid: ${id}\ntitle: { ko: 첫 시간, en: First }\nset:\n${items}---\n`;

test('a set names questions by their concept, their number in it or their own id', () => {
  const files = { 'a.md': termFile('a', QUESTIONS) };
  const [first, second] = termOf(load(files), 'a').questions;
  const { sets, problems } = load({ ...files, 'sets/s.md': set(`  - a\n  - a#2\n  - ${first?.id}\n`) });
  expect(problems).toEqual([]);
  expect(sets).toMatchObject([
    {
      id: 'lesson',
      title: { ko: '첫 시간', en: 'First' },
      items: [{ term: 'a' }, { question: second?.id }, { question: first?.id }],
    },
  ]);
});

test('a set may ask several questions of one concept, and its own in the place where it names them', () => {
  const own =
    'questions:\n  - { type: boolean, id: mine, term: a, ask: 셋, answer: true, why: 왜 }\n  - { type: boolean, id: last, term: a, ask: 넷, answer: true, why: 왜 }\n';
  const files = { 'a.md': termFile('a', QUESTIONS), 'sets/s.md': set(`  - mine\n  - a\n  - a\n${own}`) };
  expect(complaints(files)).toEqual([]);
  expect(load(files).sets[0]?.items).toEqual([
    { question: 'mine' },
    { term: 'a' },
    { term: 'a' },
    { question: 'last' },
  ]);
});

test('what a set names and is not there is told with its line, and the rest is played', () => {
  const files = {
    'a.md': termFile('a', QUESTIONS),
    'b.md': termFile('b'),
    'sets/s.md': set('  - a\n  - nothing\n  - a#3\n  - b\n  - a#0\n'),
  };
  expect(complaints(files)).toEqual([
    expect.stringMatching(/^sets\/s\.md:6 set\[2\]: there is no question "nothing"/),
    expect.stringMatching(/^sets\/s\.md:7 set\[3\]: there is no question "a#3"/),
    expect.stringMatching(/^sets\/s\.md:8 set\[4\]: there is no question "b"/),
    expect.stringMatching(/^sets\/s\.md:9 set\[5\]: there is no question "a#0"/),
  ]);
  expect(load(files).sets).toMatchObject([{ items: [{ term: 'a' }] }]);
});

test('a set that cannot be read is told of with its line, as any other file', () => {
  const terms = { 'a.md': termFile('a', QUESTIONS) };
  expect(complaints({ ...terms, 'sets/s.md': '---\nid: x\ntitle: 첫\n---\n' })).toEqual([
    expect.stringMatching(/^sets\/s\.md:\d+ set is missing/),
  ]);
  expect(complaints({ ...terms, 'sets/s.md': '---\nid: x\ntitle: 첫\nset: []\n---\n' })).toEqual([
    expect.stringMatching(/^sets\/s\.md:4 set is empty/),
  ]);
  expect(complaints({ ...terms, 'sets/s.md': set('  - a\nmore: 1\n') })).toEqual([
    expect.stringMatching(/^sets\/s\.md:6 front matter has unknown keys \(more\)/),
  ]);
  expect(complaints({ ...terms, 'sets/1.md': set('  - a\n'), 'sets/2.md': set('  - a\n') })).toEqual([
    expect.stringMatching(/^sets\/2\.md:2 id: "lesson" is also used by/),
  ]);
});

test('a question that a class cannot answer together is told with its line, and left out', () => {
  const order = '  - { type: order, ask: 순서, steps: [가, 나, 다], why: 왜 }\n';
  const files = {
    'a.md': termFile('a', QUESTIONS + order),
    'b.md': termFile('b', `questions:\n${order.replace('순서', '차례')}`),
    'sets/s.md': set('  - a#3\n  - a\n  - b\n'),
  };
  expect(complaints(files)).toEqual([
    expect.stringMatching(/^sets\/s\.md:5 set\[1\]: "a#3" asks for an order/),
    expect.stringMatching(/^sets\/s\.md:7 set\[3\]: "b" asks for an order/),
  ]);
  expect(load(files).sets).toMatchObject([{ items: [{ term: 'a' }] }]);
});

test('the set of the first lesson asks for no output that nobody has learnt to read', () => {
  const { sets, terms } = courseContent();
  const first = sets.find(({ id }) => id === 'first-lesson');
  const all = terms.flatMap(({ questions }) => questions);
  const asked = first?.items.map(({ question }) => all.find(({ id }) => id === question));
  expect(asked?.map((question) => question?.practical)).toEqual([false, false, false, false, false, false]);
});
