import fc from 'fast-check';
import type { Nodes } from 'mdast';
import { describe, expect, test } from 'vitest';
import { oneLine, withoutControls } from '../../../src/language/normalize.ts';
import { parseMarkdown } from '../../../src/markdown/parse.ts';
import { escapeText, toSlack, withoutPings } from '../../../src/platforms/slack/markdown.ts';
import { pings } from '../../fakes/slack/rules/rules.ts';
import { NOBODY } from '../../fakes/slack/seen.ts';
import { blockMarkdown, inlineMarkdown } from '../../support/any-markdown.ts';
import { awkwardText } from '../../support/any-reply.ts';
import { has, lettersOf, strictly } from '../../support/letters.ts';
import { runs } from '../../support/sample.ts';

/** Zero-width: stands in a call, and between two backticks. */
const Z = '\u200b';
/** A word joiner: stands between a mark and a sign. */
const J = '\u2060';

test.each([
  ['bold and italic beside a particle', '**파드**가 *노드*에 ~~안~~ 떠요', '**파드**가 *노드*에 ~~안~~ 떠요'],
  ['bold that ends in a sign', '**파드(Pod)**가', `**파드(Pod)${J}**가`],
  ['bold beside spaces', '(**(가)** **나.**\n**“다”** 라**.**', `(**${J}(가)** **나.** **“다”** 라**${J}.**`],
  ['bold that begins with a sign', '이건**“파드”**예요', `이건**${J}“파드”${J}**예요`],
  ['bold code', '**`kubectl`**로', `**\`kubectl\`${J}**로`],
  ['marks of other kinds become asterisks', '__굵게__ _기울게_', '**굵게** *기울게*'],
  ['italic within bold', '**가 _나_ 다**', '**가 *나* 다**'],
  ['bold within bold is bold once', '**가 __나__ 다**', '**가 나 다**'],
  ['marks that meet stay apart', '**가**_나_**다**', `**가**${J}*나*${J}**다**`],
  [
    'a link behind an exclamation mark is no picture',
    '가요\\![문서](https://a.example)',
    `가요!${J}[문서](https://a.example)`,
  ],
  ['code in a sentence', '이제 `kubectl get po -A`', '이제 `kubectl get po -A`'],
  ['code over two lines', '- `a\n  ===` 나', '- `a ===` 나'],
  ['codes that meet stay apart', '*`a`_`b`_*', `*\`a\`${J}\`b\`*`],
  ['code with a backtick', '``a`b``', '`` a`b ``'],
  ['code with three backticks', '```` a```b ````', `\`\` a\`${Z}\`${Z}\`b \`\``],
  ['a soft break is a space', '가\n나', '가 나'],
  ['a hard break is a line', '가\\\n나  \n다', '가  \n나  \n다'],
  ['paragraphs stay apart', '가\n\n나', '가\n\n나'],
  ['headings of every level are small', '# 가\n## 나 **b**\n###### 다', '### 가\n\n### 나 **b**\n\n### 다'],
  ['a heading without words is nothing', '#\n\n가', '가'],
  ['a rule is nothing', '가\n\n---\n\n나', '가\n\n나'],
  ['Slack’s three signs are entities', '가 &mdash; 나 &amp; 다 < 라 > 마', '가 — 나 &amp; 다 &lt; 라 &gt; 마'],
  ['HTML is text', '<b>가</b> &lt;i&gt;', '&lt;b&gt;가&lt;/b&gt; &lt;i&gt;'],
  ['what looks like marks is text', '\\*a\\* 1\\. \\# \\[x]', '\\*a\\* 1. \\# \\[x\\]'],
  ['nothing is nothing', ' \n', ''],
])('%s', (_, markdown, expected) => {
  expect(toSlack(markdown)).toBe(expected);
});

test.each([
  ['a list after its paragraph', '가\n\n- 나\n- 다', '가\n\n- 나\n- 다'],
  ['lists nest', '- 가\n  1. 나\n     - 다\n- 라', '- 가\n  1. 나\n     - 다\n- 라'],
  ['a list keeps the number it begins with', '3) 가\n4) 나', '3. 가\n4. 나'],
  ['boxes are ticked or not', '- [ ] 가\n- [x] 나', '- ☐ 가\n- ☑ 나'],
  ['code in a list stands under its mark', '- 가\n\n  ```sh\n  ls\n  ```', '- 가\n  ```\n  ls\n  ```'],
  ['a quote', '> 가 **나**\n> 다', '> 가 **나** 다'],
  ['paragraphs of a quote', '> 가\n>\n> 나', '> 가\n> \n> 나'],
  ['a quote in a quote is one', '> 가\n>> 나\n>>> 다', '> 가\n> \n> 나\n> \n> 다'],
  [
    'a table of two columns is a list',
    '| 이름 | 뜻 |\n|--|--|\n| 파드(Pod) | 단위 |\n| **노드** | `n` |',
    `- **파드(Pod)${J}**: 단위\n- **노드**: \`n\``,
  ],
  [
    'a table of more names them',
    '| a | b | c |\n|--|--|--|\n| 1 | 2 | 3 |\n|  | 4 |  |',
    '- **1**: b: 2 / c: 3\n- b: 4',
  ],
  ['a table of names alone', '| a | b |\n|--|--|', 'a / b'],
  [
    'code keeps its lines and its signs, and names no language, which Slack would show',
    '가\n\n```yaml\na: <1>\n\n  b: 2 & 3\n```\n\n나',
    '가\n\n```\na: <1>\n\n  b: 2 & 3\n```\n\n나',
  ],
  ['code with a fence in it', '~~~~\n````\n~~~~', `\`\`\`\n\`${Z}\`${Z}\`${Z}\`\n\`\`\``],
  ['code without a line is nothing', '```\n```\n가', '가'],
  ['a footnote is a line', '가[^1]\n\n[^1]: 나 **다**', '가\\[1\\]\n\n\\[1\\] 나 **다**'],
])('%s', (_, markdown, expected) => {
  expect(toSlack(markdown)).toBe(expected);
});

describe('links lead to the web alone, and where they say', () => {
  test.each([
    ['[문서](https://k8s.example/ko_kr?a=1&b=2)', '[문서](https://k8s.example/ko_kr?a=1&b=2)'],
    ['[**굵은** 글](http://a.example)', '[**굵은** 글](http://a.example)'],
    ['[가](https://a.example/b_(c)*)', '[가](https://a.example/b_%28c%29%2a)'],
    ['<https://k8s.example/a_b>를', '[https://k8s.example/a\\_b](https://k8s.example/a_b)를'],
    ['https://k8s.example/a_b 봐', '[https://k8s.example/a\\_b](https://k8s.example/a_b) 봐'],
    ['[](https://a.example/[b_c)', '[https://a.example/\\[b\\_c](https://a.example/[b_c)'],
    ['[가](javascript:alert(1)) [나](/b) [다](ftp://a.example) [라](<https://a b>)', '가 나 다 라'],
    ['![그림](https://a.example/b.png)', '[그림](https://a.example/b.png)'],
    ['![](https://a.example/b.png)', '[https://a.example/b.png](https://a.example/b.png)'],
    ['![가_나&#10;다](b.png)', '가\\_나 다'],
    ['[가](https://a.example/@here)', '[가](https://a.example/%40here)'],
    ['[가][x] ![나][x]\n\n[x]: https://a.example', '가 나'],
  ])('%s', (markdown, expected) => {
    expect(toSlack(markdown)).toBe(expected);
  });
});

/** What a strict parser cannot give back, whatever is written: other forms, and addresses that make links of themselves. */
const isOther = (node: Nodes): boolean =>
  node.type === 'table' ||
  (node.type === 'listItem' && node.children.slice(0, 1).flatMap((child) => lettersOf(child)).length === 0) ||
  (node.type === 'blockquote' && has(node, ({ type }) => type === 'code')) ||
  (node.type === 'footnoteDefinition' && node.children.some(({ type }) => type !== 'paragraph')) ||
  ((node.type === 'text' || node.type === 'html') && node.value.includes('://'));

test.each([
  ['in a line', inlineMarkdown],
  ['in blocks', blockMarkdown],
] as const)('a strict reader sees each letter with its marks as the course’s own parser does, %s', (_, any) => {
  fc.assert(
    fc.property(any, (markdown) => {
      const meant = parseMarkdown(markdown);
      fc.pre(!has(meant, isOther));
      expect(lettersOf(strictly(toSlack(markdown)))).toEqual(lettersOf(meant));
    }),
    { numRuns: runs(400) },
  );
});

const CALLS = [
  '<!here>',
  '<!channel|채널>',
  '<@U12AB>',
  '<!subteam^S1>',
  '<#C1>',
  '@here',
  '@channel',
  '@everyone',
  '@Here',
];
const calling = fc
  .array(
    fc.oneof(
      fc.constantFrom(...CALLS),
      fc.constantFrom(...CALLS, '_', '`', '```\n', '&lt;', '\\', '가', ' '),
      awkwardText,
    ),
    {
      maxLength: 8,
    },
  )
  .map((parts) => parts.join(''));

test('whatever is written, nobody is called: not by text, code, links, or the words alone', () => {
  fc.assert(
    fc.property(calling, (text) => {
      const blocks = [
        { type: 'markdown', text: toSlack(withoutControls(text)) },
        {
          type: 'markdown',
          text: toSlack(`[${oneLine(text)}](https://a.example/${oneLine(text).replaceAll(' ', '')})`),
        },
        { type: 'mrkdwn', text: escapeText(text) },
      ];
      expect(pings({ text: escapeText(text), blocks })).toEqual(NOBODY);
      expect(withoutPings(withoutPings(text))).toBe(withoutPings(text));
    }),
    { numRuns: runs(500) },
  );
});

test('any Markdown gives text whose code ends, without control codes or half characters', () => {
  fc.assert(
    fc.property(awkwardText, (markdown) => {
      const text = toSlack(withoutControls(markdown));
      expect(text.split('```').length % 2).toBe(1);
      expect(text).not.toMatch(/[^\P{Cc}\n]|[\u202a-\u202e\u2066-\u2069]/u);
      expect(text.isWellFormed()).toBe(true);
      expect(text).toBe(text.trim());
    }),
    { numRuns: runs(400) },
  );
});

test('a line for a name or a label has no line ends, controls or half characters', () => {
  expect(oneLine(' 파드\t \r\n(Pod)\u0007 \u202e ')).toBe('파드 (Pod)');
  fc.assert(
    fc.property(awkwardText, (text) => {
      expect(oneLine(text)).not.toMatch(/\p{Cc}|\s\s|^\s|\s$|[\u202a-\u202e\u2066-\u2069]/u);
      expect(oneLine(text).isWellFormed()).toBe(true);
    }),
  );
});
