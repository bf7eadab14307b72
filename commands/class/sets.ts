import { lockSet, openSet } from '../../src/classes/sets/open.ts';
import { action } from '../../src/core/command/command.ts';
import type { Context } from '../../src/course/context.ts';
import { SURE } from './options.ts';

/** Nothing completes it: students can type the command as well, and are not to read what their exams are called. */
const set = {
  type: 'text',
  korean: '문제집',
  summary: { ko: '잠긴 문제집', en: 'locked set' },
} as const;

/** `/class open` and `/class lock`: who may see a set that is kept back. */
export const setActions = (context: Context) => ({
  open: action({
    korean: '열기',
    summary: { ko: '잠긴 문제집을 이 수업의 학생에게 열어요', en: 'Opens a locked set to the students of this class' },
    options: { set, how: SURE },
    run: (typed, caller) => openSet(typed, caller, context),
  }),
  lock: action({
    korean: '잠그기',
    summary: { ko: '연 문제집을 다시 잠가요', en: 'Locks a set again that was opened' },
    options: { set },
    run: (typed, caller) => lockSet(typed, caller, context),
  }),
});
