import { expect, test } from 'vitest';
import { createRefusedLooks } from '../../src/core/refused-looks.ts';

const HOUR = 3_600_000;

test('what was refused is not tried again for an hour, and then once more', () => {
  let at = 0;
  const looks = createRefusedLooks(() => at);
  const all = ['new', 'old', 'oldest'];
  expect(looks.left(all)).toEqual(all);
  looks.refused(1);
  expect(looks.left(all)).toEqual(['old', 'oldest']);
  looks.refused(0);
  at = HOUR - 1;
  looks.refused(2);
  expect(looks.left(all)).toEqual([]);
  at = 2 * HOUR - 2;
  expect(looks.left(all)).toEqual([]);
  at = 2 * HOUR - 1;
  expect(looks.left(all)).toEqual(all);
});
