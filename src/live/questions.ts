import type { Question } from '../content/model.ts';
import type { Pools } from '../practice/practice.ts';
import { seededShuffle } from '../practice/seeded-shuffle.ts';
import { whyNotLive } from '../questions/types.ts';

/** Can a class play it in a live quiz? */
export const isPlayable = (question: Question): boolean => whyNotLive(question) === undefined;

/** So many questions, those of an earlier pool first, drawn by `seed`; fewer where there are no more. */
export const liveQuestions = (pools: Pools, count: number, seed: string): Question[] =>
  pools.flatMap((pool) => seededShuffle(pool.filter(isPlayable), seed, ({ id }) => id)).slice(0, count);
