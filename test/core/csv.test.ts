import fc from 'fast-check';
import { expect, test } from 'vitest';
import { csv } from '../../src/core/csv.ts';
import { anyText } from '../support/any.ts';
import { parseCsv } from '../support/csv.ts';

test('begins with a byte order mark, ends each row with CRLF, and leaves numbers as they are', () => {
  expect(
    csv([
      ['이름', 'a"b'],
      ['김, 민수', 12],
    ]),
  ).toBe('\uFEFF"이름","a""b"\r\n"김, 민수",12\r\n');
});

test.each(['=1+1', '+82', '-2', '@SUM(A1)', '\t=1', '\r=1', '＝1', ' =1', '\n', '\u00a0=1', '\0=1', '\v\t'])(
  '%j is text to a spreadsheet',
  (text) => {
    expect(parseCsv(csv([[text]]))).toEqual([[`'${text}`]]);
  },
);

test.each(['김민수', 'a=b', '1-2', '민수@학교', '', "'", ' 김'])('%j stays as it is', (text) => {
  expect(parseCsv(csv([[text]]))).toEqual([[text]]);
});

test('whatever the cells are, they are read back, and none begins as a formula does', () => {
  const cell = fc.oneof(anyText, fc.nat(), fc.constantFrom('"', ',', '\r\n', '=a', '"=', '""'));
  const rows = fc
    .integer({ min: 1, max: 4 })
    .chain((columns) =>
      fc.array(fc.array(cell, { minLength: columns, maxLength: columns }), { minLength: 1, maxLength: 6 }),
    );
  fc.assert(
    fc.property(rows, (table) => {
      const read = parseCsv(csv(table));
      expect(read.map((row) => row.length)).toEqual(table.map((row) => row.length));
      for (const [at, row] of table.entries())
        for (const [i, one] of row.entries()) {
          const got = read[at]?.[i] ?? '';
          expect(got.replace(/^'/, '')).toBe(String(one).toWellFormed().replace(/^'/, ''));
          expect(got).not.toMatch(/^\s*[=+\-@＝＋－＠\t\r]/);
        }
    }),
  );
});
