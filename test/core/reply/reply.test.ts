import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import type { Block, Picture, Reply } from '../../../src/core/reply/blocks.ts';
import { button } from '../../../src/core/reply/builders.ts';
import { altOf, inWords } from '../../../src/core/reply/drawable.ts';
import { LIMITS } from '../../../src/core/reply/limits.ts';
import { withinLimits } from '../../../src/core/reply/within-limits.ts';
import { truncate } from '../../../src/language/truncate.ts';
import { anyText } from '../../support/any.ts';
import { anyReply } from '../../support/any-reply.ts';
import { buttonsOf, excesses } from '../../support/replies.ts';

describe('clip', () => {
  test('leaves a text that fits, to the last character', () => {
    expect(truncate('파드와 노드', 6)).toBe('파드와 노드');
    expect(truncate('', 6)).toBe('');
  });

  test('cuts at the end of a word where one is near', () => {
    expect(truncate('the smallest unit of scheduling', 25)).toBe('the smallest unit of…');
    expect(truncate('파드는 노드에서 돌아가는 단위예요', 11)).toBe('파드는 노드에서…');
  });

  test('cuts a long word rather than most of the text', () => {
    expect(truncate('a bcdefghijklmnop', 10)).toBe('a bcdefgh…');
  });

  test('counts an emoji as one and never cuts it in two', () => {
    expect(truncate('🍱🍱🍱🍱', 4)).toBe('🍱🍱🍱🍱');
    expect(truncate('🍱🍱🍱🍱', 3)).toBe('🍱🍱…');
  });

  test('never gives more than was asked for, and only what the text began with', () => {
    fc.assert(
      fc.property(anyText, fc.integer({ min: 1, max: 40 }), (text, max) => {
        const cut = truncate(text, max);
        expect(Array.from(cut).length).toBeLessThanOrEqual(max);
        expect(cut === text || (cut.endsWith('…') && text.startsWith(cut.slice(0, -1)))).toBe(true);
      }),
    );
  });
});

describe('button', () => {
  test('runs the line that it was given', () => {
    expect(button('파드', 'k8s pod')).toEqual({ label: '파드', line: 'k8s pod' });
  });

  test('cuts a label that no platform could show', () => {
    expect(Array.from(button('가'.repeat(200), 'k8s pod').label)).toHaveLength(LIMITS.label);
  });

  test('refuses a line that every platform would refuse, and says which', () => {
    expect(button('x', '🍱'.repeat(LIMITS.line)).line).toBe('🍱'.repeat(LIMITS.line));
    expect(() => button('x', `k8s ${'a'.repeat(LIMITS.line)}`)).toThrow(/100.*k8s aaa/);
  });
});

describe('a picture in words', () => {
  const box = { type: 'box', label: '앱' } as const;
  const card: Picture = {
    type: 'picture',
    title: '파드',
    aside: 'Pod',
    text: '묶음이에요.',
    quote: '가방이에요.',
    diagram: { alt: '노드에 *파드* 하나가 있어요.', figure: { type: 'group', way: 'row', items: [box] } },
    foot: '카드',
  };

  test('tells its diagram, and all that is written on it', () => {
    expect(altOf(card)).toBe('파드 · Pod — 묶음이에요. — 노드에 *파드* 하나가 있어요. — 가방이에요. — 카드');
    expect(inWords(card)).toEqual([
      { type: 'heading', text: '파드', aside: 'Pod' },
      { type: 'text', markdown: '**묶음이에요.**' },
      { type: 'text', markdown: '노드에 \\*파드\\* 하나가 있어요.' },
      { type: 'quote', markdown: '가방이에요.' },
      { type: 'footer', text: '카드' },
    ]);
  });

  test('is short where there is little to tell', () => {
    const bare: Picture = { type: 'picture', title: '파드', text: '묶음이에요.', foot: '' };
    expect(altOf(bare)).toBe('파드 — 묶음이에요.');
    expect(inWords(bare).map(({ type }) => type)).toEqual(['heading', 'text', 'footer']);
  });
});

describe('within limits', () => {
  const kept = (...blocks: Block[]): readonly Block[] =>
    withinLimits({ visibility: 'caller', accent: 'info', blocks }).blocks;
  const long = '가나 '.repeat(2000);

  test('texts are cut to what every platform shows', () => {
    const texts = kept(
      { type: 'heading', text: long, aside: long },
      { type: 'text', markdown: long },
      { type: 'quote', markdown: long },
      { type: 'fields', fields: [{ name: long, value: long }] },
      { type: 'footer', text: long },
    );
    const { heading, text, field } = LIMITS;
    expect(texts).toEqual([
      { type: 'heading', text: truncate(long, heading), aside: truncate(long, heading) },
      { type: 'text', markdown: truncate(long, text) },
      { type: 'quote', markdown: truncate(long, text) },
      { type: 'fields', fields: [{ name: truncate(long, heading), value: truncate(long, field) }] },
      { type: 'footer', text: truncate(long, heading) },
    ]);
  });

  test('blocks with nothing in them are left out', () => {
    expect(
      kept(
        { type: 'text', markdown: '' },
        { type: 'quote', markdown: ' \n\t' },
        { type: 'fields', fields: [] },
        { type: 'buttons', buttons: [] },
        { type: 'heading', text: '파드' },
      ),
    ).toEqual([{ type: 'heading', text: '파드' }]);
  });

  test('of buttons that do the same, the first stays; of too many, the first ones', () => {
    const many = Array.from({ length: 30 }, (_, i) => ({ label: `${i}`, line: `k8s t${Math.floor(i / 2)}` }));
    const buttons = many.filter((_, i) => i % 2 === 0).slice(0, LIMITS.buttons);
    expect(kept({ type: 'buttons', buttons: many })).toEqual([{ type: 'buttons', buttons }]);
  });

  const lines = fc.constantFrom('k8s pod', 'k8s node', 'quiz');
  const wordy = fc
    .tuple(anyReply, fc.nat(300), fc.array(lines, { maxLength: 30 }))
    .map(([reply, times, all]): Reply => {
      const more = (text: string): string => text.repeat(times);
      const blocks = reply.blocks.map((block): Block => {
        if (block.type === 'heading' || block.type === 'footer') return { ...block, text: more(block.text) };
        if (block.type === 'text' || block.type === 'quote') return { ...block, markdown: more(block.markdown) };
        if (block.type !== 'buttons') return block;
        return { ...block, buttons: all.map((line, i) => button(`${i}`, i % 4 === 0 ? line : `${line} ${i}`)) };
      });
      return { ...reply, blocks };
    });

  test('whatever a reply holds, what comes out keeps to them and stays as it is from then on', () => {
    const long = /has (?!0 )|buttons|twice|empty/;
    fc.assert(
      fc.property(wordy, (reply) => {
        const out = withinLimits(reply);
        const shown = out.blocks.filter(({ type }) => type !== 'choice' && type !== 'input');
        expect(excesses({ ...out, blocks: shown }).filter((what) => long.test(what))).toEqual([]);
        expect(withinLimits(out)).toEqual(out);
        expect(buttonsOf(out).every((one) => buttonsOf(reply).includes(one))).toBe(true);
      }),
    );
  });
});
