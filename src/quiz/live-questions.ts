import type { Question } from '../content/model.ts';
import { draw } from './draw.ts';
import { poolsOf, type Topic } from './topics.ts';

/** Questions that a class can answer together: an order takes one press after the other, which no message of all shows. */
const together = ({ type }: Question): boolean => type !== 'order';

/** So many questions on a topic, its own first, drawn by `seed`; fewer where there are no more. */
export const liveQuestions = (
  topic: Topic,
  terms: Parameters<typeof poolsOf>[1],
  count: number,
  seed: string,
): Question[] =>
  poolsOf(topic, terms)
    .flatMap((pool) => draw(pool.filter(together), seed, ({ id }) => id))
    .slice(0, count);
