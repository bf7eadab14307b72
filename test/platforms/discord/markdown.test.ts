import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { quoted } from '../../../src/markdown/dialect.ts';
import { escapeText, toDiscord } from '../../../src/platforms/discord/markdown.ts';
import { awkwardText } from '../../support/any-reply.ts';
import { runs } from '../../support/sample.ts';

/** Zero-width: stands between two backticks. */
const Z = '\u200b';

test.each([
  ['bold and italic beside a particle', '**파드(Pod)**가 *노드*에 ~~안~~ 떠요', '**파드(Pod)**가 *노드*에 ~~안~~ 떠요'],
  ['marks of other kinds become Discord’s', '__굵게__ _기울게_', '**굵게** *기울게*'],
  ['italic within bold', '***파드***', '***파드***'],
  ['bold within bold is bold once', '**가 __나__ 다**', '**가 나 다**'],
  ['code in a sentence', '이제 `kubectl get po -A`', '이제 `kubectl get po -A`'],
  ['code with a backtick', '``a`b``', '`` a`b ``'],
  ['code with three backticks', '```` a```b ````', `\`\` a\`${Z}\`${Z}\`b \`\``],
  ['a soft break is a space', '가\n나', '가 나'],
  ['a hard break is a line', '가\\\n나  \n다', '가\n나\n다'],
  ['paragraphs stay apart', '가\n\n나', '가\n\n나'],
  ['headings of every level are small', '# 가\n## 나 **b**\n###### 다', '### 가\n### 나 **b**\n### 다'],
  ['a heading without words is nothing', '#\n\n가', '가'],
  ['a rule is nothing', '가\n\n---\n\n나', '가\n\n나'],
  ['an entity is what it stands for', '가 &mdash; 나 &amp; 다&nbsp;라', '가 — 나 & 다\u00a0라'],
  ['HTML is text', '<b>가</b> &lt;i&gt;', '\\<b\\>가\\</b\\> \\<i\\>'],
  ['a block of HTML is text', '<div>\n가\n</div>', '\\<div\\> 가 \\</div\\>'],
  ['nothing is nothing', ' \n', ''],
])('%s', (_, markdown, expected) => {
  expect(toDiscord(markdown)).toBe(expected);
});

test.each([
  ['a list after its paragraph', '가\n\n- 나\n- 다', '가\n- 나\n- 다'],
  ['lists nest', '- 가\n  1. 나\n     - 다\n- 라', '- 가\n  1. 나\n     - 다\n- 라'],
  ['a list keeps the number it begins with', '3) 가\n4) 나', '3. 가\n4. 나'],
  ['boxes are ticked or not', '- [ ] 가\n- [x] 나', '- ☐ 가\n- ☑ 나'],
  ['code in a list stands under its mark', '- 가\n\n  ```sh\n  ls\n  ```', '- 가\n  ```sh\n  ls\n  ```'],
  ['a quote', '> 가 **나**\n> 다', '> 가 **나** 다'],
  ['paragraphs of a quote', '> 가\n>\n> 나', '> 가\n> \n> 나'],
  ['a quote in a quote is one', '> 가\n>> 나\n>>> 다', '> 가\n> \n> 나\n> \n> 다'],
  [
    'a table of two columns',
    '| 이름 | 뜻 |\n|--|--|\n| 파드 | 단위 |\n| **노드** | `n` |',
    '- **파드**: 단위\n- **노드**: `n`',
  ],
  [
    'a table of more names them',
    '| a | b | c |\n|--|--|--|\n| 1 | 2 | 3 |\n|  | 4 |  |',
    '- **1**: b: 2 / c: 3\n- b: 4',
  ],
  ['a table of names alone', '| a | b |\n|--|--|', 'a / b'],
  ['code keeps its lines', '가\n\n```yaml\na: 1\n\n  b: 2\n```\n\n나', '가\n```yaml\na: 1\n\n  b: 2\n```\n나'],
  ['code with a fence in it', '~~~~\n````\n~~~~', `\`\`\`\n\`${Z}\`${Z}\`${Z}\`\n\`\`\``],
  ['a language that is none', '``` a`b{}\nx', '\\`\\`\\` a\\`b{} x'],
  ['code without a line is nothing', '```\n```\n가', '가'],
  ['a footnote is a line in small print', '가[^1]\n\n[^1]: 나 **다**', '가\\[1\\]\n\n-# \\[1\\] 나 **다**'],
])('%s', (_, markdown, expected) => {
  expect(toDiscord(markdown)).toBe(expected);
});

describe('links lead to the web alone, and where they say', () => {
  test.each([
    ['[문서](https://k8s.example/ko_kr)', '[문서](https://k8s.example/ko_kr)'],
    ['[**굵은** 글](http://a.example)', '[**굵은** 글](http://a.example)'],
    ['[가](https://a.example/b_(c)*)', '[가](https://a.example/b_%28c%29%2a)'],
    ['<https://k8s.example>를', '<https://k8s.example>를'],
    ['https://k8s.example/a_b 봐', '<https://k8s.example/a_b> 봐'],
    ['[https://bank.example](https://evil.example)', '<https://evil.example>'],
    ['[](https://a.example)', '<https://a.example>'],
    ['[가](javascript:alert(1)) [나](/b) [다](ftp://a.example) [라](<https://a b>)', '가 나 다 라'],
    ['![그림](https://a.example/b.png)', '[그림](https://a.example/b.png)'],
    ['![](https://a.example/b.png)', '<https://a.example/b.png>'],
    ['![가_나&#10;다](b.png)', '가\\_나 다'],
    ['[가][x] ![나][x]\n\n[x]: https://a.example', '가 나'],
  ])('%s', (markdown, expected) => {
    expect(toDiscord(markdown)).toBe(expected);
  });
});

test.each([
  ['*a* _b_ ~~c~~ `d` ||e||', '\\*a\\* \\_b\\_ \\~\\~c\\~\\~ \\`d\\` \\|\\|e\\|\\|'],
  ['[a](b) <@1> <#2> <t:3>', '\\[a\\](b) \\<@1\\> \\<#2\\> \\<t:3\\>'],
  ['# a\n## b\n### c\n-# d\n#e #### f', '\\# a\n\\## b\n\\### c\n\\-# d\n#e #### f'],
  ['- a\n  + b\n-c', '\\- a\n  \\+ b\n-c'],
  ['1. a\n 20) b\n1.5', '1\\. a\n 20\\) b\n1.5'],
  ['> a\n>>> b', '\\> a\n\\>\\>\\> b'],
  ['\\*', '\\\\\\*'],
])('plain text %j has no marks for Discord', (text, expected) => {
  expect(escapeText(text)).toBe(expected);
});

test('every line of what is quoted is in the quote', () => {
  expect(quoted('가\n\n> 나')).toBe('> 가\n> \n> 나');
});

/** As Discord reads it (Markdown Text 101): a backslash before a mark shows the mark. */
const readBack = (text: string): string => text.replace(/\\([^0-9A-Za-z\s])/g, '$1');
const UNMARKED = /^(?:\\[^0-9A-Za-z\s]|[^\\*_~|`[\]<>])*$/;
const STARTS = /^\s*(?:#{1,3}|-#|[-+*]|\d+\.)\s/m;
const spaced = fc
  .oneof(awkwardText, fc.string(), fc.string({ unit: fc.constantFrom(...'#-+1.) *_~`|[]<>\\가a\n') }))
  .map((text) => text.replace(/\p{Cc}/gu, (control) => (control === '\n' ? control : '')));

test('any plain text reads back as it was, and none of it is a mark', () => {
  fc.assert(
    fc.property(spaced, (text) => {
      expect(readBack(escapeText(text))).toBe(text);
      expect(escapeText(text)).toMatch(UNMARKED);
      expect(escapeText(text)).not.toMatch(STARTS);
    }),
    { numRuns: runs(1000) },
  );
});

test('whatever Markdown shows as plain words, Discord shows as the same words', () => {
  fc.assert(
    fc.property(spaced, (text) => {
      // Addresses become links even where their marks are escaped.
      const words = text
        .toWellFormed()
        .replace(/[\s\u202a-\u202e\u2066-\u2069]+/g, ' ')
        .replace(/:\/\/|@|www\./gi, '')
        .trim();
      const literal = words.replace(/[!-/:-@[-`{-~]/g, '\\$&');
      expect(readBack(toDiscord(literal))).toBe(words);
    }),
    { numRuns: runs(1000) },
  );
});

test('any Markdown gives text whose code ends, without control codes or half characters', () => {
  fc.assert(
    fc.property(awkwardText, (markdown) => {
      const text = toDiscord(markdown);
      expect(text.split('```').length % 2).toBe(1);
      expect(text).not.toMatch(/[^\P{Cc}\n]|[\u202a-\u202e\u2066-\u2069]/u);
      expect(text.isWellFormed()).toBe(true);
      expect(text).toBe(text.trim());
    }),
    { numRuns: runs(1000) },
  );
});
