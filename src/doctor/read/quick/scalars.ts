import { parseJson } from '../../../core/json.ts';
import { type Cursor, unsure } from './cursor.ts';

/** Signs with which a plain value does not begin, or only sometimes. */
const INDICATORS = new Set([...'-?:,[]{}#&*!|>\'"%@`']);

/** A quoted value on one line. @returns its text and where it ends, behind the quote */
export function quoted(text: string, at: number): { value: string; end: number } {
  const quote = text[at];
  let end = at + 1;
  let value = '';
  if (quote === "'") {
    for (;;) {
      const close = text.indexOf("'", end);
      if (close < 0) unsure();
      value += text.slice(end, close);
      end = close + 1;
      if (text[end] !== "'") return { value, end };
      value += "'";
      end++;
    }
  }
  while (text[end] !== '"') {
    if (end >= text.length) unsure();
    end += text[end] === '\\' ? 2 : 1;
  }
  const inner = text.slice(at + 1, end);
  if (!inner.includes('\\') && !inner.includes('\t')) return { value: inner, end: end + 1 };
  // YAML has more escapes than JSON has.
  const json = parseJson(text.slice(at, end + 1));
  if (typeof json !== 'string') unsure();
  return { value: json, end: end + 1 };
}

/** Where a plain value ends that begins here: before a comment, or at the end. With a colon that makes a key it is none. */
export function plainEnd(text: string, at: number): number {
  const first = text[at] ?? '';
  const second = text[at + 1] ?? ' ';
  if (INDICATORS.has(first) && !('-?:'.includes(first) && second !== ' ')) unsure();
  let end = text.length;
  for (let next = at; next < text.length; next++) {
    const sign = text[next];
    if (sign === ':' && (text[next + 1] ?? ' ') <= ' ') unsure();
    if (sign === '#' && text[next - 1] === ' ') {
      end = next;
      break;
    }
    if (sign === '\t') unsure();
  }
  while (text[end - 1] === ' ') end--;
  return end;
}

/** The length of a plain key; undefined where no colon makes it one. */
export function keyEnd(text: string, at: number): number | undefined {
  for (let next = at; next < text.length; next++) {
    const sign = text[next];
    if (sign === ':' && (text[next + 1] ?? ' ') === ' ') return next;
    if (sign === '#' && text[next - 1] === ' ') return undefined;
    if (sign === '\t') unsure();
  }
  return undefined;
}

export const beginsPlain = (text: string, at: number): boolean => {
  const first = text[at] ?? '';
  return !INDICATORS.has(first) || ('-?:'.includes(first) && (text[at + 1] ?? ' ') !== ' ');
};

/** The text of a block scalar, from its header on. @param outer the column that its text has to stand deeper than */
export function block(cursor: Cursor, header: string, outer: number): string {
  const [, style, chomp = ''] = /^([|>])([-+]?)(?: +#.*| *)$/.exec(header) ?? [];
  if (style === undefined) unsure();
  const lines: string[] = [];
  let column: number | undefined;
  for (;;) {
    const row = cursor.rows[cursor.row];
    if (row === undefined) break;
    const spaces = row.at;
    const isBlank = spaces >= row.text.length;
    if (!isBlank && spaces <= outer) break;
    if (!isBlank && column === undefined) column = spaces;
    if (column !== undefined && !isBlank && spaces < column) unsure();
    // Blank lines before the text, or with more spaces than it, are read by rules of their own.
    if (isBlank && (column === undefined || spaces > column)) unsure();
    lines.push(isBlank ? '' : row.text.slice(column));
    cursor.row++;
  }
  let end = lines.length;
  while (end > 0 && lines[end - 1] === '') end--;
  const body = style === '|' ? lines.slice(0, end).join('\n') : folded(lines.slice(0, end));
  if (end === 0) return chomp === '+' ? '\n'.repeat(lines.length) : '';
  if (chomp === '-') return body;
  // The last row has no line end of its own.
  if (chomp === '+') unsure();
  return `${body}\n`;
}

/** Lines of a folded scalar: joined by spaces, an empty one is a line end. */
function folded(lines: readonly string[]): string {
  let value = '';
  let ends = 0;
  for (const [index, line] of lines.entries()) {
    if (/^[ \t]/.test(line)) unsure();
    if (line === '') ends++;
    else {
      value += index === 0 ? line : ends > 0 ? '\n'.repeat(ends) + line : ` ${line}`;
      ends = 0;
    }
  }
  return value;
}
