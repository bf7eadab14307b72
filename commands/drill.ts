import { buttonCommand } from '../src/core/command/line.ts';
import type { Context } from '../src/course/context.ts';
import { practisedBy } from '../src/course/hidden-questions.ts';
import { openQuestions } from '../src/live/open-questions.ts';
import { continuePractice } from '../src/practice/drill.ts';
import { drillLine } from '../src/practice/lines.ts';
import { offerMoreReview } from '../src/review/start.ts';

/** The buttons of a practice. */
export default (context: Context) =>
  buttonCommand(drillLine, async (said, caller) => {
    const own = await practisedBy(caller, context);
    return continuePractice(said, caller, {
      ...own,
      questionsInClass: () => openQuestions(context),
      afterReview: () => offerMoreReview(caller, own),
    });
  });
