import { expect, test } from 'vitest';
import { text } from '../../src/lookup/text.ts';

test.each([
  [1, 0, '❌ 고칠 곳이 한 군데 있어요'],
  [1, 2, '❌ 고칠 곳이 세 군데 있어요'],
  [0, 1, '⚠️ 살펴볼 곳이 한 군데 있어요'],
  [12, 0, '❌ 고칠 곳이 12군데 있어요'],
  [0, 0, '✅ 틀린 곳을 찾지 못했어요'],
])('%s errors and %s warnings: %s', (errors, warnings, said) => {
  expect(text('ko').examined(errors, warnings)).toBe(said);
});

test('what is left is counted as people count', () => {
  expect(text('ko').moreFindings(1)).toContain('한 군데 더 있어요');
  expect(text('en').moreFindings(1)).toContain('is one more');
});
