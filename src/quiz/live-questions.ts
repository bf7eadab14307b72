import type { Question } from '../content/model.ts';
import { draw } from './draw.ts';
import type { Pools } from './practice.ts';

/** Questions that a class can answer together: an order takes one press after the other, which no message of all shows. */
export const together = ({ type }: Question): boolean => type !== 'order';

/** So many questions, those of an earlier pool first, drawn by `seed`; fewer where there are no more. */
export const liveQuestions = (pools: Pools, count: number, seed: string): Question[] =>
  pools.flatMap((pool) => draw(pool.filter(together), seed, ({ id }) => id)).slice(0, count);
