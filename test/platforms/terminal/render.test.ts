import { stripVTControlCharacters } from 'node:util';
import fc from 'fast-check';
import stringWidth from 'string-width';
import { expect, test } from 'vitest';
import type { Block, Reply } from '../../../src/core/reply/blocks.ts';
import { COLUMNS } from '../../../src/platforms/terminal/limits.ts';
import { render } from '../../../src/platforms/terminal/render.ts';
import { anyReply } from '../../support/any-reply.ts';
import { runs } from '../../support/sample.ts';

const replyOf = (...blocks: Block[]): Reply => ({ visibility: 'caller', accent: 'info', blocks });
const plain = { columns: 40, colour: false, boxed: false };
const boxed = { columns: 40, colour: false, boxed: true };
const columns = fc.integer({ min: COLUMNS.narrowest, max: COLUMNS.widest });
const locale = fc.constantFrom('ko' as const, 'en' as const);
const CONTROL = /[^\P{Cc}\n]|[\u202a-\u202e\u2066-\u2069]/u;

test('whatever a reply holds, no line is wider than the terminal, and plain text has no escape codes', () => {
  fc.assert(
    fc.property(anyReply, columns, locale, (reply, width, language) => {
      const text = render(reply, { columns: width, colour: false, boxed: false }, language);
      expect(text).not.toMatch(CONTROL);
      for (const line of text.split('\n')) expect(stringWidth(line)).toBeLessThanOrEqual(width);
    }),
    { numRuns: runs(100) },
  );
});

test('whatever a reply holds, the right edge of its box is straight, in colour or not', () => {
  fc.assert(
    fc.property(anyReply, columns, fc.boolean(), locale, (reply, width, colour, language) => {
      const lines = render(reply, { columns: width, colour, boxed: true }, language).split('\n');
      for (const line of lines) expect(stringWidth(line)).toBe(width);
      for (const line of lines.slice(1, -1)) expect(stripVTControlCharacters(line)).toMatch(/^│ .* │$/su);
    }),
    { numRuns: runs(100) },
  );
});

test.each(['ൎ', '🏻', '파드 🏻', '👩‍👩‍👧', 'e\u0301'])('beside %s, too', (text) => {
  const reply: Reply = { visibility: 'caller', accent: 'info', blocks: [{ type: 'heading', text }] };
  const lines = render(reply, { columns: 32, colour: false, boxed: true }, 'ko').split('\n');
  expect(lines.map((line) => stringWidth(line))).toEqual([32, 32, 32]);
});

test('colour changes no letter: without it the same text is drawn', () => {
  fc.assert(
    fc.property(anyReply, columns, (reply, width) => {
      // Where there is no colour, backticks tell code, and lines (of a quote, too) may break elsewhere.
      const marks = (text: string): string => text.replace(/[`\s│┃]/gu, '');
      const drawn = render(reply, { columns: width, colour: true, boxed: true }, 'ko');
      const bare = render(reply, { columns: width, colour: false, boxed: true }, 'ko');
      expect(marks(stripVTControlCharacters(drawn))).toBe(marks(bare));
    }),
  );
});

test('of what may be chosen in a menu no letter is parted from its option where a line ends', () => {
  const menu = (label: string, ...options: string[]) => ({
    label,
    options: options.map((one, i) => ({ value: 'abcd'[i] ?? '', label: one })),
  });
  const menus = [menu('①', 'Volume', 'PersistentVolumeClaim', 'PersistentVolume'), menu('②', 'size', 'storage')];
  const text = render(replyOf({ type: 'menus', line: 'drill p q', menus, picked: [] }), plain, 'ko');
  expect(text.split('\n').slice(0, 4)).toEqual([
    '①   가. Volume',
    '나. PersistentVolumeClaim',
    '다. PersistentVolume',
    '②   가. size   나. storage',
  ]);
});

test('wide Hangul ends at the same column as everything else', () => {
  const text = render(
    replyOf(
      { type: 'heading', text: '파드', aside: 'Pod' },
      { type: 'text', markdown: '| 이름 | 뜻 |\n|--|--|\n| 파드 | 가장 작은 단위 |\n| node | 서버 |' },
    ),
    boxed,
    'ko',
  );
  expect(text.split('\n')).toEqual([
    '╭──────────────────────────────────────╮',
    '│ 파드 · Pod                           │',
    '│                                      │',
    '│ 이름 │ 뜻                            │',
    '│ ─────┼───────────────                │',
    '│ 파드 │ 가장 작은 단위                │',
    '│ node │ 서버                          │',
    '╰──────────────────────────────────────╯',
  ]);
});

test('what can be pressed is numbered through the reply; short buttons share a line', () => {
  const text = render(
    replyOf(
      {
        type: 'choice',
        line: 'x',
        min: 1,
        max: 1,
        ordered: false,
        picked: [],
        options: [
          { value: 'a', label: '가'.repeat(20) },
          { value: 'b', label: '나' },
        ],
      },
      {
        type: 'buttons',
        buttons: [
          { label: '파드', line: 'ask pod' },
          { label: '노드', line: 'ask node' },
          { label: '다'.repeat(16), line: 'z' },
        ],
      },
    ),
    plain,
    'ko',
  );
  expect(text.split('\n')).toEqual([
    `[1] ${'가'.repeat(18)}`,
    '    가가',
    '[2] 나',
    '[3] 모르겠어요',
    '번호를 입력해 주세요.',
    '',
    '[4] 파드   [5] 노드',
    `[6] ${'다'.repeat(16)}`,
  ]);
});

test('steps of an order that were picked show their place', () => {
  const options = ['가', '나', '다'].map((label, i) => ({ value: 'abc'[i] ?? '', label }));
  const text = render(
    replyOf({ type: 'choice', line: 'x', min: 3, max: 3, ordered: true, picked: ['c', 'a'], options }),
    { ...plain, columns: 80 },
    'en',
  );
  expect(text).toBe('[1] 가 (2)\n[2] 나\n[3] 다 (1)\n[4] I do not know\nType all the numbers in order, e.g. 2 1 3');
});

test('code keeps its indentation, a tab is drawn as wide as it counts, and escape codes in content do nothing', () => {
  const markdown = '```yaml\nspec:\n\tcontainers:\n  - name: "\u001b[31mweb\u001b[2J"\r\n```';
  expect(render(replyOf({ type: 'text', markdown }), plain, 'ko')).toBe(
    '▏ spec:\n▏     containers:\n▏   - name: "web"',
  );
});

test.each([
  ['an entity', '파드&#27;[31m&#x9b;1m&#8238;&#7;'],
  ['a link', '[파드](<http://x&#27;]0;a&#7;\u202e>)'],
  ['an image', '![파드&#27;&#10;&#8294;](x)'],
  ['code in a sentence', '`파드\u202e\u0007`'],
  ['a block of code', '```\n파드\u202e\u2066\u0000\n```'],
  ['HTML', '<b>파드\u202e\u009b</b>'],
  ['a table', '| 파드&#27; | ![x&#10;y](z) |\n|--|--|\n| &#8238; | `&#27;` |'],
])('%s cannot bring an order to the terminal, nor turn words around', (_, markdown) => {
  for (const type of ['text', 'quote'] as const) {
    const text = render(replyOf({ type, markdown }), boxed, 'ko');
    expect(text).toContain('파드');
    expect(text).not.toMatch(CONTROL);
    for (const line of text.split('\n')) expect(stringWidth(line)).toBe(40);
  }
});

test('the main button tells that Enter presses it, and no other does', () => {
  const buttons = [
    { label: '파드', line: 'ask pod' },
    { label: '다음', line: 'drill x', primary: true },
  ];
  expect(render(replyOf({ type: 'buttons', buttons }), plain, 'ko')).toBe('[1] 파드   [2] 다음 ⏎');
});

test('paragraphs of a quote have a line between them', () => {
  expect(render(replyOf({ type: 'quote', markdown: '가\n\n나' }), plain, 'ko')).toBe('┃ 가\n┃\n┃ 나');
});

test('an empty reply is an empty box, not an error', () => {
  expect(render(replyOf(), plain, 'ko')).toBe('');
  expect(render(replyOf({ type: 'text', markdown: '' }), boxed, 'ko').split('\n')).toHaveLength(2);
});
