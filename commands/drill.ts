import { buttonCommand } from '../src/core/command/line.ts';
import type { Context } from '../src/course/context.ts';
import { practisedBy } from '../src/course/hidden-questions.ts';
import { continueHomework } from '../src/homework/student.ts';
import { continuePractice } from '../src/practice/drill.ts';
import { drillLine } from '../src/practice/lines.ts';
import { homeworkOf } from '../src/practice/topics.ts';
import { offerMoreReview } from '../src/review/start.ts';
import { withheldFrom, withheldInClass } from './options/withheld.ts';

/** The buttons of a practice. */
export default (context: Context) =>
  buttonCommand(drillLine, async (said, caller) => {
    const homework = said && homeworkOf(said.practice.topic);
    if (homework !== undefined)
      return continueHomework(homework, said, caller, { ...context, withheld: withheldInClass(context) });
    const own = await practisedBy(caller, context);
    return continuePractice(said, caller, {
      ...own,
      withheld: withheldFrom(caller, context),
      afterReview: () => offerMoreReview(caller, own),
    });
  });
