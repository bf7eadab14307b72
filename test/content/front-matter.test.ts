import { existsSync } from 'node:fs';
import { join } from 'node:path';
import fc from 'fast-check';
import matter from 'gray-matter';
import { expect, test } from 'vitest';
import { FrontMatterError, splitFrontMatter } from '../../src/content/front-matter.ts';
import { load, told } from '../support/content.ts';
import { runs } from '../support/sample.ts';
import { folderOf } from '../support/world.ts';

function refusal(text: string): FrontMatterError {
  try {
    splitFrontMatter(text);
  } catch (error) {
    if (error instanceof FrontMatterError) return error;
    throw error;
  }
  throw new Error('nothing was refused');
}

test('a file is split into its values and its text, and each value has a line in the file', () => {
  const front = splitFrontMatter('---\nid: pod\nlist:\n  - one\n  - two\n---\n\n# Text\n');
  expect(front.data).toEqual({ id: 'pod', list: ['one', 'two'] });
  expect(front.body).toBe('\n# Text\n');
  expect(front.bodyLine).toBe(7);
  expect(front.lineOf(['id'])).toBe(2);
  expect(front.lineOf(['list', 1])).toBe(5);
});

test('the line of a value that is not there is the line of what should hold it', () => {
  const front = splitFrontMatter('---\nid: pod\nlist:\n  - a: 1\n    b: 2\n---\n');
  expect(front.lineOf(['list', 0, 'missing'])).toBe(4);
  expect(front.lineOf(['missing', 'deeper'])).toBe(1);
  expect(front.lineOf([])).toBe(1);
});

test('a file without front matter is all text', () => {
  expect(splitFrontMatter('# Title\n\n---\n\nText')).toMatchObject({
    data: {},
    body: '# Title\n\n---\n\nText',
    bodyLine: 1,
  });
  expect(splitFrontMatter('')).toMatchObject({ data: {}, body: '', bodyLine: 1 });
  expect(splitFrontMatter('-----\nnot front matter\n')).toMatchObject({ data: {}, bodyLine: 1 });
});

test('empty front matter and the word yaml after the first dashes are fine', () => {
  expect(splitFrontMatter('---\n---\n# Text')).toMatchObject({ data: {}, body: '# Text', bodyLine: 3 });
  expect(splitFrontMatter('---yaml\nid: pod\n---\nText')).toMatchObject({
    data: { id: 'pod' },
    body: 'Text',
    bodyLine: 4,
  });
});

test.each([
  ['a quote that never closes', '---\nid: "pod"\ntitle: "파드\nx: 1\n---\n\ntext\n', 3],
  ['a single quote that never closes', "---\nid: 'pod'\ntitle: '파드\nx: 1\n---\n\ntext\n", 3],
  ['a quote that never closes, far above the end', `---\nid: pod\ntitle: "파드\n${"x: 'y'\n".repeat(50)}---\n`, 3],
  ['a quote that never closes below quotes that do', `---\nid: "pod"\na: ["b", "c"]\ntitle: "파드\n---\n\n"글"\n`, 4],
  ['a colon in plain text', '---\nid: pod\ntitle: x\ndefinition: 파드: 최소 단위\n---\n', 4],
  ['a key given twice', '---\nid: pod\ntitle: x\nid: node\n---\n', 4],
  ['an alias to nothing', '---\nid: pod\ntitle: *nowhere\n---\n', 3],
])('%s is refused with its line', (_, text, expected) => {
  const { line, text: message } = refusal(text);
  expect(line).toBe(expected);
  expect(message.en).toContain('The YAML cannot be read');
  expect(message.ko).toContain('YAML을 읽을 수 없어요');
});

test.each(['---\nid: pod\n\ntext\n', '---\n', '---', '---\nid: pod\n --- \n', '---\nid: pod\n---more\n'])(
  'front matter that never ends is refused: %j',
  (text) => {
    expect(refusal(text)).toMatchObject({ line: 1, text: { en: expect.stringContaining('never ends') } });
  },
);

test.each([
  ['title: 파드\nid: pod\n---\n\n# 제목\n\n글\n'],
  ['layout: post\ntitle: "글"\ndate: 2026-03-02\n--- \n글\n'],
  ['id: pod\ndefinition: 뜻\nasks:\n  - 하나\n---\n글\n'],
])('front matter that lost its first --- is named, not taken for a chapter: %j', (text) => {
  expect(refusal(text)).toMatchObject({ line: 1, text: { en: expect.stringContaining('does not begin with ---') } });
  const { chapters, terms, problems } = load({ 'a.md': text, 'b.md': '# 제목\n\n글\n' });
  expect(problems).toMatchObject([{ line: 1, message: { ko: expect.stringContaining('첫 줄의 ---') } }]);
  expect(chapters).toMatchObject([{ id: 'b' }]);
  expect(terms).toEqual([]);
});

test.each([
  ['a title and a dividing line', '# 제목\n\n글\n\n---\n\n글\n'],
  ['one line with a colon', 'Note: 글\n\n# 제목\n\n---\n\n글\n'],
  ['two lines with colons and no dividing line', 'From: me\nTo: you\n\n# 제목\n\n글\n'],
  ['links in two lines', 'https://example.org\nsee: there\n\n# 제목\n\n글\n\n----\n'],
])('%s are text, not front matter that lost its ---', (_, text) => {
  expect(splitFrontMatter(text)).toMatchObject({ data: {}, body: text });
  expect(load({ 'a.md': text })).toMatchObject({ problems: [], chapters: [{ id: 'a' }] });
});

test.each(['json', 'toml', 'coffee', 'cson', 'js', 'JavaScript', '\u2028js', '\u2028constructor', '__proto__'])(
  'front matter in %j is refused, as only YAML is read',
  (language) => {
    const { line, text } = refusal(`---${language}\n{ "id": "pod" }\n---\ntext\n`);
    expect(line).toBe(1);
    expect(text.en).toMatch(/Only YAML|cannot be read/);
  },
);

test.each(['js', 'javascript', ' js ', 'JS', '\u2028js', '\u00a0javascript'])(
  'code in front matter after %j never runs',
  (language) => {
    const marker = join(folderOf({}), 'ran');
    const text = `---${language}\n{ id: String(require('node:fs').writeFileSync(${JSON.stringify(marker)}, '')) }\n---\ntext\n`;
    expect(load({ 'post.md': text })).toMatchObject({ terms: [], chapters: [] });
    expect(existsSync(marker)).toBe(false);
    // The very same text does run in gray-matter as it comes, so a run would have been seen.
    matter(text, {});
    expect(existsSync(marker)).toBe(true);
  },
);

test('coffee, JSON and YAML tags that make functions are named to the author and make nothing', () => {
  const tag = "---\nid: pod\ntitle: !!js/function 'function () { return 1 }'\n---\ntext\n";
  const problems = told({ 'a.md': '---coffee\nid: 1\n---\nx', 'b.md': '---json\n{}\n---\nx', 'c.md': tag });
  expect(problems.map((problem) => problem.at)).toEqual(['a.md:1', 'b.md:1', 'c.md:3']);
});

test('aliases are followed, but not when they stand for more values than any file has', () => {
  expect(splitFrontMatter('---\na: &x [1, 2]\nb: *x\n---\n').data).toEqual({ a: [1, 2], b: [1, 2] });
  const tenfold = Array.from({ length: 12 }, (_, i) => `l${i + 1}: &l${i + 1} [${`*l${i}, `.repeat(10)}]\n`).join('');
  const wide = `a: &w [${'x, '.repeat(1000)}]\n${Array.from({ length: 1000 }, (_, i) => `k${i}: *w\n`).join('')}`;
  for (const yaml of [`l0: &l0 [x]\n${tenfold}`, wide, 'a: &a [*a]\n', 'a: &a { b: *a }\n'])
    expect(refusal(`---\n${yaml}---\n`)).toMatchObject({
      line: 1,
      text: { en: expect.stringContaining('too many values') },
    });
});

test('any text is split or refused for a reason with a line in it', () => {
  const piece = fc.constantFrom(
    '---',
    '\n',
    'id: ',
    '- ',
    '"',
    '&a ',
    '*a',
    '{',
    '[',
    ': ',
    '파드',
    '\u2028',
    '#',
    '|',
    '!!str ',
    '\t',
    '...',
  );
  fc.assert(
    fc.property(fc.array(fc.oneof(piece, fc.string({ unit: 'binary' }))), (pieces) => {
      const text = `---\n${pieces.join('')}`;
      const lines = text.split('\n').length;
      try {
        const front = splitFrontMatter(text);
        expect(text.endsWith(front.body)).toBe(true);
        expect(front.bodyLine).toBeLessThanOrEqual(lines);
      } catch (error) {
        expect(error).toBeInstanceOf(FrontMatterError);
        if (error instanceof FrontMatterError) expect(error.line).toBeGreaterThan(0);
        if (error instanceof FrontMatterError) expect(error.line).toBeLessThanOrEqual(lines);
      }
    }),
    { numRuns: runs(500) },
  );
});
