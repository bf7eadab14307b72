import { isDate } from '../schedule/exam-day.ts';

/** Most reviews a day that a student may want. */
export const MOST_DAILY = 100;

/** What clears a goal. */
const NONE = /^(?:(?:until|exam|시험(?: ?날)?) )?(?:없음|없어요?|없애기|지우기|취소|none|off|clear|cancel)$/i;

/** The one form of what clears a goal. */
export const NO_EXAM = 'none';

/** An exam's day as typed, or that there is none: `12월 15일까지`, `until 12/15`, `없음`; undefined for anything else. */
export function readUntil(typed: string): string | undefined {
  if (NONE.test(typed)) return NO_EXAM;
  return isDate(typed) ? typed : undefined;
}

/** Words that stand beside a number of reviews a day. */
const A_DAY = /^(?:하루에?|매일|날마다|a day|per day|every day|daily|each day)$/i;
const MORE = /^(?:더(?: 하기| 할래)?|more)$/i;
const WRONG = /^(?:틀린 ?(?:것|거|문제|개념)(?:들|만)?|오답|wrong(?: ones)?|mistakes)$/i;
const PLAN = /^(?:시험(?: ?날)?|계획|복습 ?계획|exam|plan)$/i;
/** A date was meant, though none could be read. */
const AS_DATE = /까지$|^(?:until|till|by) /i;

/** What the free words of a review mean. */
export type FreeWords = { kind: 'nothing' | 'more' | 'wrong' | 'plan' | 'date' } | { kind: 'concept'; words: string };

export function readFreeWords(typed: string | undefined): FreeWords {
  if (typed === undefined || A_DAY.test(typed)) return { kind: 'nothing' };
  if (MORE.test(typed)) return { kind: 'more' };
  if (WRONG.test(typed)) return { kind: 'wrong' };
  if (PLAN.test(typed)) return { kind: 'plan' };
  return AS_DATE.test(typed) ? { kind: 'date' } : { kind: 'concept', words: typed };
}
