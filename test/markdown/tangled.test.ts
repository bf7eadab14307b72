import fc from 'fast-check';
import { expect, test } from 'vitest';
import { tangled } from '../../src/markdown/tangled.ts';
import { complaints, load, termFile, termOf } from '../support/content.ts';
import { runs } from '../support/sample.ts';

const TOLD = 'One paragraph has too many asterisks, brackets or quotes, or they are nested too deeply.';

/** 40 KB of the same. */
const many = (text: string): string => text.repeat(Math.ceil(40_000 / text.length));
const table = (rows: string): string => `# 제목\n\n| 용어 | 설명 |\n| --- | --- |\n${rows}`;

// Each of these took minutes, or all of the stack.
test.each([
  ['a tooltip that never closes', `# 제목\n\n{{< glossary_tooltip ${' '.repeat(40_000)}`],
  ['tooltips that never close', `# 제목\n\n${many(`{{< glossary_tooltip ${' '.repeat(200)}`)}`],
  ['a tooltip of blanks', `# 제목\n\n글 {{< glossary_tooltip ${' '.repeat(40_000)}>}}`],
  ['headings all alike', many('# a\n')],
  ['headings all alike, each above a line', many('# a\n\nb\n\n')],
  ['bold that never closes', `# 제목\n\n${many('a**b')}`],
  ['bold that never closes in paragraphs', `# 제목\n\n${many('a**b\n\n')}`],
  ['tildes', `# 제목\n\n${many('~a~~b')}`],
  ['nested quotes', `# 제목\n\n${many('> ')}글`],
  ['nested quotes without blanks', `# 제목\n\n${many('>')} 글`],
  ['nested lists', `# 제목\n\n${many('1. ')}글`],
  ['nested lists of bullets in quotes', `# 제목\n\n${many('> + ')}글`],
  ['one cell of open parentheses', table(`| ${many('a ( ( (')} | x |\n`)],
  ['rows of open parentheses', table(many('| a ( ( ( | x |\n'))],
  ['pictures that never close', `# 제목\n\n${many('![a](')}`],
  ['openings of Hugo and Liquid', `# 제목\n\n${many('{{')}`],
  ['comments that never close', `# 제목\n\n${many('<!--')}`],
])('40 KB of %s end, and the file beside them is taught', (_, text) => {
  const { terms, problems } = load({ 'bad.md': text, 'ok.md': termFile('ok') });
  expect(terms[0]).toMatchObject({ id: 'ok', explanation: { ko: '설명이에요.' } });
  expect(problems.filter(({ file }) => file.endsWith('ok.md'))).toEqual([]);
});

test.each([
  ['asterisks', 'a**b '.repeat(1600)],
  ['brackets', '![a]('.repeat(1600)],
  ['nested quotes', `${'>'.repeat(9000)} 글`],
  ['nested lists', `${'1. '.repeat(9000)}글`],
])('a paragraph of too many %s is named with its line in the file, and the rest is taught', (_, knot) => {
  const text = `---\ntitle: 매듭\n---\n\n# 제목\n\n글\n\n${knot}\n`;
  const files = { 'deep.md': text, 'glossary/deep.md': termFile('deep', '', `글\n\n${knot}`), 'ok.md': termFile('ok') };
  expect(complaints(files)).toEqual([
    expect.stringContaining(`deep.md:9 ${TOLD}`),
    expect.stringContaining(`glossary/deep.md:9 ${TOLD}`),
  ]);
  expect(termOf(load(files), 'ok').explanation.ko).toBe('설명이에요.');
  expect(load(files).terms).toHaveLength(1);
});

test('a paragraph of too many lines is named on the first that is too much', () => {
  expect(tangled('글\n'.repeat(4000))).toBeUndefined();
  expect(tangled(`\n\n${'글\n'.repeat(4001)}`)).toBe(4002);
});

test('many paragraphs, long lists, tables and code are no knot, however many', () => {
  const ordinary = [
    '**굵게** `code` [링크](https://example.org) <b> &amp; ~~취소~~',
    '> 인용\n> > 안의 인용\n> 1. 하나\n>    - 둘',
    Array.from({ length: 300 }, (_, i) => `- **${i}** [가](b)`).join('\n'),
    Array.from({ length: 300 }, (_, i) => `| **${i}** | \`x\` |`).join('\n'),
    '---',
    `${'-'.repeat(100)}`,
  ];
  fc.assert(
    fc.property(fc.array(fc.constantFrom(...ordinary), { maxLength: 200 }), (paragraphs) => {
      expect(tangled(paragraphs.join('\n\n'))).toBeUndefined();
    }),
    { numRuns: runs(20) },
  );
});
