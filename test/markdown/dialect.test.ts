import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { createChatMarkdown, quoted, webAddress } from '../../src/markdown/dialect.ts';
import { awkwardText } from '../support/any-reply.ts';

/** A dialect in which everything that is asked of one can be seen. */
const told = createChatMarkdown({
  plain: (text) => text,
  code: (text) => `{${text}}`,
  around: (mark, inner) => `<${mark} ${inner}>`,
  link: (words, url) => `[${words}](${url})`,
  fence: (language) => `fence ${language ?? 'none'}`,
  lineBreak: '↵',
  gap: (before, after) => `\n(${before}, ${after})\n`,
  note: (label, text) => `note ${label} ${text}`,
});

describe('a dialect is asked for', () => {
  test.each([
    ['what stands in code, bare', '`a` ``b`c``', '`{a}` `` {b`c} ``'],
    ['marks, outer ones last', '**가 *나* ~~다~~**', '<** 가 <* 나> <~~ 다>>'],
    ['a mark once, however often it is written', '**가 __나__**', '<** 가 나>'],
    ['no marks around nothing', '가**&nbsp;**나', '가\u00a0나'],
    ['a link’s words, written already', '[**가** 나](x) ![다](y)', '[<** 가> 나](x) [다](y)'],
    ['a line’s end', '가\\\n나', '가↵나'],
    [
      'what stands between two blocks',
      '# 가\n나\n\n- 다\n\n> 라',
      '### 가\n(heading, paragraph)\n나\n(paragraph, list)\n- 다\n(list, blockquote)\n> 라',
    ],
    ['nothing between what is shown and what is not', '가\n\n***\n\n나', '가\n(paragraph, paragraph)\n나'],
    ['a fence by its language', '```yaml\na\n```\n\n    b', 'fence yaml\n{a}\n```\n(code, code)\nfence none\n{b}\n```'],
    ['a footnote', '가[^a]\n\n[^a]: 나\n\n    다', '가[a]\n(paragraph, footnoteDefinition)\nnote [a] 나 다'],
  ])('%s', (_, markdown, expected) => {
    expect(told(markdown)).toBe(expected);
  });

  test('marks that meet, which would be longer ones, are kept apart', () => {
    const plainly = createChatMarkdown({
      plain: (text) => text,
      code: (text) => text,
      around: (mark, inner) => mark + inner + mark,
      link: (words, url) => `[${words}](${url})`,
      fence: () => '```',
      lineBreak: '\n',
      gap: () => '\n',
      note: (label) => label,
    });
    expect(plainly('**가**_나_~~다~~라**마**')).toBe('**가**\u2060*나*\u2060~~다~~라**마**');
    expect(plainly('가\\![나](x) 다! [라](x)')).toBe('가!\u2060[나](x) 다! [라](x)');
  });
});

describe('an address', () => {
  test.each<[string, string | undefined]>([
    ['https://k8s.example/a_b?c=d&e#f', 'https://k8s.example/a_b?c=d&e#f'],
    ['http://a.example/(b)*`<>|\\', 'http://a.example/%28b%29%2a%60%3c%3e%7c%5c'],
    ['https://예.example/가', 'https://예.example/가'],
    ...['javascript:alert(1)', 'ftp://a.example', '/b', '//a.example', 'https:a', 'https://', 'https://a b', ''].map(
      (url): [string, undefined] => [url, undefined],
    ),
    ['https://a.example/\u200bb', undefined],
    ['https://[a', undefined],
  ])('%j', (url, expected) => {
    expect(webAddress(url)).toBe(expected);
  });

  test('that may be followed is one of the web, and ends nowhere but at its end', () => {
    fc.assert(
      fc.property(fc.oneof(fc.webUrl({ withQueryParameters: true, withFragments: true }), awkwardText), (text) => {
        for (const url of [text, `https://a.example/${text}`]) {
          const address = webAddress(url);
          if (address === undefined) continue;
          expect(address).toMatch(/^https?:\/\/[^\s()<>*`|\\\p{C}]+$/u);
          expect(['http:', 'https:']).toContain(new URL(address).protocol);
        }
      }),
    );
  });
});

test('every line of what is quoted is in the quote, once', () => {
  fc.assert(
    fc.property(awkwardText, (text) => {
      const lines = quoted(text).split('\n');
      expect(lines).toHaveLength(text.split('\n').length);
      for (const line of lines) expect(line).toMatch(/^> /);
    }),
  );
  expect(quoted('가\n\n> 나')).toBe('> 가\n> \n> 나');
});
