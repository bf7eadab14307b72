import type { Question } from '../../content/model.ts';
import { isDontKnow } from '../../core/dont-know.ts';
import type { Answer } from '../../core/session.ts';
import { score } from '../../questions/types.ts';
import type { LivePlan } from '../machine.ts';
import { modeOf } from '../modes.ts';
import { openTime } from '../open-time.ts';

/** What an answer scores by: of the person's answers, the first one to each question. */
export type ScoredAnswer = Pick<Answer, 'person' | 'question' | 'picked' | 'right' | 'elapsed'>;

/** Points of one answer to a question that scores by time. */
export const pointsOf = (
  { question, right, elapsed }: Pick<ScoredAnswer, 'question' | 'right' | 'elapsed'>,
  plan: LivePlan,
): number => (right ? modeOf(plan).points(elapsed, openTime(plan, question)) : 0);

/** Points of a class's answers to one question, in their order. */
function scoreOne(question: Question | undefined, own: readonly ScoredAnswer[], plan: LivePlan): number[] {
  const { pointsOfShare } = modeOf(plan);
  const given = own.filter(({ picked }) => !isDontKnow(picked));
  const shares = question && pointsOfShare ? score(question, given) : undefined;
  if (!shares || !pointsOfShare) return own.map((answer) => pointsOf(answer, plan));
  const points = new Map(given.map((answer, i) => [answer, pointsOfShare(shares[i] ?? 0)]));
  return own.map((answer) => points.get(answer) ?? 0);
}

/**
 * Points of all answers of a session, or of those that have been told so far. `questions`: in the order of the plan;
 * without one, its answers score by time.
 */
export function scoreAnswers(
  plan: LivePlan,
  answers: readonly ScoredAnswer[],
  questions: readonly (Question | undefined)[],
): ReadonlyMap<ScoredAnswer, number> {
  const byQuestion = Map.groupBy(answers, ({ question }) => question);
  return new Map(
    Array.from(byQuestion).flatMap(([at, own]) => {
      const points = scoreOne(questions[at], own, plan);
      return own.map((answer, i) => [answer, points[i] ?? 0] as const);
    }),
  );
}
