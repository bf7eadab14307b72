import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import type { Block, Reply } from '../../../src/core/reply/blocks.ts';
import { fitReply } from '../../../src/core/reply/fit.ts';
import { anyReply } from '../../support/any-reply.ts';
import { textsOf } from '../../support/replies.ts';

const replyOf = (...blocks: Block[]): Reply => ({ visibility: 'caller', accent: 'info', blocks });
const text = (markdown: string): Block => ({ type: 'text', markdown });
const sizeOf = (reply: Reply): number => textsOf(reply).join('').length;

/** What is left of a reply where a message holds so many characters. */
const within = (most: number, reply: Reply): Reply =>
  fitReply(reply, (shown) => ({ message: shown, fits: sizeOf(shown) <= most }));

const SENTENCE = '파드는 가장 작은 단위예요.';

describe('a reply', () => {
  test('that fits is drawn once, as it is', () => {
    const reply = replyOf(text(SENTENCE));
    const drawn: Reply[] = [];
    const message = fitReply(reply, (shown) => ({ message: drawn.push(shown), fits: true }));
    expect([message, drawn]).toEqual([1, [reply]]);
  });

  test('that does not loses the end of its longest text, at a sentence, and nothing else', () => {
    const [title, short] = [{ type: 'heading', text: '파드' } as const, text(SENTENCE)];
    const long = text(`${SENTENCE} `.repeat(50).trim());
    const { blocks } = within(600, replyOf(title, short, long, { type: 'footer', text: '끝' }));
    expect(blocks).toHaveLength(4);
    expect([blocks[0], blocks[1], blocks[3]]).toEqual([title, short, { type: 'footer', text: '끝' }]);
    expect(textsOf(replyOf(...blocks.slice(2, 3)))[0]).toMatch(/^(?:파드는 가장 작은 단위예요\. )+…$/);
    expect(sizeOf(replyOf(...blocks))).toBeGreaterThan(300);
  });

  test('is cut in a quote as in a text, one after the other', () => {
    const quote: Block = { type: 'quote', markdown: `${SENTENCE} `.repeat(40) };
    const { blocks } = within(900, replyOf(text(`${SENTENCE} `.repeat(41)), quote));
    expect(blocks.map((block) => textsOf(replyOf(block))[0]?.endsWith(' …'))).toEqual([true, true]);
  });

  test.each([
    ['a table', `${'가나다라 '.repeat(9)}\n\n| a | b |\n|--|--|\n${'| 가나 | 다라 |\n'.repeat(30)}`],
    ['code', `${'가나다라 '.repeat(9)}\n\n${'```\nkubectl get pods\n```\n\n'.repeat(20)}`],
  ])('that is cut in %s says so on a line of its own', (_, markdown) => {
    for (let most = 100; most < 400; most += 7) {
      const [shown = ''] = textsOf(within(most, replyOf(text(markdown))));
      const last = shown.trimEnd().split('\n').at(-1);
      expect(last).toMatch(/…$/);
      expect(last).not.toMatch(/^ *(?:\||```).+…/);
    }
  });

  test('has its fields and options cut before any of them goes', () => {
    const fields: Block = { type: 'fields', fields: [{ name: '가', value: '나'.repeat(100) }] };
    const options = ['a', 'b'].map((value) => ({ value, label: value.repeat(70) }));
    const choice: Block = { type: 'choice', line: 'drill x', options, min: 1, max: 1, ordered: false, picked: [] };
    const { blocks } = within(200, replyOf(fields, choice));
    expect(textsOf(replyOf(...blocks))).toEqual([
      '가',
      `${'나'.repeat(39)}…`,
      `${'a'.repeat(39)}…`,
      `${'b'.repeat(39)}…`,
    ]);
    expect(blocks[1]).toMatchObject({ line: 'drill x', options: [{ value: 'a' }, { value: 'b' }] });
  });

  test('loses its last blocks where nothing else helps, and keeps the first', () => {
    const headings = Array.from({ length: 9 }, (_, i): Block => ({ type: 'heading', text: `제목 ${i}` }));
    expect(within(10, replyOf(...headings)).blocks).toEqual(headings.slice(0, 2));
    expect(within(0, replyOf(...headings)).blocks).toEqual(headings.slice(0, 1));
    expect(within(0, replyOf()).blocks).toEqual([]);
  });
});

test('whatever a reply holds, it ends up fitting or with one block, and is what it was where it fits', () => {
  fc.assert(
    fc.property(anyReply, fc.nat(400), (reply, most) => {
      const shown = within(most, reply);
      expect(sizeOf(shown) <= most || shown.blocks.length <= 1).toBe(true);
      if (sizeOf(reply) <= most) expect(shown).toEqual(reply);
      expect(shown.blocks.map(({ type }) => type)).toEqual(
        reply.blocks.slice(0, shown.blocks.length).map(({ type }) => type),
      );
    }),
  );
});
