import { type Class, dayOf } from '../../core/class.ts';
import type { Caller } from '../../core/command/command.ts';
import { UserError } from '../../core/errors.ts';
import type { Reply } from '../../core/reply/blocks.ts';
import type { Context } from '../../course/context.ts';
import { parseExamDay } from '../../schedule/exam-day.ts';
import { datesInWords } from '../../schedule/words.ts';
import { changeClass } from '../change.ts';
import { classReply, examAhead } from '../class-reply.ts';
import { classToTeach } from '../find.ts';
import { text } from './text.ts';

/** What clears the day of the exam, as instructors type it. */
const NONE = /^(?:없음|없어요?|없애기|지우기|취소|빼기|none|off|clear|cancel|remove)$/i;

function withExam({ exam: _, ...one }: Class, exam: string | undefined): Class {
  return exam === undefined ? one : { ...one, exam };
}

/**
 * Sets the day of a class's exam, towards which its students review, or clears it; without a date it says which it is.
 * @throws UserError for what is no day to come, and where there is none to clear.
 */
export async function setExam(
  { date: typed }: { date: string | undefined },
  caller: Caller,
  context: Context,
): Promise<Reply> {
  const { locale } = caller;
  const words = text(locale);
  const before = await classToTeach(caller, context);
  const now = context.now();
  const today = dayOf(before.timetable, now);
  const inWords = (date: string): string => datesInWords({ from: date, to: date }, locale, today);
  if (typed === undefined) {
    const exam = examAhead(before, now);
    const heading = exam === undefined ? words.noExam : words.examIs(inWords(exam));
    return classReply(before, { heading, lead: words.toSetExam, now, whole: true }, caller);
  }
  const isClearing = NONE.test(typed.trim());
  if (isClearing && before.exam === undefined) throw new UserError(text.both((own) => own.noExamToClear));
  const examples = text.both((own) => own.examples);
  const exam = isClearing ? undefined : parseExamDay(typed, today, examples);
  const one = await changeClass(before.id, (is) => withExam(is, exam), context);
  const done =
    exam === undefined
      ? { heading: words.examCleared, lead: words.reviewsAsUsual }
      : { heading: words.examIs(inWords(exam)), lead: words.reviewsTowards };
  return classReply(one, { ...done, now, whole: true }, caller);
}
