import { setDaysOff } from '../../src/classes/days-off.ts';
import { setExam } from '../../src/classes/exam/exam.ts';
import { pauseClass, resumeClass } from '../../src/classes/pause.ts';
import { action } from '../../src/core/command/command.ts';
import type { Context } from '../../src/course/context.ts';
import { HOW } from './options.ts';

/** The days on which a class has a card, and the day of its exam. */
export const daysActions = (context: Context) => ({
  pause: action({
    korean: '쉬기',
    summary: { ko: '카드를 잠시 쉬어요', en: 'Pauses the daily card' },
    options: {},
    run: (_, caller) => pauseClass(caller, context),
  }),
  resume: action({
    korean: '다시',
    summary: { ko: '카드를 다시 시작해요', en: 'Resumes the daily card' },
    options: {
      how: {
        type: 'choice',
        korean: '방법',
        summary: { ko: '쓸 수 없는 채널은', en: 'a lost channel' },
        choices: { without: { ko: '빼고', en: 'without' } },
      },
    },
    run: (typed, caller) => resumeClass(typed, caller, context),
  }),
  skip: action({
    korean: '휴강',
    summary: { ko: '시험 기간처럼 카드를 쉴 날을 정해요', en: 'Sets days off, such as an exam week' },
    options: {
      dates: {
        type: 'text',
        korean: '날짜',
        required: true,
        summary: { ko: '12월 14일~18일', en: '12/14-12/18' },
      },
      how: HOW,
    },
    run: (typed, caller) => setDaysOff(typed, caller, context),
  }),
  exam: action({
    korean: '시험',
    summary: {
      ko: '시험 날을 정해, 학생들의 복습을 그날에 맞춰요',
      en: 'Sets the exam day, towards which students review',
    },
    options: {
      date: {
        type: 'text',
        korean: '날짜',
        summary: { ko: '12월 15일, 없음', en: '12/15, none' },
      },
    },
    run: (typed, caller) => setExam(typed, caller, context),
  }),
});
