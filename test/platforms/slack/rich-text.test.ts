import type { RichTextBlock } from '@slack/types';
import fc from 'fast-check';
import type { Nodes } from 'mdast';
import { describe, expect, test } from 'vitest';
import { parseMarkdown } from '../../../src/markdown/parse.ts';
import { toRichText } from '../../../src/platforms/slack/rich-text.ts';
import { objects } from '../../fakes/slack/json.ts';
import { pings, viewProblems } from '../../fakes/slack/rules/rules.ts';
import { NOBODY } from '../../fakes/slack/seen.ts';
import { blockMarkdown, inlineMarkdown } from '../../support/any-markdown.ts';
import { awkwardText } from '../../support/any-reply.ts';
import { has, lettersOf, styled } from '../../support/letters.ts';
import { runs } from '../../support/sample.ts';

const STYLES = { bold: 'b', italic: 'i', strike: 's', code: 'c' } as const;

/** An element's words with its styles in front, as `b:파드`; a link has its address behind it. */
const told = (element: object): string => {
  const { text, url, style }: { text?: string; url?: string; style?: Record<string, true> } = element;
  const marks = Object.entries(STYLES).flatMap(([name, mark]) => (style?.[name] ? [mark] : []));
  return `${marks.length > 0 ? `${marks.join('')}:` : ''}${text}${url === undefined ? '' : ` -> ${url}`}`;
};

interface Part {
  type: string;
  style?: string;
  indent?: number;
  offset?: number;
  elements: readonly object[];
}

const partsOf = (block: RichTextBlock | undefined): readonly Part[] => block?.elements ?? [];

/** The parts of a block, each in short; a list has its items, `1.` where it is numbered. */
const shown = (markdown: string, how?: 'quote'): string[] =>
  partsOf(toRichText(markdown, how)).flatMap(({ type, style, indent = 0, offset = 0, elements }) => {
    if (type !== 'rich_text_list') return [`${type.slice(10)} ${elements.map(told).join('|')}`];
    return elements.map((item, i) => {
      const mark = style === 'ordered' ? `${offset + i + 1}.` : '-';
      return `${'  '.repeat(indent)}${mark} ${objects(Object.entries(item)[1]?.[1]).map(told).join('|')}`;
    });
  });

test.each([
  ['bold beside a particle', '**파드(Pod)**가', ['section b:파드(Pod)|가']],
  ['marks in marks', '***가** 나* ~~다~~ **`라`**', ['section bi:가|i: 나| |s:다| |bc:라']],
  ['a soft break is a space, a hard one a line', '가\n나\\\n다', ['section 가 나|\n|다']],
  ['code over two lines is in one', '`a\n b`', ['section c:a b']],
  ['paragraphs and headings with an empty line between them', '# 가\n나\n\n다', ['section b:가|\n\n|나|\n\n|다']],
  ['entities and HTML', '가 &amp; <b>나</b>', ['section 가 & |<b>|나|</b>']],
  ['code keeps its lines', '```yaml\na: <1>\n\nb: 2\n```', ['preformatted a: <1>\n\nb: 2']],
  ['a list', '- 가\n- **나**\n  다', ['- 가', '- b:나| 다']],
  ['lists nest, and go on with their numbers', '1. 가\n   - 나\n2. 다', ['1. 가', '  - 나', '2. 다']],
  ['a list keeps the number it begins with', '3) 가\n4) 나', ['3. 가', '4. 나']],
  ['boxes are ticked or not', '- [ ] 가\n- [x] 나', ['- ☐ |가', '- ☑ |나']],
  ['code in a list', '- 가\n\n  ```\n  ls\n  ```', ['- 가|\n|c:ls']],
  ['a quote, and one in it', '> 가 **나**\n>> 다', ['quote 가 |b:나|\n|다']],
  ['a list in a quote', '> 가\n> 1. 나\n> 2. [ ] 다', ['quote 가|\n|1. |나|\n|2. |☐ |다']],
  ['a table of two columns', '| 이름 | 뜻 |\n|--|--|\n| 파드 | `단위` |', ['- b:파드|: |c:단위']],
  [
    'a table of more names them',
    '| a | b | c |\n|--|--|--|\n| 1 | 2 | 3 |\n|  | 4 |  |\n| | | |',
    ['- b:1|: |b|: |2| / |c|: |3', '- b|: |4'],
  ],
  ['a table of names alone', '| a | b |\n|--|--|', ['section a| / |b']],
  ['a footnote', '가[^1]\n\n[^1]: 나', ['section 가|[1]|\n\n|[1] |나']],
  ['a rule is nothing', '가\n\n---\n\n나', ['section 가|\n\n|나']],
  ['nothing', ' \n\n#\n\n```\n```', []],
])('%s', (_, markdown, expected) => {
  expect(shown(markdown)).toEqual(expected);
});

test('a quote is one, whatever stands in it', () => {
  expect(shown('가\n\n- 나\n\n> 다\n\n`라`', 'quote')).toEqual(['quote 가|\n|• |나|\n|다|\n|c:라']);
  expect(shown('***', 'quote')).toEqual([]);
});

describe('links lead to the web alone', () => {
  test.each([
    ['**[문서](https://k8s.example/a_b)**', 'section b:문서 -> https://k8s.example/a_b'],
    ['[](https://a.example)', 'section https://a.example -> https://a.example'],
    ['https://a.example/b_c 봐', 'section https://a.example/b_c -> https://a.example/b_c| 봐'],
    ['[가](javascript:alert(1))', 'section 가'],
    ['![그림](https://a.example/b.png)', 'section 그림 -> https://a.example/b.png'],
    ['![그림](b.png)![하나][z]\n\n[z]: https://a.example', 'section 그림|하나'],
  ])('%s', (markdown, expected) => {
    expect(shown(markdown)).toEqual([expected]);
  });
});

/** As lettersOf() has them; code is code in a block as well. */
const lettersIn = (part: object, code = ''): string[] => {
  const { type, elements, text, style }: Partial<Part> & { text?: string; style?: object } = part;
  const inner = type === 'rich_text_preformatted' ? 'c' : code;
  if (elements) return elements.flatMap((one) => lettersIn(one, inner));
  const marks = Object.entries(STYLES).flatMap(([name, mark]) => (style && name in style ? [mark] : []));
  const own = marks
    .filter((mark) => mark !== 'c')
    .toSorted()
    .join('');
  return styled(text ?? '', own + (inner === 'c' || marks.includes('c') ? 'c' : ''));
};

const BOLD_HEADINGS = { strong: 'b', heading: 'b', emphasis: 'i', delete: 's' };

/** What is written otherwise: links have one style, lists in quotes marks of their own, and so on. */
const isOther = (node: Nodes): boolean =>
  node.type === 'table' ||
  (node.type === 'link' && node.children.some(({ type }) => type !== 'text')) ||
  (node.type === 'blockquote' && has(node, ({ type }) => type === 'list' || type === 'heading')) ||
  (node.type === 'listItem' && has(node, ({ type }) => type === 'blockquote' || type === 'heading')) ||
  (node.type === 'listItem' &&
    node.children.some(({ type }, i) => type !== 'list' && node.children[i - 1]?.type === 'list')) ||
  (node.type === 'footnoteDefinition' && node.children.some(({ type }) => type !== 'paragraph'));

test.each([
  ['in a line', inlineMarkdown],
  ['in blocks', blockMarkdown],
] as const)('every letter has the marks that the course’s own parser gives it, %s', (_, any) => {
  fc.assert(
    fc.property(any, (markdown) => {
      const meant = parseMarkdown(markdown);
      fc.pre(!has(meant, isOther));
      const block = toRichText(markdown);
      expect(block ? lettersIn(block) : []).toEqual(lettersOf(meant, BOLD_HEADINGS));
    }),
    { numRuns: runs(1000) },
  );
});

test('whatever is written, Slack takes it in a view, nobody is called, and nothing is there for nothing', () => {
  const deep = fc.nat(12).map((depth) => Array.from({ length: depth }, (_, i) => `${'  '.repeat(i)}- 가`).join('\n'));
  const any = fc.oneof(awkwardText, inlineMarkdown, blockMarkdown, deep);
  fc.assert(
    fc.property(any, fc.constantFrom('text', 'quote'), (markdown, how) => {
      const block = toRichText(markdown, how);
      const blocks = objects(block ? [block] : []);
      expect(viewProblems({ type: 'home', blocks })).toEqual([]);
      expect(pings({ text: '', blocks })).toEqual(NOBODY);
      expect(JSON.stringify(blocks)).not.toMatch(/\\u(?:d[89a-f]|00[01]|202[a-e])/);
    }),
    { numRuns: runs(1000) },
  );
});
