import { classToTeach } from '../../src/classes/find.ts';
import { action } from '../../src/core/command/command.ts';
import type { Context } from '../../src/course/context.ts';
import { readDeadlineDay, readDeadlineHour } from '../../src/homework/deadline.ts';
import { giveHomework } from '../../src/homework/give.ts';
import { completeTopics } from '../../src/practice/find-topic.ts';
import { completeDays, completeHours } from '../../src/schedule/completions.ts';
import { questionCount } from '../options/question-count.ts';

/** What a class is given to do by itself. */
export const homeworkActions = (context: Context) => ({
  homework: action({
    korean: '숙제',
    summary: {
      ko: '숙제를 내고, 누가 했는지 봐요',
      en: 'Gives the class homework, and shows who has done it',
    },
    options: {
      topic: {
        type: 'text',
        korean: '주제',
        summary: { ko: '개념, 1장, 3주차, 이번 주, 문제집', en: 'concept, chapter 1, week 3, this week, set' },
        complete: completeTopics(context, { forAll: true }),
      },
      until: {
        type: 'word',
        korean: '언제까지',
        summary: { ko: '마감하는 날', en: 'day of the deadline' },
        example: { ko: '12월 3일까지', en: 'until 3 December' },
        read: readDeadlineDay,
        complete: completeDays,
      },
      time: {
        type: 'word',
        korean: '시각',
        summary: { ko: '마감 시각, 없으면 23:59', en: 'hour of the deadline, 23:59 by default' },
        example: { ko: '18시까지', en: 'until 6pm' },
        read: readDeadlineHour,
        complete: completeHours,
      },
      count: questionCount,
      how: {
        type: 'choice',
        korean: '방법',
        summary: { ko: '마감 바꾸기', en: 'move a deadline' },
        choices: { move: { ko: '바꾸기', en: 'move' } },
      },
    },
    run: async (typed, caller) => giveHomework(await classToTeach(caller, context), typed, caller, context),
  }),
});
