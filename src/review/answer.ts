import type { Caller } from '../core/command/command.ts';
import type { Reply } from '../core/reply/blocks.ts';
import { reviewConcept } from './concept.ts';
import { setGoal, showGoal } from './goal.ts';
import { readFreeWords } from './read-goal.ts';
import { type ReviewContext, startMore, startReview } from './start.ts';

/** What a student asks of their review: a concept, more of it, an exam to review towards, or just what is due. */
export async function answerReview(
  { concept, until, daily }: { concept: string | undefined; until: string | undefined; daily: number | undefined },
  caller: Caller,
  context: ReviewContext,
): Promise<Reply> {
  const free = readFreeWords(concept);
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
      return showGoal(caller, context);
    case 'nothing':
      return until === undefined && daily === undefined
        ? startReview(caller, context)
        : setGoal({ until, daily }, caller, context);
    default:
      return free satisfies never;
  }
}
