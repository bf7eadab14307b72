import fc from 'fast-check';
import { expect, test } from 'vitest';
import { cells, explanationAndAnalogy, plainText, rewrite, source, walk } from '../../src/markdown/nodes.ts';
import { parseMarkdown } from '../../src/markdown/parse.ts';

test('plain text is the words of a text without its marks, on one line', () => {
  expect(plainText(parseMarkdown('**굵게(bold)**처럼 `code`와\n[링크](https://example.org)'))).toBe(
    '굵게(bold)처럼 code와 링크',
  );
  expect(plainText(parseMarkdown(''))).toBe('');
});

test('the source of neighbours is what stands from the first to the last', () => {
  const markdown = '# 하나\n\n둘\n\n- 셋\n\n넷';
  const nodes = parseMarkdown(markdown).children;
  expect(source(markdown, nodes.slice(1, 3))).toBe('둘\n\n- 셋');
  expect(source(markdown, [])).toBe('');
});

test('what is rewritten is replaced whole, with what stands within it', () => {
  const markdown = '[**a**](x) 그리고 ![b](y) [![c](z)](w)';
  const changed = rewrite(markdown, parseMarkdown(markdown).children, (node) =>
    node.type === 'link' || node.type === 'image' ? '<>' : undefined,
  );
  expect(changed).toBe('<> 그리고 <> <>');
});

test('a rewriting that changes nothing gives the very same source, whatever the text', () => {
  const piece = fc.constantFrom(
    '# ',
    '> ',
    '- ',
    '|',
    '\n',
    '**',
    '`',
    '[a](b)',
    '![',
    '](',
    '<!--',
    '파드',
    '  ',
    '~~',
    '---',
  );
  fc.assert(
    fc.property(fc.array(fc.oneof(piece, fc.string({ unit: 'binary' }))), (pieces) => {
      const markdown = pieces.join('');
      const nodes = parseMarkdown(markdown).children;
      expect(rewrite(markdown, nodes, () => undefined)).toBe(source(markdown, nodes));
    }),
  );
});

test('a walk meets every node, parents first', () => {
  const types = Array.from(walk(parseMarkdown('> **a**\n\nb')), (node) => node.type);
  expect(types).toEqual(['root', 'blockquote', 'paragraph', 'strong', 'text', 'paragraph', 'text']);
});

test('the cells of a table are its words, the header first', () => {
  const [table] = parseMarkdown('| **용어** | 설명 |\n| --- | --- |\n| `Pod` | 하나 \\| 둘 |\n| 혼자 |').children;
  expect(table?.type === 'table' && cells(table.children)).toEqual([['용어', '설명'], ['Pod', '하나 | 둘'], ['혼자']]);
});

test('the first quote is the analogy, also where it has several paragraphs', () => {
  const markdown = '글\n\n> 하나\n>\n> 둘\n\n끝';
  expect(explanationAndAnalogy(markdown, parseMarkdown(markdown).children)).toEqual({
    explanation: '글\n\n끝',
    analogy: '하나\n\n둘',
  });
});
