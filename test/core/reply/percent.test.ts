import fc from 'fast-check';
import { expect, test } from 'vitest';
import { percentInWords, percentOf } from '../../../src/core/reply/percent.ts';

test.each([
  [2, 3, 67, '67%'],
  [1, 3, 33, '33%'],
  [1, 2, 50, '50%'],
  [29, 100, 29, '29%'],
  [199, 200, 99, '99%'],
  [1999, 2000, 99, '99%'],
  [1, 2000, 1, '1%'],
  [0, 7, 0, '0%'],
  [200, 200, 100, '100%'],
  [0, 0, undefined, '–'],
])('%i of %i are %s percent', (right, answered, percent, words) => {
  expect(percentOf({ right, answered })).toBe(percent);
  expect(percentInWords({ right, answered })).toBe(words);
});

test('all is 100, none is 0, and nothing else is; the rest is within half a percent but beside the ends', () => {
  fc.assert(
    fc.property(fc.integer({ min: 1, max: 5000 }), fc.nat(5000), (answered, some) => {
      const right = some % (answered + 1);
      const percent = percentOf({ right, answered }) ?? Number.NaN;
      expect(percent === 100).toBe(right === answered);
      expect(percent === 0).toBe(right === 0);
      if (percent > 1 && percent < 99) expect(Math.abs(percent - (100 * right) / answered)).toBeLessThanOrEqual(0.5);
    }),
  );
});
