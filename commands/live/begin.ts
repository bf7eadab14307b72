import { classToTeach } from '../../src/classes/find.ts';
import { action } from '../../src/core/command/command.ts';
import type { Context } from '../../src/course/context.ts';
import { planQuiz } from '../../src/live/plan/plan.ts';
import { previewAsAsked } from '../../src/live/preview/preview.ts';
import { startAsAsked } from '../../src/live/start.ts';
import { rolesOf } from '../../src/live/team-roles.ts';
import { completeDays, completeHours } from '../../src/schedule/completions.ts';
import { readAnyHour, readDay, readHourAmongWords } from '../../src/schedule/parse-moments.ts';
import { howToPlay, previewed, rolesIn } from './options.ts';

/** Begins a quiz, shows its questions beforehand, or plans it. */
export const beginActions = (context: Context) => ({
  start: action({
    korean: '시작',
    summary: { ko: '라이브 퀴즈를 시작해요', en: 'Begins a live quiz' },
    options: howToPlay(context),
    async run(options, caller) {
      const one = await classToTeach(caller, context);
      return startAsAsked(one, options, rolesOf(rolesIn(options), caller), caller, context);
    },
  }),
  preview: action({
    korean: '미리보기',
    summary: { ko: '낼 문제를 혼자 미리 보고 바꿔요', en: 'Shows you the questions beforehand, to swap some' },
    options: previewed(context),
    run: async (wanted, caller) => previewAsAsked(await classToTeach(caller, context), wanted, caller, context),
  }),
  plan: action({
    korean: '예약',
    summary: {
      ko: '정한 시간에 저절로 시작하도록 예약하거나, 예약한 라이브 퀴즈를 봐요',
      en: 'Announces a live quiz that begins by itself at an hour, or shows what is planned',
    },
    options: {
      day: {
        type: 'word',
        korean: '날짜',
        summary: { ko: '날짜', en: 'day' },
        example: { ko: '내일, 12월 15일', en: 'tomorrow, 15 December' },
        read: readDay,
        complete: completeDays,
      },
      time: {
        type: 'word',
        korean: '시각',
        summary: { ko: '시작할 시각', en: 'hour' },
        example: { ko: '10시, 오후 2시 반', en: '10am, 14:30' },
        read: readHourAmongWords,
        readNamed: readAnyHour,
        complete: completeHours,
      },
      ...howToPlay(context),
      how: {
        type: 'choice',
        korean: '방법',
        summary: { ko: '예약한 것을 이 시간으로 옮기려면', en: 'to move one that is planned to that time' },
        choices: { move: { ko: '옮기기', en: 'move' } },
      },
    },
    async run(options, caller) {
      const one = await classToTeach(caller, context);
      return planQuiz(one, options, rolesOf(rolesIn(options), caller), caller, context);
    },
  }),
});
