import { expect, test } from 'vitest';
import { withCells } from '../../src/search/tables.ts';

/** Letters of all lines. */
const size = (lines: readonly string[]): number => lines.reduce((sum, line) => sum + line.length, 0);

test('a cell stands beside its headings, in the line of its row', () => {
  const { lines, from } = withCells(['NAME   READY   AGE', 'web    0/1     5m', 'db     1/1     6m']);
  expect(lines.slice(1)).toEqual(['NAME READY AGE | READY 0/1 short', 'NAME READY AGE | READY 1/1']);
  expect(from).toEqual([0, 1, 2]);
});

test('a heading of more columns than any table has makes no more text than there was', () => {
  const lines = ['COL   '.repeat(2000), ...Array.from({ length: 20 }, () => 'a b   '.repeat(2000))];
  expect(size(withCells(lines).lines)).toBeLessThan(2 * size(lines));
});

test('what stands in a table twice is said once', () => {
  const rows = Array.from({ length: 1000 }, () => 'web    1/1     5m');
  expect(withCells(['NAME   READY   AGE', ...rows]).lines).toHaveLength(2);
});
