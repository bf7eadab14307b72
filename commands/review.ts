import { command } from '../src/core/command/command.ts';
import type { Context } from '../src/course/context.ts';
import { completeTitles } from '../src/course/find.ts';
import { practisedBy } from '../src/course/hidden-questions.ts';
import { samplesOf } from '../src/course/samples.ts';
import { answerReview } from '../src/review/answer.ts';
import { MOST_DAILY, readUntil } from '../src/review/read-goal.ts';
import { withheldFrom } from './options/withheld.ts';

export default (context: Context) =>
  command({
    name: 'review',
    summary: { ko: '잊을 때가 된 개념을 다시 풀어 봐요', en: 'Asks again what you are about to forget' },
    usedBy: 'everyone',
    spoken: ['복습', '복습하기', '복습할래', '복습하자'],
    get examples() {
      const { concept } = samplesOf(context.course());
      return [
        { ko: 'review', en: 'review' },
        { ko: `review ${concept.ko}`, en: `review ${concept.en}` },
        { ko: 'review 12월 15일까지', en: 'review until 12/15' },
      ];
    },
    options: {
      concept: {
        type: 'text',
        korean: '개념',
        summary: { ko: '지금 복습할 개념', en: 'concept' },
        complete: completeTitles(context, 'term'),
      },
      until: {
        type: 'word',
        korean: '시험',
        summary: { ko: '시험 날', en: 'day of the exam' },
        example: { ko: '12월 15일까지', en: 'until 12/15' },
        read: readUntil,
      },
      daily: {
        type: 'integer',
        korean: '하루',
        min: 1,
        max: MOST_DAILY,
        units: ['개씩', '개', '문제씩', '문제', 'reviews', 'concepts'],
        summary: { ko: '하루에 몇 개', en: 'reviews a day' },
      },
    },
    run: async (asked, caller) =>
      answerReview(asked, caller, {
        ...(await practisedBy(caller, context)),
        withheld: withheldFrom(caller, context),
      }),
  });
