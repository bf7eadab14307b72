import { buttonCommand } from '../src/core/command/line.ts';
import type { Context } from '../src/course/context.ts';
import { practisedBy } from '../src/course/hidden-questions.ts';
import { cardGone, recordPress, renderPressed } from '../src/daily/pressed.ts';
import { termOfAnswer } from '../src/live/term-of-answer.ts';
import { renderTopic } from '../src/lookup/topic.ts';
import { pressLine } from '../src/outbox/lines.ts';
import { startPractice } from '../src/practice/start.ts';
import { withheldFrom } from './options/withheld.ts';

/** The buttons of a posted card, or of a live quiz's answer. */
export default (context: Context) =>
  buttonCommand(pressLine, async (said, caller) => {
    const { press, term } = await recordPress(said, caller, (post) => termOfAnswer(post, context), context);
    switch (press) {
      case 'knew':
      case 'again':
        return renderPressed(press, term, caller.locale);
      case 'more':
        return renderTopic(term.id, context.course(), caller.locale) ?? Promise.reject(cardGone());
      case 'quiz': {
        return startPractice({ topic: term.id, count: undefined }, caller, {
          ...(await practisedBy(caller, context)),
          withheld: withheldFrom(caller, context),
        });
      }
      default:
        return press satisfies never;
    }
  });
