import fc from 'fast-check';
import { expect, test } from 'vitest';
import { chapterText } from '../../src/content/chapter.ts';
import { load, termFile } from '../support/content.ts';

test.each([
  ['용어', '뜻', 1],
  ['Term', 'Meaning', 1],
  ['Concepts', 'Definitions', 1],
  ['**용어**', '설명', 1],
  ['하는 일', '기능', 1],
  ['전통적인 방식', '설명', 0],
  ['용어', '예전', 0],
])('a table headed %j | %j tells of %d terms', (left, right, count) => {
  const table = `# 제목\n\n| ${left} | ${right} |\n| --- | --- |\n| 하나 | 둘 |\n`;
  expect(load({ 'a.md': table }).terms).toHaveLength(count);
});

test('headings that name an id are the sections, and others belong to the one above them', () => {
  const { chapters } = load({
    'a.md': '## 첫째 {#one}\n\n글\n\n### 더 자세히\n\n더\n\n## 둘째 {#two}\n\n끝\n',
  });
  expect(chapters[0]?.sections).toMatchObject([
    { id: 'a#one', title: { ko: '첫째' }, body: { ko: '글\n\n### 더 자세히\n\n더' } },
    { id: 'a#two', title: { ko: '둘째' }, body: { ko: '끝' } },
  ]);
});

test("a section's subheadings are its points, without their marks and each once", () => {
  const { chapters } = load({
    'a.md':
      '## 하나 {#one}\n\n글\n\n### **왜** 그럴까요?\n\n```md\n### 코드\n```\n\n### 왜 그럴까요?\n\n## 둘 {#two}\n\n끝\n',
    'a.en.md': '## One {#one}\n\nText\n\n### Why?\n\nMore\n',
  });
  expect(chapters[0]?.sections.map(({ points }) => points)).toEqual([['왜 그럴까요?', 'Why?'], []]);
});

test('headings alike get different ids, and one that is only an emoji gets one, too', () => {
  const { chapters } = load({ 'a.md': '# 예\n\n1\n\n# 예!\n\n2\n\n# 🍱\n\n3\n\n# 예 2\n\n4\n\n# 빈 제목\n' });
  expect(chapters[0]?.sections.map((section) => section.id)).toEqual(['a#예', 'a#예-2', 'a#section', 'a#예-2-2']);
});

test.each([
  [['예', '예 2', '예']],
  [['예', '예', '예 2']],
  [['예 2', '예', '예']],
  [['예', '예', '예 2', '예 2', '예 3', '예 2 2', '예']],
])('headings %j all get ids of their own, the first of each the plain one', (titles) => {
  const text = titles.map((title, i) => `# ${title}\n\n${i}\n`).join('\n');
  const sections = load({ 'a.md': text }).chapters[0]?.sections ?? [];
  expect(sections.map((section) => [section.title.ko, section.body.ko])).toEqual(
    titles.map((title, i) => [title, `${i}`]),
  );
  expect(new Set(sections.map((section) => section.id)).size).toBe(titles.length);
  expect(sections[0]?.id).toBe(`a#${titles[0]?.replace(' ', '-')}`);
});

test('headings of any words, alike or not, get ids of their own', () => {
  const title = fc.constantFrom('예', '예 2', '예-2', '예 2 2', '예 3', '예!', '🍱', 'section', 'section 2');
  fc.assert(
    fc.property(fc.array(title, { minLength: 2, maxLength: 12 }), (titles) => {
      const text = titles.map((one) => `## ${one}\n\n글\n`).join('\n');
      const { sections } = chapterText({}, text, 'a.md', 'a');
      expect(new Set(sections.map(({ id }) => id)).size).toBe(titles.length);
    }),
  );
});

test('full-width letters in a heading are the plain ones in its id', () => {
  const { chapters } = load({ 'a.md': '# ＡＰＩ 서버\n\n1\n\n# API 서버\n\n2\n' });
  expect(chapters[0]?.sections.map((section) => section.id)).toEqual(['a#api-서버', 'a#api-서버-2']);
});

test("a table's row whose name has no letter is no term", () => {
  const rows = ['8080', '🍱', '(2)', '1.2-3', 'v2', '노드 2'].map((name) => `| ${name} | 뜻 |\n`).join('');
  const { terms, problems } = load({ 'a.md': `# 제목\n\n| 용어 | 설명 |\n| --- | --- |\n${rows}` });
  expect(problems).toEqual([]);
  expect(terms.map(({ id, related }) => [id, related])).toEqual([
    ['v2', ['노드-2']],
    ['노드-2', ['v2']],
  ]);
});

test('a heading called Constructor is a heading like any other', () => {
  const { chapters, problems } = load({ 'a.md': '---\nasks: { y: [z] }\n---\n# y\n\n1\n\n# Constructor\n\n2\n' });
  expect(problems).toEqual([]);
  expect(chapters[0]?.sections).toMatchObject([{ asks: ['z'] }, { id: 'a#constructor', asks: [] }]);
});

test('links to terms are read as words, and the section knows its terms, each once', () => {
  const { chapters } = load({
    'a.md': '# 제목\n\n[**파드**](term:pod)는 [`노드`](term:node)에, [파드](term:pod)는 [여기](https://example.org).\n',
    'b.md': termFile('pod'),
    'c.md': termFile('node'),
  });
  expect(chapters[0]?.sections).toMatchObject([
    { terms: ['pod', 'node'], body: { ko: '파드는 노드에, 파드는 [여기](https://example.org).' } },
  ]);
});

test('code that is marked by its indentation stays code at the start of a section', () => {
  const { chapters } = load({ 'a.md': '# 제목\n\n    kind: Pod\n    a: b\n\n글\n' });
  expect(chapters[0]?.sections).toMatchObject([{ body: { ko: '    kind: Pod\n    a: b\n\n글' } }]);
});

const outline = (text: string) => {
  const [chapter] = load({ 'a.md': text }).chapters;
  return { title: chapter?.title.ko, sections: chapter?.sections.map(({ title, body }) => [title.ko, body.ko]) };
};

test.each([
  ['its front matter', '---\ntitle: 머리말\n---\n# 제목\n\n글\n', '머리말'],
  ['its one leading #', '# 제목 {#top}\n\n글\n', '제목'],
  ['its file, where a second # follows', '# 하나\n\n글\n\n# 둘\n\n글\n', 'a'],
  ['its file, where the # comes later', '## 하나\n\n글\n\n# 둘\n\n글\n', 'a'],
])('a chapter is called after %s', (_, text, title) => {
  expect(outline(text).title).toBe(title);
});

test('a title right above the next heading is no section', () => {
  expect(outline('# 제목\n\n## 하나\n\n글\n')).toEqual({ title: '제목', sections: [['하나', '글']] });
  expect(outline('# 제목\n\n## 하나 {#one}\n\n글\n')).toEqual({ title: '제목', sections: [['하나', '글']] });
});

test('text right below the title is a section of its own, whether the others name an id or not', () => {
  for (const id of ['', ' {#one}'])
    expect(outline(`# 제목\n\n머리글\n\n## 하나${id}\n\n글\n`)).toEqual({
      title: '제목',
      sections: [
        ['제목', '머리글'],
        ['하나', '글'],
      ],
    });
});

const DIAGRAM = `diagrams:
  one:
    alt: { ko: 두 상자, en: Two boxes }
    row: [{ ko: 앞, en: First }, ->, { ko: 뒤, en: Then }]
`;

test('a section has the diagram that the front matter draws for it, in both languages', () => {
  const { chapters, problems } = load({
    'a.md': `---\nid: a\n${DIAGRAM}---\n\n## 하나 {#one}\n\n글\n\n## 둘 {#two}\n\n글\n`,
    'a.en.md': '---\nid: a\nlang: en\n---\n\n## One {#one}\n\nText\n\n## Two {#two}\n\nText\n',
  });
  expect(problems).toEqual([]);
  expect(chapters[0]?.sections.map(({ diagram }) => diagram?.en.alt)).toEqual(['Two boxes', undefined]);
});

test('what the front matter says of a heading that is not there is named, and a wrong diagram costs the chapter nothing else', () => {
  const asks = 'asks:\n  three: [셋은 뭐예요]\n';
  const { chapters, problems } = load({
    'a.md': `---\nid: a\n${asks}${DIAGRAM.replace('one:', 'four:')}---\n\n## 하나 {#one}\n\n글\n`,
    'b.md': `---\nid: b\n${DIAGRAM.replace('alt:', 'old:')}---\n\n## 하나 {#one}\n\n글\n`,
  });
  expect(chapters.map(({ sections }) => sections.length)).toEqual([1, 1]);
  expect(problems.map(({ file, line }) => [file.slice(-4), line])).toEqual([
    ['a.md', 4],
    ['a.md', 7],
    ['b.md', 5],
    ['b.md', 5],
  ]);
});
