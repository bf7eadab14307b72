import fc from 'fast-check';
import { expect, test } from 'vitest';
import { hash } from '../../src/core/hash.ts';

test('a text has the same number on every machine and after every update, since buttons carry it', () => {
  expect(['', 'quiz', '파드', '\ud83d'].map(hash)).toEqual([2872998923, 2862707732, 963005459, 2468093454]);
});

test('any text gives a whole number of 32 bits', () => {
  fc.assert(
    fc.property(fc.string({ unit: 'binary' }), (text) => {
      expect(hash(text)).toSatisfy((n: number) => Number.isInteger(n) && n >= 0 && n < 2 ** 32);
    }),
  );
});

test('texts that differ in one letter get numbers that differ in about half of their bits', () => {
  const bits = (n: number): number => n.toString(2).split('1').length - 1;
  const flips = Array.from({ length: 1000 }, (_, i) => bits((hash(`k${i}a`) ^ hash(`k${i}b`)) >>> 0));
  const mean = flips.reduce((sum, n) => sum + n, 0) / flips.length;
  expect(mean).toBeGreaterThan(15);
  expect(mean).toBeLessThan(17);
});
