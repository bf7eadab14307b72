import { expect, test } from 'vitest';
import { complaints, load, sectionsOf, termFile, termOf, told } from '../support/content.ts';

const chapter = (id: string, lang: string, body: string): string =>
  `---\nid: ${id}\n${lang === '' ? '' : `lang: ${lang}\n`}title: ${id} ${lang}\n---\n\n${body}\n`;

test('a folder without Markdown is an empty course, and says so', () => {
  for (const files of [{}, { 'seed.txt': '# 글' }]) {
    const { chapters, terms, problems } = load(files);
    expect({ chapters, terms }).toEqual({ chapters: [], terms: [] });
    expect(problems.map((problem) => problem.message.en)).toEqual([expect.stringContaining('no Markdown')]);
  }
});

test('an id used by two terms is named in the second file, and the first is taught', () => {
  const files = { 'a.md': termFile('pod', '', '첫째'), 'b/b.md': `---\ntitle: x\nid: pod\ndefinition: y\n---\n둘째\n` };
  const [problem, ...more] = told(files);
  expect(more).toEqual([]);
  expect(problem).toMatchObject({ at: 'b/b.md:3', en: expect.stringMatching(/"pod" is also used by .*a\.md/) });
  expect(load(files).terms).toMatchObject([{ explanation: { ko: '첫째' } }]);
});

test.each([
  ['ko', 'ko'],
  ['', ''],
  ['', 'ko'],
  ['en', 'en'],
])('an id used by two chapters of one language (%j and %j) is named in the second file', (one, other) => {
  const files = { 'a.md': chapter('intro', one, '# 하나\n\n글'), 'b.md': chapter('intro', other, '# 둘\n\n글') };
  expect(complaints(files)).toEqual([expect.stringMatching(/^b\.md:2 .*"intro" is also used by .*a\.md/)]);
  expect(sectionsOf(load(files)).map((section) => section.id)).toEqual(['intro#하나']);
});

test('the Korean and the English file of a chapter are one chapter', () => {
  const { chapters, problems } = load({
    'b.md': chapter('intro', 'en', '## One {#one}\n\nEnglish.\n\n## Two {#two}\n\nMore.'),
    'a.md': chapter('intro', 'ko', '## 하나 {#one}\n\n한국어.\n\n## 셋 {#three}\n\n더.'),
  });
  expect(problems).toEqual([]);
  expect(chapters).toMatchObject([
    {
      id: 'intro',
      title: { ko: 'intro ko', en: 'intro en' },
      sections: [
        { id: 'intro#one', title: { ko: '하나', en: 'One' }, body: { ko: '한국어.', en: 'English.' } },
        { id: 'intro#three', title: { ko: '셋', en: '셋' }, body: { ko: '더.', en: '더.' } },
      ],
    },
  ]);
});

test('files of one name but for .ko and .en are one chapter in two languages, without lang or id', () => {
  const { chapters, problems } = load({
    'w1/ch1.en.md': '# One {#one}\n\nEnglish.',
    'w1/ch1.ko.md': '# 하나 {#one}\n\n한국어.',
    'w2/ch1.md': '# 둘 {#two}\n\n한국어.',
  });
  expect(problems).toEqual([]);
  expect(chapters).toMatchObject([
    { id: 'w1-ch1', sections: [{ title: { ko: '하나', en: 'One' }, body: { ko: '한국어.', en: 'English.' } }] },
    { id: 'w2-ch1', sections: [{ body: { ko: '한국어.', en: '한국어.' } }] },
  ]);
});

test("a chapter without an id is named by its path, so that no folder's README is lost", () => {
  const text = '# 제목\n\n글\n';
  const { chapters, problems } = load(
    Object.fromEntries(
      ['2/notes.md', '3/notes.md', 'README.md', 'a/index.md', 'b/_index.md', 'w1/README.md', 'w2/Readme.markdown'].map(
        (name) => [name, text],
      ),
    ),
  );
  expect(problems).toEqual([]);
  expect(chapters.map(({ id, file }) => [id, file.split('/').slice(-2).join('/')])).toEqual([
    ['2-notes', '2/notes.md'],
    ['3-notes', '3/notes.md'],
    ['readme', expect.stringMatching(/\/README\.md$/)],
    ['a', 'a/index.md'],
    ['b', 'b/_index.md'],
    ['w1', 'w1/README.md'],
    ['w2', 'w2/Readme.markdown'],
  ]);
  expect(load({ 'w1/README.md': `---\nid: first\n---\n${text}` }).chapters).toMatchObject([{ id: 'first' }]);
});

test('a related term that does not exist is named on its own line and left out', () => {
  const files = { 'a.md': termFile('a', 'related:\n  - a\n  - b\n  - c\n'), 'b.md': termFile('b') };
  const problems = told(files);
  expect(problems).toEqual([
    {
      at: 'a.md:8',
      ko: 'related: "c"라는 용어가 없어요. id를 확인해 주세요.',
      en: 'related: there is no term "c". Check the id.',
    },
  ]);
  expect(termOf(load(files), 'a').related).toEqual(['b']);
});

test('a section that does not exist is named on its line and left out', () => {
  const files = {
    'a.md': termFile('a', 'aliases: []\nsection: intro#nowhere\n'),
    'b.md': termFile('b', 'section: intro#one\n'),
    'c.md': chapter('intro', 'ko', '# 하나 {#one}\n\n글'),
  };
  expect(complaints(files)).toEqual([expect.stringMatching(/^a\.md:6 section: there is no section "intro#nowhere"/)]);
  expect(termOf(load(files), 'a').section).toBeUndefined();
  expect(termOf(load(files), 'b').section).toBe('intro#one');
});

test('a link to a term that does not exist is named on its line, even below comments and shortcodes', () => {
  const body =
    '<!-- a comment\nof several\nlines -->\n\n# 제목\n\n[파드](term:pod)와\n[노드](term:nod)\n\n{{% note\n%}}\n\n[끝](term:end)';
  const files = { 'a.md': chapter('intro', 'ko', body), 'b.md': termFile('pod') };
  expect(complaints(files)).toEqual([
    'a.md:14 The link term:nod names no term. Check the id.',
    'a.md:19 The link term:end names no term. Check the id.',
  ]);
  expect(sectionsOf(load(files))).toMatchObject([
    { terms: ['pod'], body: { ko: expect.stringMatching(/^파드와\n노드/) } },
  ]);
});

test('the same mistake in two languages of a chapter is named in both files', () => {
  const files = {
    'a.en.md': chapter('intro', 'en', '# One {#one}\n\n[x](term:x)'),
    'a.md': chapter('intro', 'ko', '# 하나 {#one}\n\n[x](term:x)'),
  };
  expect(told(files).map((problem) => problem.at)).toEqual(['a.en.md:9', 'a.md:9']);
});

test('a term that a chapter tells of in a table is not taught again where the glossary has it by any name', () => {
  const table =
    '# 용어\n\n| 용어 | 설명 |\n| --- | --- |\n| 포드 | 하나 |\n| NODE | 둘 |\n| Concept svc | 셋 |\n| 새것 | 넷 |';
  const { terms, problems } = load({
    'a.md': chapter('intro', 'ko', table),
    'b.md': termFile('pod', 'aliases: [포드]\n'),
    'c.md': termFile('node'),
    'd.md': termFile('svc'),
  });
  expect(problems).toEqual([]);
  expect(terms.map((term) => term.id).sort()).toEqual(['node', 'pod', 'svc', '새것']);
});

test('many thousands of mistakes are all named, and the good file is taught', () => {
  // As many as the limits of a file's size and of its values let through.
  const related = `related: [${Array.from({ length: 90_000 }, (_, i) => `x${i.toString(36)}`).join(',')}]\n`;
  const { problems, terms } = load({
    'a.md': termFile('a', related),
    'b.md': termFile('b', related),
    'c.md': termFile('c'),
  });
  expect(problems).toHaveLength(180_000);
  expect(terms.map((term) => term.id)).toEqual(['a', 'b', 'c']);
});

test('what sets two terms apart is read where the other one exists, and said once', () => {
  const how = '{ ko: 하나면 써요., en: Use it for one. }';
  const differs = (...others: string[]): string =>
    `differs:\n${others.map((from) => `  - { from: ${from}, how: ${how} }\n`).join('')}`;
  const files = {
    'a.md': termFile('a', differs('b', 'nowhere', 'a')),
    'b.md': termFile('b', differs('a', 'c')),
    'c.md': termFile('c', 'differs:\n  - { from: a }\n'),
  };
  const content = load(files);
  expect(termOf(content, 'a').differs.map(({ from }) => from)).toEqual(['b']);
  expect(termOf(content, 'c').differs).toEqual([]);
  expect(complaints(files)).toEqual([
    expect.stringMatching(/^c\.md:\d+ .*how/),
    expect.stringMatching(/^a\.md:\d+ differs: there is no other term "nowhere"/),
    expect.stringMatching(/^a\.md:\d+ differs: there is no other term "a"/),
    expect.stringMatching(/^b\.md:\d+ differs: how it differs from "a" is said already/),
  ]);
});
