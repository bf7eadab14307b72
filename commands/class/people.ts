import { joinClass, leaveClass } from '../../src/classes/channels/join.ts';
import { setInstructors } from '../../src/classes/instructors.ts';
import { closeClass } from '../../src/classes/term/close.ts';
import { action } from '../../src/core/command/command.ts';
import type { Context } from '../../src/course/context.ts';
import { HOW, SURE } from './options.ts';

/** Who teaches a class, in which channels, and the end of its term. */
export const peopleActions = (context: Context) => ({
  instructors: action({
    korean: '선생님',
    summary: { ko: '함께 가르치는 선생님을 정해요', en: 'Names who else teaches the class' },
    options: {
      who: { type: 'mentionable', korean: '누구', summary: { ko: '사람이나 역할', en: 'person or role' } },
      how: HOW,
    },
    run: (typed, caller) => setInstructors(typed, caller, context),
  }),
  join: action({
    korean: '합치기',
    summary: {
      ko: '다른 수업의 코드를 적어 이 채널을 그 수업에 넣어요',
      en: 'Adds this channel to another class, by its code',
    },
    options: {
      code: { type: 'text', korean: '코드', required: true, summary: { ko: '수업 코드', en: 'code of the class' } },
      how: {
        type: 'choice',
        korean: '방법',
        byButton: true,
        summary: { ko: '이미 수업이 있으면', en: 'where there is a class already' },
        choices: { move: { ko: '옮기기', en: 'move' } },
      },
    },
    run: (typed, caller) => joinClass(typed, caller, context),
  }),
  leave: action({
    korean: '나가기',
    summary: { ko: '이 채널을 수업에서 빼요', en: 'Takes this channel out of its class' },
    options: { how: SURE },
    run: (typed, caller) => leaveClass(typed, caller, context),
  }),
  close: action({
    korean: '종강',
    summary: {
      ko: '학기를 마쳐요. 보고서는 남아요',
      en: 'Ends the term; its reports stay',
    },
    options: {
      how: {
        type: 'choice',
        korean: '방법',
        byButton: true,
        summary: { ko: '묻지 않고, 또는 되돌리기', en: 'without asking, or undo' },
        choices: { sure: { ko: '바로', en: 'sure' }, undo: { ko: '되돌리기', en: 'undo' } },
      },
    },
    run: (typed, caller) => closeClass(typed, caller, context),
  }),
});
