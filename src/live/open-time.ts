import type { LivePlan } from './machine.ts';

/** How much longer a question in several parts is open: each part takes a press or a word of its own. */
const LONGER = 2;

/** Milliseconds that question `at` is open, in a mode where time counts. */
export const openTime = ({ open, long = [] }: Pick<LivePlan, 'open' | 'long'>, at: number): number =>
  long.includes(at) ? LONGER * open : open;
