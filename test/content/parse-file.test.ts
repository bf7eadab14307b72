import { expect, test } from 'vitest';
import { complaints, load, termFile, told } from '../support/content.ts';

const question = (lines: string): string => `questions:\n  - ${lines.replaceAll('\n', '\n    ')}\n`;

test('a term that has all it needs is no trouble', () => {
  expect(complaints({ 'a.md': termFile('a') })).toEqual([]);
});

test.each([
  ['an id with a space', termFile('my pod'), 'a.md:2 id may only have lower-case letters'],
  ['an id with two hyphens', termFile('my--pod'), 'a.md:2 id may only have lower-case letters'],
  ['an id with a capital', termFile('myPod'), 'a.md:2 id may only have lower-case letters'],
  ['an id without a letter', termFile('"2024-1"'), 'a.md:2 id may only have lower-case letters'],
  ['an id of 41 letters', termFile('x'.repeat(41)), 'a.md:2 id is too many; write at most 40'],
  ['an id that is a number', termFile('2024'), 'a.md:2 id is 2024 without quotes'],
  ['no id', termFile('a').replace('id: a\n', ''), 'a.md:1 id is missing'],
  ['no title', termFile('a').replace(/title:.*\n/, ''), 'a.md:1 title is missing'],
  ['an empty title', termFile('a').replace(/title:.*\n/, "title: ' '\n"), 'a.md:3 title must be text or { ko'],
  ['a title in one half', termFile('a').replace(/title:.*\n/, 'title: { ko: 파드 }\n'), 'a.md:3 title must be text'],
  ['an unknown key', termFile('a', 'related: []\nalias: [b]\n'), 'a.md:6 front matter has unknown keys (alias)'],
  [
    'a name taken from JavaScript',
    termFile('a', '__proto__: { x: 1 }\n'),
    'a.md:5 front matter has unknown keys (__proto__)',
  ],
  ['a list that is a text', termFile('a', 'aliases: pods\n'), 'a.md:5 aliases must be a list'],
  ['a list within a list', termFile('a', 'aliases:\n  - po\n  - [pods]\n'), 'a.md:7 aliases[2] must be text'],
  ['related that is no text', termFile('a', 'related:\n  - { id: b }\n'), 'a.md:6 related[1] must be text'],
  ['front matter that is a list', '---\n- a\n- b\n---\n\ntext\n', 'a.md:1 This must be key: value lines'],
  ['front matter that is a text', '---\njust words\n---\n\ntext\n', 'a.md:1 This must be key: value lines'],
  ['front matter that never ends', '---\nid: a\n\ntext\n', 'a.md:1 The front matter never ends'],
  ['YAML that cannot be read', termFile('a', 'related: [b\n'), 'a.md:6 The YAML cannot be read'],
  ['a term without an explanation', termFile('a', '', ''), 'a.md:6 There is no explanation'],
  ['a term with an analogy only', termFile('a', '', '> 비유'), 'a.md:6 There is no explanation'],
  ['a chapter without text', '---\ntitle: 1장\n---\n', 'a.md:1 The file is empty'],
  ['a chapter without headings', '---\ntitle: 1장\n---\n\n글\n', 'a.md:4 There is no heading'],
  ['a chapter in an unknown language', '---\nlang: fr\n---\n# 제목\n\n글\n', 'a.md:2 lang must be one of: ko, en'],
  ['asks of a chapter that are no list', '---\nasks:\n  x: y\n---\n# 제목\n\n글\n', 'a.md:3 asks.x must be a list'],
])('%s is named with its line', (_, text, expected) => {
  const [problem, ...more] = told({ 'a.md': text });
  expect(more).toEqual([]);
  expect(`${problem?.at} ${problem?.en}`).toContain(expected);
  expect(problem?.ko).toMatch(/요/);
});

test.each([
  ['without an answer', 'type: boolean\nask: x\nwhy: y', '6 questions[1].answer is missing'],
  [
    'with a word as a true or false',
    'type: boolean\nask: x\nwhy: y\nanswer: yep',
    '9 questions[1].answer must be true or false.',
  ],
  ['without a right option', 'type: single\nask: x\nwhy: y\nwrong: [z]', '6 questions[1].right is missing'],
  ['without a wrong option', 'type: single\nask: x\nwhy: y\nright: z', '6 questions[1].wrong is missing'],
  [
    'with no right options',
    'type: multiple\nask: x\nwhy: y\nright: []\nwrong: [z]',
    '9 questions[1].right is empty or too few',
  ],
  ['without accepted answers', 'type: typed\nask: x\nwhy: y', '6 questions[1].accept is missing'],
  ['with no accepted answers', 'type: typed\nask: x\nwhy: y\naccept: []', '9 questions[1].accept is empty or too few'],
  [
    'with two steps to order',
    'type: order\nask: x\nwhy: y\nsteps: [a, b]',
    '9 questions[1].steps is empty or too few; write at least 3',
  ],
  [
    'with nine steps',
    'type: order\nask: x\nwhy: y\nsteps: [a, b, c, d, e, f, g, h, i]',
    '9 questions[1].steps is too many; write at most 8',
  ],
  ['without an explanation', 'type: boolean\nask: x\nanswer: true', '6 questions[1].why is missing'],
  ['with an empty explanation', "type: boolean\nask: x\nanswer: true\nwhy: ''", '9 questions[1].why must be text or'],
  ['without words to ask', 'type: boolean\nwhy: x\nanswer: true', '6 questions[1].ask is missing'],
  ['of an unknown type', 'type: essay\nask: x\nwhy: y', '6 questions[1].type must be one of: single, multiple'],
  ['without a type', 'ask: x\nwhy: y', '6 questions[1].type is missing'],
  [
    'with an unknown key',
    'type: boolean\nask: x\nwhy: y\nhint: z\nanswer: true',
    '9 questions[1] has unknown keys (hint). Check their spelling or remove them.',
  ],
  [
    "with another type's key",
    'type: typed\nask: x\nwhy: y\naccept: [z]\nright: z',
    '10 questions[1] has unknown keys (right)',
  ],
])('a question %s is named with its line', (_, lines, expected) => {
  const [problem, ...more] = told({ 'a.md': termFile('a', question(lines)) });
  expect(more).toEqual([]);
  expect(`${problem?.at} ${problem?.en}`).toContain(`a.md:${expected}`);
  expect(problem?.ko).toMatch(/[가-힣]/);
  expect(problem?.ko).not.toContain('Invalid input');
});

test('every mistake of a file is named at once, and the questions that are right do not hide them', () => {
  const right = 'type: boolean\nask: x\nwhy: y\nanswer: true';
  const two = `${question(right)}${question('type: typed\nask: x').replace('questions:\n', '')}aliases: 3\n`;
  expect(complaints({ 'a.md': termFile('a', two) }).map((text) => text.split(' ').slice(0, 2).join(' '))).toEqual([
    'a.md:12 aliases',
    'a.md:10 questions[2].why',
    'a.md:10 questions[2].accept',
  ]);
});

test('what is missing is called missing, what is wrong is told what it must be, in both languages', () => {
  const without = termFile('a', 'questions:\n  - { type: typed, ask: x, accept: [y] }\n').replace('id: a\n', '');
  expect(told({ 'a.md': without })).toEqual([
    { at: 'a.md:1', ko: 'id: 빠졌어요. 이 항목을 적어 주세요.', en: 'id is missing; write it.' },
    {
      at: 'a.md:5',
      ko: 'questions[1].why: 빠졌어요. 이 항목을 적어 주세요.',
      en: 'questions[1].why is missing; write it.',
    },
  ]);
  const wrong = told({ 'a.md': termFile('a', 'aliases: 3\n') });
  expect(wrong).toEqual([expect.objectContaining({ ko: expect.stringContaining('만 쓸 수 있어요'), at: 'a.md:5' })]);
});

test('a definition may have 100 letters where it has Hangul and 180 where it has none, an emoji counting as one', () => {
  const file = (ko: string, en: string): string =>
    termFile('a').replace(/definition:.*\n/, `definition:\n  ko: ${ko}\n  en: ${en}\n`);
  const tooLong = 'a.md:5 definition is too long for a card; at most 100 characters in Korean, 180 in English.';
  const fits = ['가'.repeat(100), '🍱'.repeat(180), 'x'.repeat(180), `${'x'.repeat(99)}가`];
  const over = ['가'.repeat(101), '🍱'.repeat(181), 'x'.repeat(181), `${'x'.repeat(100)}가`];
  for (const text of fits) {
    expect(complaints({ 'a.md': file(text, 'x') }), text).toEqual([]);
    expect(complaints({ 'a.md': file('x', text) }), text).toEqual([]);
  }
  for (const text of over) {
    expect(complaints({ 'a.md': file(text, 'x') }), text).toEqual([tooLong]);
    expect(complaints({ 'a.md': file('x', text) }), text).toEqual([tooLong]);
  }
  const alone = (text: string) => complaints({ 'a.md': termFile('a').replace(/definition:.*/, `definition: ${text}`) });
  expect(alone('x'.repeat(180))).toEqual([]);
  expect(alone('가'.repeat(101))).toHaveLength(1);
});

test('a file in a folder called glossary or 용어 is held to be a term, whatever is missing of it', () => {
  const bare = '---\nid: pod\ntitle: 파드\n---\n\n설명\n';
  const missing = /definition is missing/;
  for (const folder of ['glossary', 'my-Glossary', '용어', '용어집', '용어'.normalize('NFD')])
    expect(complaints({ [`${folder}/pod.md`]: bare })).toMatchObject([expect.stringMatching(missing)]);
  expect(complaints({ 'notes/pod.md': `${bare}\n# 제목\n\n글\n` })).toEqual([]);
});

test('an index page of a site generator that has no text is passed over', () => {
  const page = '---\ntitle: Glossary\nlayout: glossary\n---\n';
  expect(complaints({ 'glossary/_index.md': page, 'index.md': page, 'a/index.markdown': page })).toEqual([]);
});

test('an empty file in a glossary is a term that lacks everything, and the rest is read', () => {
  const files = {
    'glossary/a.md': '',
    'glossary/b.md': '\n',
    'glossary/c.md': '---\n---\n',
    'glossary/d.md': termFile('d'),
  };
  const places = new Set(told(files).map(({ at }) => at));
  expect(Array.from(places)).toEqual(['glossary/a.md:1', 'glossary/b.md:1', 'glossary/c.md:1']);
  expect(load(files).terms).toMatchObject([{ id: 'd' }]);
});
