import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { button, clip, LIMITS } from '../../src/core/reply.ts';
import { anyText } from '../support/any.ts';

describe('clip', () => {
  test('leaves a text that fits, to the last character', () => {
    expect(clip('파드와 노드', 6)).toBe('파드와 노드');
    expect(clip('', 6)).toBe('');
  });

  test('cuts at the end of a word where one is near', () => {
    expect(clip('the smallest unit of scheduling', 25)).toBe('the smallest unit of…');
    expect(clip('파드는 노드에서 돌아가는 단위예요', 11)).toBe('파드는 노드에서…');
  });

  test('cuts a long word rather than most of the text', () => {
    expect(clip('a bcdefghijklmnop', 10)).toBe('a bcdefgh…');
  });

  test('counts an emoji as one and never cuts it in two', () => {
    expect(clip('🍱🍱🍱🍱', 4)).toBe('🍱🍱🍱🍱');
    expect(clip('🍱🍱🍱🍱', 3)).toBe('🍱🍱…');
  });

  test('never gives more than was asked for, and only what the text began with', () => {
    fc.assert(
      fc.property(anyText, fc.integer({ min: 1, max: 40 }), (text, max) => {
        const cut = clip(text, max);
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
