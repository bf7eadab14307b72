import { literalLine } from '../../markdown/escape.ts';
import { JUDGED } from '../learner-records.ts';
import type { Block } from './blocks.ts';
import { footer, heading, markdown } from './builders.ts';
import { percentInWords, percentOf, type Tally, worstFirst } from './percent.ts';

/** How a concept was answered. */
export interface Cell extends Tally {
  name: string;
}

/**
 * What to teach again, and concepts in groups, coloured by the share of right answers; platforms that show pictures draw
 * it, the others show it as a list and a table (heatInWords()). Plain text.
 */
export interface HeatMap {
  type: 'heat';
  title: string;
  /** The weakest concepts, weakest first, at most HEAT.again: they are named before all else. */
  again: { title: string; cells: readonly Cell[] };
  /** At most HEAT.groups, with HEAT.cells altogether. */
  groups: readonly { name: string; cells: readonly Cell[] }[];
  /** What the colours mean: under 50 %, 50–69 %, 70–84 %, from 85 % on; fewer answers than HEAT.many, than HEAT.few. */
  legend: readonly [string, string, string, string, string, string];
  /** What a group's columns are called: group, right answers, answers. */
  columns: readonly [string, string, string];
  /** How the figures beside a concept are read; they are in a picture alone. */
  figures: string;
  /** Small print at its foot. */
  foot: string;
}

/**
 * What a picture has room for, and how many answers say something of a class: below `few` a share is luck, from `many`
 * on a single answer hardly moves it.
 */
export const HEAT = { again: 5, groups: 24, cells: 240, name: 60, few: JUDGED.enough, many: 20 } as const;

/** Percents from which each warmth begins. */
const BEGINS = [0, 50, 70, 85] as const;

/** 0 the weakest, 3 the strongest; undefined where too few answered. */
export type Warmth = 0 | 1 | 2 | 3;

export function warmthOf(cell: Cell): Warmth | undefined {
  if (cell.answered < HEAT.few) return undefined;
  // As it is shown: no 50 % has the colour of less.
  const percent = percentOf(cell) ?? 0;
  return ([3, 2, 1] as const).find((one) => percent >= BEGINS[one]) ?? 0;
}

/** Those that enough have answered, weakest first. */
export const weakestFirst = <T extends Cell>(cells: readonly T[]): T[] =>
  cells.filter(({ answered }) => answered >= HEAT.few).sort(worstFirst);

/** Answers to all of these together. */
export const summed = (cells: readonly Cell[]): Tally => ({
  answered: cells.reduce((sum, one) => sum + one.answered, 0),
  right: cells.reduce((sum, one) => sum + one.right, 0),
});

/** `33% · 3/9`. */
export const figuresOf = (cell: Tally): string => `${percentInWords(cell)} · ${cell.right}/${cell.answered}`;

/** What a heat map says, where it cannot be seen. */
export function heatInWords({ title, again, groups, columns, foot }: HeatMap): Block[] {
  const list = again.cells.map((cell, i) => `${i + 1}. ${literalLine(cell.name)} · ${figuresOf(cell)}`);
  const row = (cells: readonly string[]): string => `| ${cells.join(' | ')} |`;
  const rows = groups.map(({ name, cells }) => {
    const all = summed(cells);
    return row([literalLine(name), percentInWords(all), String(all.answered)]);
  });
  return [
    heading(title),
    ...(list.length === 0 ? [] : [markdown([`**${literalLine(again.title)}**`, '', ...list].join('\n'))]),
    ...(rows.length === 0
      ? []
      : [markdown([row(columns.map(literalLine)), '| --- | --- | --- |', ...rows].join('\n'))]),
    footer(foot),
  ];
}

/** Cells that are told as the strongest. */
const TOLD = 5;

/** The same in one line: what to teach again, and the strongest cells, so that it stays short enough to be listened to. */
export function altOfHeat({ title, again, groups, legend, foot }: HeatMap): string {
  const all = groups.flatMap((group) => group.cells);
  const isAgain = new Set(again.cells.map(({ name }) => name));
  const judged = weakestFirst(all);
  const strong = judged.filter(({ name }) => !isAgain.has(name)).slice(-TOLD);
  const unsaid = all.length - judged.length;
  return [
    title,
    ...(again.cells.length === 0 ? [] : [again.title]),
    ...[...again.cells, ...strong].map((cell) => `${cell.name} ${figuresOf(cell)}`),
    ...(unsaid === 0 ? [] : [`${legend[5]}: ${unsaid}`]),
    foot,
  ].join(' — ');
}
