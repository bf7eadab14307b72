import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import fc from 'fast-check';
import { expect, test } from 'vitest';
import { anyText } from '../support/any.ts';
import { blockOf, buttonsOf, excesses, textsOf } from '../support/replies.ts';
import { runs } from '../support/sample.ts';
import { botOf, COURSE, ROOT, student } from '../support/world.ts';

const { bot, world, logged } = await botOf([COURSE]);
const english = { ...student, locale: 'en' } as const;
const HANGUL = /\p{Script=Hangul}/u;

/** Lines that a text gives to be tried, in backticks. */
const tried = (text: string): string[] => Array.from(text.matchAll(/`([^`]+)`/g), ([, line]) => line ?? '');

test('where nothing fits well, at most five things are offered, and each answers', async () => {
  const queries = readFileSync(join(ROOT, 'test/search/queries.jsonl'), 'utf8')
    .trim()
    .split('\n')
    .map((line): { query: string } => JSON.parse(line));
  let offers = 0;
  for (const { query } of [...queries, { query: 'deploy feels strange somehow' }]) {
    const reply = await bot.dispatch(`/k8s ${query}`, student);
    expect(excesses(reply), query).toEqual([]);
    // Small talk is answered without a heading.
    if (reply.blocks[0]?.type !== 'heading' || reply.blocks[0].text !== '혹시 이걸 찾으셨나요?') continue;
    offers++;
    expect(buttonsOf(reply).length).toBeGreaterThanOrEqual(1);
    expect(buttonsOf(reply).length).toBeLessThanOrEqual(5);
    for (const { line, label } of buttonsOf(reply)) {
      const answer = blockOf(await bot.dispatch(line, student), 'heading').text;
      expect(label.replace('📖 ', '')).toBe(answer);
    }
  }
  expect(offers).toBeGreaterThan(0);
  expect(logged).toEqual([]);
});

test.each([student, english])(
  'where nothing fits, three things to try are given, and all work ($locale)',
  async (caller) => {
    for (const line of ['떡볶이 맛집 추천', '/k8s asdfqwerzxcv', '/k8s 🍜', '/k8s ???']) {
      const reply = await bot.dispatch(line, caller);
      const { markdown } = blockOf(reply, 'text');
      expect(reply.accent, line).toBe('warning');
      expect(markdown.match(/^\d\. /gm)).toEqual(['1. ', '2. ', '3. ']);
      const lines = [...tried(markdown), ...buttonsOf(reply).map((button) => button.line)];
      expect(lines).toHaveLength(5);
      for (const one of lines) expect((await bot.dispatch(one, caller)).accent, one).toBe('info');
    }
  },
);

test.each(['/k8s', '/k8s   ', '/k8s ""', '/K8S \u200b'])(
  '%j says what to write, with examples that work',
  async (line) => {
    const reply = await bot.dispatch(line, student);
    expect(reply.accent).toBe('warning');
    const [first, ...examples] = tried(textsOf(reply).join(''));
    expect(first).toBe('/k8s');
    expect(examples.length).toBeGreaterThan(0);
    for (const example of examples) expect((await bot.dispatch(example, student)).accent).toBe('info');
  },
);

test('English answers have no Korean apart from the name beside their own, also among other names', async () => {
  const lines = [
    ...world.course().terms.keys(),
    ...world.course().sections.keys(),
    'difference between pod and node',
    'asdfqwerzxcv',
  ];
  for (const line of [...lines, 'deploy feels strange somehow']) {
    const { blocks } = await bot.dispatch(`/k8s ${line}`, english);
    const plain = blocks.map((block) => {
      if (block.type === 'heading') return block.text;
      if (block.type === 'picture') return { ...block, aside: undefined };
      return block;
    });
    expect(JSON.stringify(plain), line).not.toMatch(HANGUL);
  }
});

test('no question is a bug or breaks the limits, whatever it is made of', async () => {
  const words = fc.constantFrom(
    '파드',
    '노드',
    '차이',
    'service',
    '뭐야',
    'ㅔㅐㅇ',
    'ㅋㅂ',
    '``',
    '"',
    'vs',
    '#',
    'why-kubernetes#terms',
    '\ud83d',
  );
  const anything = fc.oneof(
    anyText,
    fc.array(words, { maxLength: 12 }).map((list) => list.join(' ')),
  );
  await fc.assert(
    fc.asyncProperty(anything, fc.constantFrom('', '/k8s ', '/'), async (text, start) => {
      expect(excesses(await bot.dispatch(start + text, student))).toEqual([]);
      expect(logged).toEqual([]);
    }),
    { numRuns: runs(300) },
  );
  expect(excesses(await bot.dispatch(`/k8s ${'파드 '.repeat(200_000)}`, student))).toEqual([]);
});
