import { expect, test } from 'vitest';
import { readAsked } from '../../src/content/asked.ts';
import { loadContent } from '../../src/content/load.ts';
import { hintsOn } from '../../src/content/survey.ts';
import { termFile, told } from '../support/content.ts';
import { folderOf } from '../support/world.ts';

const question = (id: string, more = ''): string =>
  `  - { type: boolean, id: ${id}, ask: ${id}일까요?, answer: ${more === '' ? 'true' : more}, why: 그래요. }\n`;

/** Files of which each points to the term `order` in its own way, beside what they are broken with. */
const COURSE: Readonly<Record<string, string>> = {
  'course.yaml': 'id: sql\nweeks:\n  - { chapters: [rows], sections: [rows#sort] }\n',
  'chapters/rows.md': '---\nid: rows\n---\n\n## 차례 {#sort}\n\n[차례](term:order)대로 나와요.\n',
  'glossary/order.md': termFile(
    'order',
    `section: rows#sort\ntasks:\n  - { title: { ko: 차례로 보기, en: Sort }, asks: [정렬하기], run: SELECT 1, why: 보여요., next: 보세요. }\nquestions:\n${question('aaa111')}${question('bbb222')}`,
  ),
  'glossary/group.md': termFile(
    'group',
    'section: rows#sort\nrelated: [order]\ndiffers:\n  - { from: order, how: 묶는 것과 늘어놓는 것은 달라요. }\n',
  ),
  'sets/week.md': '---\nid: week\ntitle: 1주\nset: [order, order#2, aaa111]\n---\n',
  'loose.md': `---\nquestions:\n  - { term: order, type: boolean, id: ccc333, ask: 맞나요?, answer: true, why: 그래요. }\n---\n`,
  'sets/own.md': `---\nid: own\ntitle: 2주\nset: [ccc333]\nquestions:\n  - { term: order, type: boolean, id: ddd444, ask: 틀리나요?, answer: true, why: 그래요. }\n---\n`,
  'asked/day.jsonl':
    '{"asked": "늘어놓기", "about": ["order"]}\n{"asked": "차례", "about": ["rows#sort"]}\n' +
    '{"asked": "차례로", "about": ["group"], "task": "차례로 보기"}\n',
};

/** Where its author is told of something, and what the questions that people asked are about in vain. */
function toldOf(changed: Readonly<Record<string, string | Uint8Array>>): string[] {
  const files = { ...COURSE, ...changed };
  const folder = folderOf(files);
  const { problems } = readAsked(loadContent([folder]));
  return [...told(files).map(({ at, en }) => `${at} ${en}`), ...problems.map(({ message }) => message.en)];
}

const broken = (file: string, from: string, to: string): Record<string, string> => {
  const text = COURSE[file] ?? '';
  expect(text).toContain(from);
  return { [file]: text.replace(from, to) };
};

test('the course is without a mistake before one is put into it', () => expect(toldOf({})).toEqual([]));

test.each([
  ['YAML that cannot be read', broken('glossary/order.md', 'title: {', 'title: : {'), /order\.md:3 /],
  ['a field that is missing', broken('glossary/order.md', 'definition', 'defnition'), /order\.md:\d .*definition/],
  ['a question with a mistake', broken('glossary/order.md', 'answer: true', 'answer: ja'), /questions\[1\]\.answer/],
  ['a task with a mistake', broken('glossary/order.md', 'run: SELECT 1', 'run: []'), /tasks\[1\]\.run/],
  ['questions that are no list', broken('glossary/order.md', 'questions:\n', 'questions: a\nx:\n'), /questions/],
  ['a file without front matter around it', broken('glossary/order.md', '---\n\n설명', '\n설명'), /order\.md:1 /],
  ['a chapter with a mistake', broken('chapters/rows.md', 'id: rows', 'id: rows\ntitle: []'), /rows\.md:3 /],
  ['loose questions with a mistake', broken('loose.md', 'answer: true', 'answer: ja'), /loose\.md:3 .*answer/],
])('%s is told alone, and none of what points to it', (_, changed, expected) => {
  const all = toldOf(changed);
  expect(all.filter((one) => !expected.test(one) && !/defnition|\bx\b/.test(one))).toEqual([]);
  expect(all.length).toBeGreaterThan(0);
});

test('a file that is not UTF-8 is known by its name', () => {
  const all = toldOf({
    'glossary/order.md': new Uint8Array([0x2d, 0xff, 0xfe]),
    'sets/week.md': '---\nid: week\ntitle: 1주\nset: [order, order#2]\n---\n',
    'asked/day.jsonl': '',
  });
  expect(all).toEqual([expect.stringMatching(/order\.md:1 .*UTF-8/)]);
});

test('of two files with one id that is told, and nothing of what only the second one has', () => {
  const second = termFile('group', `questions:\n${question('eee555')}`);
  const all = toldOf({ 'glossary/zzz.md': second, 'sets/week.md': '---\nid: week\ntitle: 1주\nset: [eee555]\n---\n' });
  expect(all).toEqual([expect.stringMatching(/zzz\.md:2 .*"group" is also used/)]);
});

test('a question on what there is not is told, and nothing of the set that asks it', () => {
  const all = toldOf(broken('loose.md', 'term: order', 'term: odrer'));
  expect(all).toEqual([expect.stringMatching(/loose\.md:3 .*odrer/)]);
});

test('what no file would define is told beside the mistake of another file', () => {
  const all = toldOf({
    ...broken('glossary/order.md', 'definition', 'defnition'),
    'glossary/more.md': termFile('more', 'section: rows#sort\nrelated: [order, odrer]\n'),
  });
  expect(all.filter((one) => one.includes('more.md'))).toEqual([expect.stringMatching(/"odrer"/)]);
});

test('no term is said to be taught nowhere while a chapter cannot be used', () => {
  const hints = (files: Readonly<Record<string, string>>): number =>
    hintsOn(loadContent([folderOf({ ...COURSE, 'other.md': '## 글\n\n글\n', ...files })]), () => 1).length;
  expect(hints({ 'glossary/more.md': termFile('more') })).toBe(1);
  expect(hints(broken('chapters/rows.md', 'id: rows', 'id: rows\ntitle: []'))).toBe(0);
});
