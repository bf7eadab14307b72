import fc from 'fast-check';
import { fromMarkdown } from 'mdast-util-from-markdown';
import { gfmFromMarkdown } from 'mdast-util-gfm';
import { cjkFriendlyExtension } from 'micromark-extension-cjk-friendly';
import { gfm } from 'micromark-extension-gfm';
import { expect, test } from 'vitest';
import { parseMarkdown } from '../../src/markdown/parse.ts';

/** As the libraries read it where nothing is left out. */
const readWhole = (markdown: string) =>
  fromMarkdown(markdown, {
    extensions: [gfm(), cjkFriendlyExtension()],
    mdastExtensions: [gfmFromMarkdown()],
  });

/** Of what addresses, tables and what stands around them are made. */
const PIECES = [
  ...[
    'a',
    '파드',
    ' ',
    '\n',
    '\n\n',
    '. ',
    ', ',
    '_',
    '*',
    '**',
    '~',
    '`',
    '> ',
    '- ',
    '# ',
    '[',
    ']',
    '(',
    ')',
    '<',
    '>',
  ],
  ...['@', 'a@b.co', 'www.', 'www.a.kr', 'http', ':', '//', 'https://a.kr/b', 'mailto:', '&', '&#64;', '&amp;', '\\'],
  ...['|', '-', ':-', '-:', '---', '| a | b |\n', '|---|:-:|\n', 'a\n:-\n'],
];
const markdown = fc.array(fc.constantFrom(...PIECES), { maxLength: 24 }).map((pieces) => pieces.join(''));

test('addresses and tables are found as if they were tried everywhere', () => {
  fc.assert(
    fc.property(markdown, (text) => {
      expect(parseMarkdown(text)).toEqual(readWhole(text));
    }),
    { numRuns: 3000 },
  );
});

test.each([
  ['a table', '| 명령 | 뜻 |\n|---|---|\n| get | 보기 |', 'table'],
  ['a table of one column', 'get\n:-\n보기', 'table'],
  ['an address', 'https://kubernetes.io 를 보세요', 'link'],
  ['an address without a scheme', '자료는 www.kopo.ac.kr', 'link'],
  ['a person’s address', 'me@kopo.ac.kr 로', 'link'],
])('%s is found', (_, text, type) => {
  expect(JSON.stringify(parseMarkdown(text))).toContain(`"type":"${type}"`);
});
