import stringWidth from 'string-width';
import type { Chart } from '../../core/reply/chart.ts';
import { oneLine } from '../../language/normalize.ts';
import { type Canvas, pad, paint, type Style, wrap } from './markdown.ts';

/** What a bar's parts are drawn with, the best part first: they differ without colour, too. */
const PARTS: readonly { sign: string; style: Style }[] = [
  { sign: '█', style: 'green' },
  { sign: '▓', style: 'yellow' },
  { sign: '░', style: 'dim' },
];

/** Columns of a bar, at least and at most; names take at most this share of a line beside it. */
const BAR = { least: 16, most: 60, name: 0.5 } as const;
const GAP = 2;

/** Cells for each count, together `width`: what is there has one at least, and the largest rest goes first. */
export function cellsOf(counts: readonly number[], width: number): number[] {
  const all = counts.reduce((sum, one) => sum + one, 0);
  if (all === 0) return counts.map((_, i) => (i === counts.length - 1 ? width : 0));
  const exact = counts.map((one) => (one * width) / all);
  const cells = exact.map((one, i) => ((counts[i] ?? 0) > 0 ? Math.max(1, Math.floor(one)) : 0));
  const spare = (): number => width - cells.reduce((sum, one) => sum + one, 0);
  // What is furthest from its share gets the next cell, or gives one.
  while (spare() !== 0) {
    const step = Math.sign(spare());
    const [at = 0] = Array.from(cells.keys())
      .filter((i) => (step > 0 ? (counts[i] ?? 0) > 0 : (cells[i] ?? 0) > 1))
      .sort((a, b) => step * ((exact[b] ?? 0) - (cells[b] ?? 0) - ((exact[a] ?? 0) - (cells[a] ?? 0))));
    cells[at] = (cells[at] ?? 0) + step;
  }
  return cells;
}

const drawBar = (counts: readonly number[], width: number, canvas: Canvas): string =>
  cellsOf(counts, width)
    .map((cells, i) => {
      const { sign, style } = PARTS[i] ?? { sign: '░', style: 'dim' };
      return paint(style, sign.repeat(cells), canvas);
    })
    .join('');

/** Items side by side, as many a line as fit. */
function inLines(items: readonly string[], gap: string, columns: number): string[] {
  const lines: string[] = [];
  for (const item of items) {
    const last = lines.at(-1);
    if (last !== undefined && stringWidth(last + gap + item) <= columns) lines[lines.length - 1] = last + gap + item;
    else lines.push(item);
  }
  return lines.flatMap((line) => wrap(line, columns));
}

/** A name in at most so many columns. */
function fitted(name: string, columns: number): string {
  if (stringWidth(name) <= columns) return name;
  const letters = Array.from(name);
  while (stringWidth(letters.join('')) > columns - 1) letters.pop();
  return `${letters.join('').trimEnd()}…`;
}

/** Bars with their names beside them, or above them where a line has no room for both. */
function barLines({ bars }: Chart, canvas: Canvas): string[] {
  const { columns } = canvas;
  const sums = bars.map(({ counts: [best, ...rest] }) => `${best} / ${rest.reduce((all, one) => all + one, best)}`);
  const count = Math.max(0, ...sums.map((sum) => stringWidth(sum)));
  const names = bars.map((bar) => oneLine(bar.name));
  const longest = Math.max(0, ...names.map((one) => stringWidth(one)));
  const name = Math.min(longest, Math.floor(columns * BAR.name));
  const beside = columns - name - count - 2 * GAP;
  const isBeside = beside >= BAR.least;
  const width = Math.min(BAR.most, isBeside ? beside : columns - count - GAP);
  const gap = ' '.repeat(GAP);
  return bars.flatMap(({ counts }, i) => {
    const own = names[i] ?? '';
    const bar = drawBar(counts, Math.max(PARTS.length, width), canvas) + gap + (sums[i] ?? '').padStart(count);
    return isBeside ? [pad(fitted(own, name), name) + gap + bar] : [...wrap(own, columns), bar];
  });
}

/** A chart as lines of at most `columns` columns: title, figures, what the bars' parts are, the bars. */
export function chartLines(chart: Chart, canvas: Canvas): string[] {
  const { title, figures, parts, bars, foot } = chart;
  const legend = parts.map((part, i) => {
    const { sign, style } = PARTS[i] ?? { sign: '░', style: 'dim' };
    return `${paint(style, sign, canvas)} ${oneLine(part)}`;
  });
  const shown = figures.map(({ name, value }) => `${oneLine(name)}: ${paint('bold', oneLine(value), canvas)}`);
  return [
    ...wrap(paint('bold', title, canvas) + paint('dim', ` · ${foot}`, canvas), canvas.columns),
    ...inLines(shown, ' · ', canvas.columns),
    ...(bars.length === 0 ? [] : [...inLines(legend, '  ', canvas.columns), ...barLines(chart, canvas)]),
  ];
}
