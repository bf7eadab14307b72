import { describe, expect, test } from 'vitest';
import type { Picture } from '../../../src/core/reply/blocks.ts';
import { altOf, inWords } from '../../../src/core/reply/drawable.ts';

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
