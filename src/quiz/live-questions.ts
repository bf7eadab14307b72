import type { Question } from '../content/model.ts';
import { alone } from '../questions/types.ts';
import { draw } from './draw.ts';
import type { Pools } from './practice.ts';

/** Can a class answer it together? */
export const together = (question: Question): boolean => alone(question) === undefined;

/** So many questions, those of an earlier pool first, drawn by `seed`; fewer where there are no more. */
export const liveQuestions = (pools: Pools, count: number, seed: string): Question[] =>
  pools.flatMap((pool) => draw(pool.filter(together), seed, ({ id }) => id)).slice(0, count);
