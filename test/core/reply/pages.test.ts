import fc from 'fast-check';
import type { Nodes } from 'mdast';
import { expect, test } from 'vitest';
import { pages } from '../../../src/core/reply/pages.ts';
import { walk } from '../../../src/markdown/nodes.ts';
import { parseMarkdown } from '../../../src/markdown/parse.ts';
import { runs } from '../../support/sample.ts';

const bare = (text: string): string => text.replace(/\s+/g, '');

/** Code of a text, block by block. */
const codesOf = (markdown: string): string[] =>
  Array.from<Nodes>(walk(parseMarkdown(markdown))).flatMap((node) => (node.type === 'code' ? [node.value] : []));

test('a text that fits is one page as it is, an empty one too', () => {
  expect(pages('# 제목\n\n글  \n', 100)).toEqual(['# 제목\n\n글  \n']);
  expect(pages('', 100)).toEqual(['']);
});

test('a longer one is cut between paragraphs where they fit', () => {
  const [a, b, c] = ['가', '나', '다'].map((letter) => letter.repeat(40));
  expect(pages(`${a}\n\n${b}\n\n${c}`, 90)).toEqual([`${a}\n\n${b}`, c]);
});

test('a paragraph that is too long by itself is cut at a line, else after a sentence, else after a word', () => {
  const [a, b] = ['가'.repeat(30), '나'.repeat(30)];
  expect(pages(`${a} 끝. 또\n${b}`, 50)).toEqual([`${a} 끝. 또`, b]);
  expect(pages(`${a} 끝. 또 ${b}`, 50)).toEqual([`${a} 끝.`, `또 ${b}`]);
  expect(pages(`${a} 또 ${b}`, 50)).toEqual([`${a} 또`, b]);
  expect(pages(a + b, 50)).toEqual([a + b.slice(0, 20), b.slice(20)]);
});

test('an emoji is never cut in two', () => {
  const found = pages(`글${'🍱'.repeat(100)}`, 50);
  expect(found.join('')).toBe(`글${'🍱'.repeat(100)}`);
  for (const page of found) expect(page.isWellFormed()).toBe(true);
});

test('code that is cut is code of its language on every page, cut at lines', () => {
  const lines = Array.from({ length: 40 }, (_, i) => `key${i}: value`);
  const found = pages(`글\n\n\`\`\`yaml\n${lines.join('\n')}\n\`\`\`\n\n끝`, 100);
  expect(found.length).toBeGreaterThan(4);
  expect(found.flatMap(codesOf).join('\n').split('\n')).toEqual(lines);
  expect(found.filter((page) => page.includes('```yaml\n')).length).toBeGreaterThan(4);
});

test('fences within code end nothing', () => {
  const inner = 'x\n```\ny\n~~~\nz\n'.repeat(20).trimEnd();
  const found = pages(`\`\`\`\`\`md\n${inner}\n\`\`\`\`\``, 80);
  expect(found.flatMap(codesOf).join('\n')).toBe(inner);
  expect(found.flatMap((page) => parseMarkdown(page).children.map(({ type }) => type))).not.toContain('paragraph');
});

test('a language as long as a page is no endless text', () => {
  const found = pages(`\`\`\`${'x'.repeat(200)}\n${'글\n'.repeat(100)}\`\`\``, 100);
  expect(found.flatMap(codesOf).join('\n')).toBe('글\n'.repeat(100).trimEnd());
});

test('code that is marked by its indentation stays code', () => {
  const found = pages(`${'글 '.repeat(30)}\n\n    kind: Pod\n    a: b\n\n${'끝 '.repeat(30)}`, 90);
  expect(found.length).toBeGreaterThan(1);
  expect(found.flatMap(codesOf)).toEqual(['kind: Pod\na: b']);
});

const text = fc
  .array(fc.constantFrom('파드', 'Pod', '노드예요.', '🍱', '**굵게**', '가'.repeat(90), '\n', '?', '[a](b)'), {
    minLength: 1,
    maxLength: 40,
  })
  .map((words) => words.join(' '));
const code = fc
  .array(fc.constantFrom('kind: Pod', '  a: 1', '', '# 글', '```', '> x', 'x'.repeat(150), '1. y'), { maxLength: 30 })
  .map((lines) => ({ code: lines.join('\n') }));

test('any text comes in pages within the limit; only white space is lost, and code stays fenced', () => {
  fc.assert(
    fc.property(fc.array(fc.oneof(text, code), { maxLength: 12 }), fc.integer({ min: 60, max: 400 }), (blocks, max) => {
      const markdown = blocks
        .map((block) => (typeof block === 'string' ? block : `~~~~~yaml\n${block.code}\n~~~~~`))
        .join('\n\n');
      const found = pages(markdown, max);
      for (const page of found) expect(page.length).toBeLessThanOrEqual(max);
      expect(bare(found.flatMap(codesOf).join(''))).toBe(bare(codesOf(markdown).join('')));
      const prose = (one: string): string => bare(one).replaceAll(/~{3,}(?:yaml)?|`{3,}(?:yaml)?/g, '');
      expect(prose(found.join(''))).toBe(prose(markdown));
    }),
    { numRuns: runs(100) },
  );
});

test('any text at all comes in pages within the limit', () => {
  fc.assert(
    fc.property(fc.string({ unit: 'binary', maxLength: 2000 }), fc.integer({ min: 60, max: 400 }), (markdown, max) => {
      const found = pages(markdown, max);
      for (const page of found) expect(page.length).toBeLessThanOrEqual(max);
    }),
  );
});
