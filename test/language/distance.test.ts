import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { distance, slips } from '../../src/language/distance.ts';

const word = fc.string({ unit: fc.constantFrom(...'abcㅏㄱ'), maxLength: 8 });

describe('distance', () => {
  test.each([
    ['kubelet', 'kubelet', 0],
    ['kubelt', 'kubelet', 1],
    ['kubellet', 'kubelet', 1],
    ['kubalet', 'kubelet', 1],
    ['kubeelt', 'kubelet', 1],
    ['pods', 'nodes', 2],
    ['cordon', 'uncordon', 2],
    ['', 'pod', 3],
    ['', '', 0],
  ])('%j and %j are %i keystrokes apart', (a, b, expected) => {
    expect(distance(a, b, 9)).toBe(expected);
  });

  test('says only that it is more than the limit', () => {
    expect(distance('deployment', 'secret', 2)).toBe(3);
    expect(distance('a', 'abcdefgh', 2)).toBe(3);
    expect(distance('abcd', 'wxyz', 0)).toBe(1);
  });

  test('is the same both ways, and nothing only between equals', () => {
    fc.assert(
      fc.property(word, word, (a, b) => {
        expect(distance(a, b, 9)).toBe(distance(b, a, 9));
        expect(distance(a, b, 9) === 0).toBe(a === b);
      }),
    );
  });

  test('a limit never changes an answer within it', () => {
    fc.assert(
      fc.property(word, word, fc.nat(9), (a, b, limit) => {
        expect(distance(a, b, limit)).toBe(Math.min(distance(a, b, 99), limit + 1));
      }),
    );
  });

  test('a letter more, fewer or swapped is one keystroke', () => {
    fc.assert(
      fc.property(word, word, (a, b) => {
        expect(distance(a + b, `${a}x${b}`, 9)).toBe(1);
        expect(distance(`${a}x${b}`, a + b, 9)).toBe(1);
        expect(distance(`${a}xy${b}`, `${a}yx${b}`, 9)).toBe(1);
      }),
    );
  });
});

test('short words are forgiven nothing, long ones up to three slips', () => {
  expect([0, 3, 4, 6, 7, 10, 11, 500].map(slips)).toEqual([0, 0, 1, 1, 2, 2, 3, 3]);
});
