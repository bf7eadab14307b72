import { expect, test } from 'vitest';
import { termFile, told } from '../support/content.ts';

/** A term's file with these lines from line 5 on. */
const fileWith = (more: string): Record<string, string> => ({ 'a.md': termFile('a', more) });

test.each([
  ['a quote that is left open', 'section: "b\n', 5, '따옴표가 닫히지'],
  ['a bracket that is left open', 'aliases: [b\nrelated: c\n', 6, '쉼표가 빠졌거나 괄호가 닫히지'],
  ['a colon in plain text', 'section: 주의: b\n', 5, '콜론(: )이 들어'],
  ['text behind a quote', 'section: "b" c\nrelated: []\n', 5, '닫힌 다음에 글이 더'],
  ['text behind a bracket', 'related: [b] c\ndocs: x\n', 5, '닫힌 다음에 글이 더'],
  ['text that begins with a mark', 'section: `b`는\n', 5, '같은 기호로 시작'],
  ['a pattern without quotes', 'section: *x\n', 5, '같은 기호로 시작'],
  ['a key without a blank', 'section:b\nrelated: []\n', 5, '콜론 뒤에 빈칸이'],
  ['a key given twice', 'related: []\nrelated: []\n', 6, '같은 항목이 두 번'],
  ['a line that is moved in', 'section: b\n  related: []\n', 6, '줄 앞의 빈칸이'],
  ['a backslash in double quotes', 'section: "\\d"\n', 5, '작은따옴표로'],
  ['an invisible mark', 'section: b\u0007\n', 5, '보이지 않는 글자'],
  ['a line that is no key', 'section: b\nxyz\nrelated: []\n', 6, '‘항목: 값’이나 ‘- 값’'],
])('%s is named in words, on its line, with the parser’s own behind them', (_, more, line, words) => {
  const [problem, ...others] = told(fileWith(more));
  expect(others).toEqual([]);
  expect(problem?.at).toBe(`a.md:${line}`);
  expect(problem?.ko).toContain(words);
  expect(problem?.ko).toMatch(/\([a-z][^()]+(?:\([^)]*\)[^()]*)?\)$/);
});

test.each([
  ['related: [NULL]\n', 'related[1]: YAML은 따옴표 없는 NULL을 빈 값으로 읽어요. "NULL"처럼 따옴표로 감싸 주세요.'],
  ['aliases: [Null]\n', 'aliases[1]: YAML은 따옴표 없는 Null을 빈 값으로 읽어요. "Null"처럼 따옴표로 감싸 주세요.'],
  ['aliases: [~]\n', 'aliases[1]: YAML은 따옴표 없는 ~를 빈 값으로 읽어요. "~"처럼 따옴표로 감싸 주세요.'],
  [
    'aliases: [TRUE]\n',
    'aliases[1]: YAML은 따옴표 없는 TRUE를 참이나 거짓으로 읽어요. "TRUE"처럼 따옴표로 감싸 주세요.',
  ],
  [
    'misspellings: [2026-03-02]\n',
    'misspellings[1]: YAML은 따옴표 없는 2026-03-02를 날짜로 읽어요. "2026-03-02"처럼 따옴표로 감싸 주세요.',
  ],
  [
    'asks: { ko: [404, null], en: [] }\n',
    'asks.ko[2]: YAML은 따옴표 없는 null을 빈 값으로 읽어요. "null"처럼 따옴표로 감싸 주세요.',
  ],
  [
    'differs:\n  - { from: b, how: { ko: 달라요, en: 404 } }\n',
    'differs[1].how.en: YAML은 따옴표 없는 404를 숫자로 읽어요. "404"처럼 따옴표로 감싸 주세요.',
  ],
  [
    'questions:\n  - { type: typed, id: abcdef, ask: 없는 값은?, accept: [NULL], why: 그래요. }\n',
    'questions[1].accept[1]: YAML은 따옴표 없는 NULL을 빈 값으로 읽어요. "NULL"처럼 따옴표로 감싸 주세요.',
  ],
  ['section:\n', 'section: 비어 있어요. 값을 적거나 이 항목을 지워 주세요.'],
])('a word that YAML takes for something else is told to need quotes: %j', (more, message) => {
  expect(told(fileWith(more)).map(({ ko }) => ko)).toEqual([message]);
});

test('a title in two languages, and an id', () => {
  const file = (id: string, title: string) => ({
    'a.md': `---\nid: ${id}\ntitle: ${title}\ndefinition: 뜻\n---\n글\n`,
  });
  expect(told(file('a', '{ ko: 널, en: NULL }'))).toEqual([
    {
      at: 'a.md:3',
      ko: 'title.en: YAML은 따옴표 없는 NULL을 빈 값으로 읽어요. "NULL"처럼 따옴표로 감싸 주세요.',
      en: 'title.en is NULL without quotes, which YAML reads as nothing. Write it in quotes: "NULL".',
    },
  ]);
  expect(told(file('null', '널'))[0]?.ko).toMatch(/^id: YAML은 따옴표 없는 null을 빈 값으로 읽어요/);
  // In the YAML that is read, these are words.
  for (const word of ['yes', 'No', 'ON', 'off']) expect(told(file('a', `{ ko: 네, en: ${word} }`))).toEqual([]);
  expect(told(file('"null"', '{ ko: 널, en: "NULL" }'))).toEqual([]);
});

test('a value that is to be no text is not told to be put in quotes', () => {
  expect(
    told(fileWith('signs:\n  - { says: [abcd efgh], general: 3, means: a, look: b, mend: c, command: d }\n')),
  ).toEqual([expect.objectContaining({ ko: 'signs[1].general: true 또는 false만 쓸 수 있어요.' })]);
});

test('a question that is not there is told with examples of the course that is checked', () => {
  const files = {
    ...fileWith('questions:\n  - { type: boolean, id: abcdef, ask: 맞나요?, answer: true, why: 그래요. }\n'),
    'sets/s.md': '---\nid: s\ntitle: 복습\nset: [b#1]\n---\n',
  };
  expect(told(files)[0]?.ko).toContain('용어의 id(a)나 그 용어의 몇 번째 문제(a#1)');
  expect(told({ ...files, 'a.md': termFile('a') })[0]?.ko).toContain('문제가 있는 용어의 id나');
});
