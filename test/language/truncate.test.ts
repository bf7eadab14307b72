import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { truncate } from '../../src/language/truncate.ts';
import { anyText } from '../support/any.ts';

describe('truncate', () => {
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
