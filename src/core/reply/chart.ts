import { literalLine } from '../../markdown/escape.ts';
import type { Block } from './blocks.ts';
import { fields, footer, heading, markdown } from './builders.ts';

/**
 * Bars below one another, each split into the same parts, and a few figures above them. Plain text. Platforms that show
 * pictures draw it, the others show it as a table (chartInWords()).
 */
export interface Chart {
  type: 'chart';
  title: string;
  /** At most CHART.figures. */
  figures: readonly { name: string; value: string }[];
  /** What the parts of every bar are: three, the best first. */
  parts: readonly [string, string, string];
  /** At most CHART.bars; a bar is as long as any other, and its parts share it by their counts. */
  bars: readonly { name: string; counts: readonly [number, number, number] }[];
  /** Small print at its foot. */
  foot: string;
}

/** What a picture has room for: a course of a term has a chapter a week. */
export const CHART = { figures: 4, bars: 16, name: 60 } as const;

const sum = (counts: readonly number[]): number => counts.reduce((all, one) => all + one, 0);

/** What a chart says, where it cannot be seen. */
export function chartInWords({ title, figures, parts, bars, foot }: Chart): Block[] {
  const row = (cells: readonly string[]): string => `| ${cells.join(' | ')} |`;
  const rows = bars.map(({ name, counts }) => row([literalLine(name), ...counts.map(String)]));
  const table = [row(['', ...parts.map(literalLine)]), '| --- | --- | --- | --- |', ...rows].join('\n');
  return [
    heading(title),
    ...(figures.length === 0 ? [] : [fields(...figures)]),
    ...(rows.length === 0 ? [] : [markdown(table)]),
    footer(foot),
  ];
}

/** The same in one line: of each bar its best part, so that it stays short enough to be listened to. */
export const altOfChart = ({ title, figures, parts, bars, foot }: Chart): string =>
  [
    title,
    ...figures.map(({ name, value }) => `${name} ${value}`),
    ...bars.map(({ name, counts }) => `${name}: ${parts[0]} ${counts[0]}/${sum(counts)}`),
    foot,
  ].join(' — ');
