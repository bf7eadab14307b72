import { literalLine } from '../../markdown/escape.ts';
import { JUDGED } from '../learner-records.ts';
import type { Block } from './blocks.ts';
import { footer, heading, markdown } from './builders.ts';
import { percentInWords, type Tally, worstFirst } from './percent.ts';

/** How a concept was answered. */
export interface Cell extends Tally {
  name: string;
}

/**
 * Concepts in groups, coloured by the share of right answers; platforms that show pictures draw it, the others show its
 * groups as a table (heatInWords()). Plain text.
 */
export interface HeatMap {
  type: 'heat';
  title: string;
  /** At most HEAT.groups, with HEAT.cells altogether. */
  groups: readonly { name: string; cells: readonly Cell[] }[];
  /** What the colours mean: under 50 %, 50–69 %, 70–84 %, from 85 % on; fewer answers than HEAT.many, than HEAT.few. */
  legend: readonly [string, string, string, string, string, string];
  /** What a group's columns are called: group, right answers, answers. */
  columns: readonly [string, string, string];
  /** How the figures in a cell are read; only a picture has cells. */
  figures: string;
  /** Small print at its foot. */
  foot: string;
}

/**
 * What a picture has room for, and how many answers say something of a class: below `few` a share is luck, from `many`
 * on a single answer hardly moves it.
 */
export const HEAT = { groups: 24, cells: 240, name: 60, few: JUDGED.enough, many: 20 } as const;

/** Percents from which each warmth begins. */
const BEGINS = [0, 50, 70, 85] as const;

/** 0 the weakest, 3 the strongest; undefined where too few answered. */
export type Warmth = 0 | 1 | 2 | 3;

export function warmthOf({ answered, right }: Cell): Warmth | undefined {
  if (answered < HEAT.few) return undefined;
  const percent = (100 * right) / answered;
  return ([3, 2, 1] as const).find((one) => percent >= BEGINS[one]) ?? 0;
}

/** Those that enough have answered, weakest first. */
export const weakestFirst = <T extends Cell>(cells: readonly T[]): T[] =>
  cells.filter(({ answered }) => answered >= HEAT.few).sort(worstFirst);

const summed = (cells: readonly Cell[]): Tally => ({
  answered: cells.reduce((sum, one) => sum + one.answered, 0),
  right: cells.reduce((sum, one) => sum + one.right, 0),
});

/** What a heat map says, where it cannot be seen. */
export function heatInWords({ title, groups, columns, foot }: HeatMap): Block[] {
  const row = (cells: readonly string[]): string => `| ${cells.join(' | ')} |`;
  const rows = groups.map(({ name, cells }) => {
    const all = summed(cells);
    return row([literalLine(name), percentInWords(all), String(all.answered)]);
  });
  return [
    heading(title),
    ...(rows.length === 0
      ? []
      : [markdown([row(columns.map(literalLine)), '| --- | --- | --- |', ...rows].join('\n'))]),
    footer(foot),
  ];
}

/** Cells that are told from either end. */
const TOLD = 5;

/** The same in one line: its weakest and its strongest cells, so that it stays short enough to be listened to. */
export function altOfHeat({ title, groups, legend, foot }: HeatMap): string {
  const cells = weakestFirst(groups.flatMap((group) => group.cells));
  const told = cells.length <= 2 * TOLD ? cells : [...cells.slice(0, TOLD), ...cells.slice(-TOLD)];
  const unsaid = groups.flatMap((group) => group.cells).length - cells.length;
  return [
    title,
    ...told.map((cell) => `${cell.name} ${percentInWords(cell)}`),
    ...(unsaid === 0 ? [] : [`${legend[5]}: ${unsaid}`]),
    foot,
  ].join(' — ');
}
