/** Excel reads UTF-8 only where a file begins with it; without it, Korean names are garbled. */
const BOM = '\uFEFF';

/** What a spreadsheet would run, full-width signs included (OWASP, CSV Injection). */
const FORMULA = /^[\s\0\uFEFF]*[=+\-@＝＋－＠\t\r\n]/;

/** A quoted cell, which a spreadsheet shows as it is. */
function quoted(text: string): string {
  const plain = text.toWellFormed();
  return `"${(FORMULA.test(plain) ? `'${plain}` : plain).replaceAll('"', '""')}"`;
}

/** Rows as a CSV file (RFC 4180) that Excel opens in any language. */
export const csv = (rows: readonly (readonly (string | number)[])[]): string =>
  BOM +
  rows
    .map((row) => `${row.map((cell) => (typeof cell === 'number' ? String(cell) : quoted(cell))).join(',')}\r\n`)
    .join('');
