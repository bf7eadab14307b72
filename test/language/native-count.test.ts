import { expect, test } from 'vitest';
import { nativeCount } from '../../src/language/native-count.ts';

test.each([
  [0, '군데', '0군데'],
  [1, '군데', '한 군데'],
  [2, '번', '두 번'],
  [10, '개', '열 개'],
  [11, '개', '11개'],
  [2.5, '개', '2.5개'],
])('%s as %s: %s', (count, unit, said) => {
  expect(nativeCount(count, unit)).toBe(said);
});
