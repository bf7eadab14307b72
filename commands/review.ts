import { command } from '../src/core/command/command.ts';
import type { Context } from '../src/course/context.ts';
import { practisedBy } from '../src/course/hidden-questions.ts';
import { openQuestions } from '../src/live/open-questions.ts';
import { startReview } from '../src/review/start.ts';

export default (context: Context) =>
  command({
    name: 'review',
    summary: { ko: '잊을 때가 된 개념을 다시 풀어 봐요', en: 'Asks again what you are about to forget' },
    usedBy: 'everyone',
    spoken: ['복습', '복습하기', '복습할래', '복습하자'],
    examples: [{ ko: 'review', en: 'review' }],
    options: {},
    run: async (_, caller) =>
      startReview(caller, {
        ...(await practisedBy(caller, context)),
        questionsInClass: () => openQuestions(context),
      }),
  });
