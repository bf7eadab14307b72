import type { Line } from '../lines.ts';
import { text } from '../text.ts';
import { runs, type Sheet } from './sheet.ts';

/** Columns at which something may go on: the dashes and keys that are open above a line. */
function fitting(line: Line, above: readonly Line[], widths: readonly number[]): number {
  const lead = line.text.slice(0, line.indent);
  const column = (width: number): number =>
    [...lead].reduce((sum, sign) => sum + (sign === '\t' ? width : sign === '\u3000' ? 2 : 1), 0);
  const before = above.at(-1);
  if (before === undefined) return 0;
  const isItem = line.text[line.indent] === '-';
  if (before.value === '') {
    const deeper = widths.map(column).filter((one) => (isItem ? one >= before.start : one > before.start));
    return deeper[0] ?? before.start + (isItem ? 0 : 2);
  }
  const open = above.flatMap(({ dashes, start }) => (isItem ? dashes : [start]));
  return Math.max(...widths.map(column).filter((one) => open.includes(one)), -1);
}

/** Lines whose indentation is made of anything but spaces: tabs, spaces of a web page or of a Korean keyboard. */
export function indentation({ lines, write, slip }: Sheet): void {
  const wrong: number[] = [];
  /** The lines above that a line may belong to, from the outside in. */
  const above: Line[] = [];
  for (const [at, line] of lines.entries()) {
    if (line.role === 'block' || line.role === 'inside') continue;
    const lead = line.text.slice(0, line.indent);
    const isWrong = /[^ ]/.test(lead);
    // A line of nothing but spaces that are none is one of its own kind: only a tab there is refused.
    if (isWrong && (line.role === 'code' || lead.includes('\t'))) wrong.push(at);
    if (line.role !== 'code') {
      if (isWrong) write(at, line.role === 'blank' ? '' : line.text.trimStart());
      continue;
    }
    let column = line.indent;
    if (isWrong) {
      const fit = fitting(line, above, [2, 4, 8]);
      column = fit >= 0 ? fit : lead.replaceAll('\t', '    ').length;
      write(at, ' '.repeat(column) + line.text.slice(line.indent));
    }
    const moved = column - line.indent;
    while ((above.at(-1)?.start ?? -1) >= line.start + moved && (above.at(-1)?.indent ?? -1) >= column) above.pop();
    above.push({ ...line, indent: column, start: line.start + moved, dashes: line.dashes.map((dash) => dash + moved) });
  }
  for (const { first, last } of runs(wrong)) {
    const isTab = lines[first]?.text.slice(0, lines[first]?.indent).includes('\t');
    slip(
      first,
      isTab ? 'tab' : 'odd-space',
      text.both((t) => (isTab ? t.tab : t.oddIndent)),
      { lines: last - first + 1 },
    );
  }
}

/** Spaces that are none behind a dash, a colon or at a value's end, and signs that nobody sees. */
export function between({ lines, write, slip }: Sheet): void {
  for (const [at, line] of lines.entries()) {
    if (line.role !== 'code') continue;
    const { text: whole, dashes, indent, start, key, valueAt, value } = line;
    const dash = dashes.length > 0 ? whole.slice(indent, start) : '';
    const colonAt = key === undefined ? start : start + key.length;
    const colon = key === undefined ? '' : whole.slice(colonAt, valueAt);
    const trailing = whole.slice(valueAt + value.length);
    const isOdd = /[^\S \t]/.test(colon) || /[^\S ]/.test(dash) || /^[^\S \t]/.test(trailing);
    const seen = (part: string): string => part.replace(/[\u200B\u2060\uFEFF]/g, '');
    const isHidden = seen(whole) !== whole && !/^["']/.test(value);
    if (!isOdd && !isHidden) continue;
    const spaces = (part: string): string => part.replace(/[^\S ]/g, ' ');
    const mended =
      spaces(whole.slice(0, start)) + whole.slice(start, colonAt) + spaces(colon) + value + spaces(trailing);
    write(at, seen(mended).trimEnd());
    slip(
      at,
      'odd-space',
      text.both((t) => (isOdd ? t.oddSpace : t.hidden)),
    );
  }
}
