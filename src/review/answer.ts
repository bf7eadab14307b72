import type { Caller } from '../core/command/command.ts';
import { UserError } from '../core/errors.ts';
import type { Reply } from '../core/reply/blocks.ts';
import { samplesOf } from '../course/samples.ts';
import { reviewConcept } from './concept.ts';
import { setGoal, showGoal } from './goal.ts';
import { readFreeWords } from './read-goal.ts';
import { type ReviewContext, startMore, startReview } from './start.ts';
import { text } from './text.ts';

/** What a student asks of their review: a concept, more of it, an exam to review towards, or just what is due. */
export async function answerReview(
  { concept, until, daily }: { concept: string | undefined; until: string | undefined; daily: number | undefined },
  caller: Caller,
  context: ReviewContext,
): Promise<Reply> {
  const free = readFreeWords(concept);
  const isGoal = until !== undefined || daily !== undefined;
  // What sets a goal and names a concept as well would be half ignored.
  if (isGoal && (free.kind === 'concept' || free.kind === 'more' || free.kind === 'wrong'))
    throw new UserError(text.both((words, own) => words.goalOrConcept(samplesOf(context.course()).concept[own])));
  switch (free.kind) {
    // What is no date is refused as one.
    case 'date':
      return setGoal({ until: concept, daily }, caller, context);
    case 'concept':
      return reviewConcept(free.words, caller, context);
    case 'more':
    case 'wrong':
      return startMore(free.kind, caller, context);
    case 'plan':
      return isGoal ? setGoal({ until, daily }, caller, context) : showGoal(caller, context);
    case 'nothing':
      return isGoal ? setGoal({ until, daily }, caller, context) : startReview(caller, context);
    default:
      return free satisfies never;
  }
}
