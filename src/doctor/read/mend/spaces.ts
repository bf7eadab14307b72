import type { Line } from '../lines.ts';
import { text } from '../text.ts';
import { runs, type Sheet } from './sheet.ts';

/** Where a line stands whose indentation is of tabs or of other spaces, by the lines above it, and by the next one where only this line is so. */
function columnOf(line: Line, above: readonly Line[], next: Line | undefined): number {
  const lead = line.text.slice(0, line.indent);
  const width = (tab: number): number =>
    [...lead].reduce((sum, sign) => sum + (sign === '\t' ? tab : sign === '\u3000' ? 2 : 1), 0);
  const before = above.at(-1);
  if (before === undefined) return 0;
  const isItem = line.text[line.indent] === '-';
  if (before.value === '') {
    const isChild = next !== undefined && next.indent > before.start && line.value !== '';
    if (isChild && isItem === next.dashes.length > 0) return next.indent;
    const deeper = WIDTHS.map(width).find((one) => (isItem ? one >= before.start : one > before.start));
    return deeper ?? before.start + (isItem ? 0 : 2);
  }
  const open = above.flatMap(({ dashes, start }) => (isItem ? dashes : [start]));
  const fits = WIDTHS.map(width).filter((one) => open.includes(one));
  if (next !== undefined) {
    // What stands under this line stands deeper; what does not, beside it or further out.
    const isOver = line.value === '' && next.indent > 0;
    const near = open.filter((one) =>
      isOver ? one < next.indent + (next.dashes.length > 0 ? 1 : 0) : one >= next.indent,
    );
    const [nearest] = isOver ? near.slice(-1) : near.includes(next.start) ? [next.start] : near.slice(-1);
    if (nearest !== undefined) return nearest;
  }
  // Where no width of a tab fits, it belongs with the line above.
  return fits.length > 0 ? Math.max(...fits) : (open.at(-1) ?? before.start);
}

/** Columns that a tab takes in editors. */
const WIDTHS = [2, 4, 8];

const isOdd = ({ text: whole, indent }: Line): boolean => /[^ ]/.test(whole.slice(0, indent));

/** The code line that follows, where neither it nor the one above is indented oddly. */
function plainNext(lines: readonly Line[], at: number): Line | undefined {
  const next = lines.slice(at + 1, at + 20).find(({ role }) => role === 'code');
  const before = lines[at - 1];
  return next === undefined || isOdd(next) || (before !== undefined && isOdd(before)) ? undefined : next;
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
      column = columnOf(line, above, plainNext(lines, at));
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
      { lines: last - first + 1, above: Number(first > 0 && lines[first - 1]?.role !== 'blank') },
    );
  }
}

/** Spaces that are none behind a dash, a colon or at a value's end, and invisible signs. */
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
