import type { Question } from '../content/model.ts';
import { isMade } from '../content/question-ids.ts';
import type { Course } from '../course/course.ts';
import { madeOnce } from '../practice/order.ts';
import { drawQuestions, type Pools } from '../practice/practice.ts';
import { poolsOf, type Topic } from '../practice/topics.ts';
import { whyNotLive } from '../questions/types.ts';
import type { SourceName } from './source/source.ts';

/** Questions of a live quiz. */
export interface DrawnQuestions {
  questions: readonly Question[];
  /**
   * How many there would be with those that the bot makes of definitions, where an instructor may want them: authors have
   * written fewer than a quiz has. 0 where there is nothing to choose.
   */
  withMade: number;
}

/** Questions of a session where the instructor does not say how many; of a set, all of them. */
export const USUAL = 5;
/** More than any course has. */
export const ALL = 10_000;

/** Can a class play it in a live quiz? */
export const isPlayable = (question: Question): boolean => whyNotLive(question) === undefined;

/** At most `count` playable questions; those that the bot has made only where they are asked for. */
export const drawPlayable = (pools: Pools, count: number, seed: string, source: SourceName | undefined): Question[] =>
  madeOnce(
    drawQuestions(
      { seed, count: ALL },
      pools.map((pool) => pool.filter((question) => isPlayable(question) && (source === 'made' || !isMade(question)))),
    ),
  ).slice(0, count);

/** At most `count` questions of pools, and how many there would be with those that the bot makes. */
export function drawPools(pools: Pools, count: number, seed: string, source: SourceName | undefined): DrawnQuestions {
  const questions = drawPlayable(pools, count, seed, source);
  const mayChoose = source === undefined && questions.length < count && pools.flat().some(isMade);
  return { questions, withMade: mayChoose ? drawPlayable(pools, count, seed, 'made').length : 0 };
}

/** The questions of a topic, at most `count`; of its own where nobody says how many. */
export function drawTopic(
  topic: Topic,
  terms: Course['terms'],
  count: number | undefined,
  seed: string,
  source: SourceName | undefined,
): DrawnQuestions {
  const pools = poolsOf(topic, terms);
  const [first = []] = pools;
  // What a concept is related to is asked only where the instructor wants more than its own questions.
  const own = topic.kind === 'term' ? first : pools.flat();
  const written = first.filter((question) => isPlayable(question) && !isMade(question)).length;
  const canMake = own.some(isMade);
  const wanted = count ?? (canMake ? USUAL : Math.min(USUAL, written || USUAL));
  // Not those of related concepts instead of its own.
  if (source === undefined && topic.kind === 'term' && canMake)
    return { questions: [], withMade: drawPlayable(pools, wanted, seed, 'made').length };
  return drawPools(pools, wanted, seed, source);
}
