import { literalLine } from '../../markdown/escape.ts';
import type { Block } from './blocks.ts';
import { fields, footer, heading, markdown } from './builders.ts';

/**
 * A few rows to be compared at a glance. Plain text. Platforms that show pictures draw it, the others tell it in words
 * (boardInWords()).
 */
export interface Board {
  type: 'board';
  /** `bars`: one below the other; `podium`: those in front on steps, best first. */
  look: 'bars' | 'podium';
  title: string;
  /** At most BOARD.bars, or BOARD.steps. */
  rows: readonly Row[];
  /** What a step says for a name of which nothing can be drawn: one of emoji alone. */
  unnamed?: string;
  /** Small print at its foot. */
  foot: string;
}

export interface Row {
  /** What stands in front of it, a character or two: an option's number, a place. */
  mark: string;
  name: string;
  /** What its bar says, in words. */
  value: string;
  /** How much of a bar is filled, 0 to 1. */
  share: number;
  /** It is the one that counts: the right answer. */
  best: boolean;
  /** Says that it is the reader's own, where the board is shown to one person on a page: `내 답`. */
  mine?: string;
}

/** What a picture has room for; `value` and `name` in code points. */
export const BOARD = { bars: 13, steps: 3, name: 75, value: 24 } as const;

const BAR = 10;

const filled = (share: number): string => {
  const full = Math.round(Math.min(1, Math.max(0, share)) * BAR);
  return '█'.repeat(full) + '░'.repeat(BAR - full);
};

/** `2. 파드`: between figures a bare number is none of an option. */
const called = (mark: string, name: string): string => (mark === '' ? name : `${mark}. ${name}`);

/** What a board says, where it cannot be seen. */
export function boardInWords({ look, title, rows, foot }: Board): Block[] {
  const bars = rows.map(
    ({ mark, name, value, share }) => `${filled(share)} ${literalLine(value)} · ${literalLine(called(mark, name))}`,
  );
  const steps = rows.map(({ mark, name, value }) => ({ name: called(mark, name), value }));
  return [
    heading(title),
    ...(rows.length === 0 ? [] : [look === 'bars' ? markdown(bars.join('  \n')) : fields(...steps)]),
    footer(foot),
  ];
}

/** The same in one line. */
export const altOfBoard = ({ title, rows, foot }: Board): string =>
  [title, ...rows.map(({ mark, name, value }) => `${mark} ${name}: ${value}`.trim()), foot].join(' — ');
