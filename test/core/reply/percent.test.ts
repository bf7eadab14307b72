import { expect, test } from 'vitest';
import { percentInWords, percentOf } from '../../../src/core/reply/percent.ts';

test('a share is never rounded up to what it is not', () => {
  const tallies = [
    { right: 199, answered: 200 },
    { right: 0, answered: 0 },
    { right: 29, answered: 100 },
    { right: 200, answered: 200 },
  ];
  expect(tallies.map(percentOf)).toEqual([99, undefined, 29, 100]);
  expect(tallies.map(percentInWords)).toEqual(['99%', '–', '29%', '100%']);
});
