import type { Question } from '../content/model.ts';
import { isMade } from '../content/question-ids.ts';
import { seededShuffle } from '../core/seeded-shuffle.ts';
import type { Course } from '../course/course.ts';
import { MOST_QUESTIONS } from '../practice/practice.ts';
import { drawSet } from '../practice/sets.ts';
import { poolsOf, type Topic } from '../practice/topics.ts';

/** Questions of a homework where the instructor does not say how many: some ten minutes of a student's evening. */
const USUAL = 10;

/** The questions in turns, one of each concept at a time: a homework is to cover its topic. What an author wrote goes first. */
function inTurns(questions: readonly Question[]): Question[] {
  const places = new Map<string, number>();
  return questions
    .map((question, at) => {
      const turn = places.get(question.term) ?? 0;
      places.set(question.term, turn + 1);
      return { question, turn, at };
    })
    .sort((a, b) => a.turn - b.turn || Number(isMade(a.question)) - Number(isMade(b.question)) || a.at - b.at)
    .map(({ question }) => question);
}

/**
 * The questions of a homework on a topic, `count` or a usual number of them, drawn by `seed`; a set's own, in its order. Of
 * what a topic is related to only as many as were asked for by number.
 */
export function drawHomework(topic: Topic, count: number | undefined, course: Course, seed: string): Question[] {
  if (topic.kind === 'set') {
    const all = drawSet(topic.set, course, () => true, seed).flat();
    return all.slice(0, Math.min(MOST_QUESTIONS, count ?? all.length));
  }
  const pools = poolsOf(topic, course.terms);
  const own = pools.find((pool) => pool.length > 0) ?? [];
  const drawn = (count === undefined ? [own] : pools).flatMap((pool) =>
    inTurns(seededShuffle(pool, seed, ({ id }) => id)),
  );
  return drawn.slice(0, Math.min(MOST_QUESTIONS, count ?? USUAL));
}
