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

test('a version that other rows do not have is said to differ, a patch of it is not', () => {
  const table = (...versions: string[]) => [
    'NAME   VERSION   AGE',
    ...versions.map((one, i) => `w${i}     ${one}   5d`),
  ];
  const told = (...versions: string[]) =>
    withCells(table(...versions)).lines.filter((line) => line.endsWith('differs'));
  expect(told('v1.34.2', 'v1.30.6')).toHaveLength(2);
  expect(told('v1.34.2', 'v1.34.1')).toEqual([]);
  // The next table's are its own.
  expect(withCells([...table('v1.34.2'), '', ...table('v1.30.6')]).lines.join()).not.toContain('differs');
  expect(withCells([...table('v1.34.2'), ...table('v1.30.6')]).lines.join()).not.toContain('differs');
});
