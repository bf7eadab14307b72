import { openNewForm } from '../../src/classes/questions/form.ts';
import { listQuestions } from '../../src/classes/questions/list.ts';
import { typeChoices, writeTyped } from '../../src/classes/questions/typed.ts';
import { action } from '../../src/core/command/command.ts';
import type { Context } from '../../src/course/context.ts';
import { completeTitles } from '../../src/course/find.ts';

/** The questions that a class writes itself. */
export const questionActions = (context: Context) => ({
  question: action({
    korean: '문제',
    summary: { ko: '이 수업만의 문제를 써요', en: 'Writes a question of this class' },
    options: {
      concept: {
        type: 'text',
        korean: '개념',
        summary: { ko: '어느 개념의 문제인지', en: 'concept' },
        complete: completeTitles(context, 'term'),
      },
      type: {
        type: 'choice',
        korean: '유형',
        summary: { ko: '문제 유형', en: 'type of question' },
        choices: typeChoices,
      },
    },
    run: ({ concept, type }, caller) =>
      openNewForm(
        { ...(concept === undefined ? {} : { concept }), ...(type === undefined ? {} : { type }) },
        caller,
        context,
      ),
    runTyped: (typed, caller) => writeTyped(typed, caller, context),
  }),
  questions: action({
    korean: '문제목록',
    summary: {
      ko: '이 수업이 쓴 문제를 보고, 고치거나 빼거나 파일로 받아요',
      en: 'Shows the questions of this class, to change, hide or export',
    },
    options: {
      page: {
        type: 'integer',
        korean: '쪽',
        min: 1,
        max: 1000,
        units: ['쪽', '페이지', 'page'],
        summary: { ko: '몇 쪽', en: 'page' },
      },
      how: {
        type: 'choice',
        korean: '방법',
        summary: { ko: '파일로 내보내기, 지난 학기 문제 가져오기', en: 'as a file, or from the last term' },
        choices: { export: { ko: '내보내기', en: 'export' }, take: { ko: '가져오기', en: 'take' } },
      },
    },
    run: (typed, caller) => listQuestions(typed, caller, context),
  }),
});
