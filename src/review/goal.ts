import { dayOf } from '../core/class.ts';
import type { Caller } from '../core/command/command.ts';
import { UserError } from '../core/errors.ts';
import type { ReviewGoal } from '../core/learner-records.ts';
import type { Reply } from '../core/reply/blocks.ts';
import type { Context } from '../course/context.ts';
import { parseExamDay } from '../schedule/exam-day.ts';
import { USUAL } from '../schedule/timetable.ts';
import { renderGoal, renderGoalCleared } from './goal-views.ts';
import { NO_EXAM } from './read-goal.ts';
import { classOfLearner, examOfClass, loadStanding } from './standing.ts';
import { text } from './text.ts';

const refuse = (say: (words: ReturnType<typeof text>) => string): UserError => new UserError(text.both(say));

/** The goal after what a student wants. @throws UserError for what is no day to come. */
function changed(
  goal: ReviewGoal,
  { until, daily = goal.daily }: { until: string | undefined; daily: number | undefined },
  today: Temporal.PlainDate,
): ReviewGoal {
  const examples = text.both((words) => words.examExamples);
  const exam = until === undefined ? goal.exam : parseExamDay(until, today, examples);
  return { ...(exam === undefined ? {} : { exam }), ...(daily === undefined ? {} : { daily }) };
}

/**
 * Sets what a student reviews towards, how many a day, or clears both; and shows what is planned for today.
 * @throws UserError for what is no day to come, for a number without an exam, and where there is nothing to clear.
 */
export async function setGoal(
  wanted: { until: string | undefined; daily: number | undefined },
  caller: Caller,
  context: Context,
): Promise<Reply> {
  const { records, now } = context;
  const [one, goal] = await Promise.all([classOfLearner(caller, context), records.reviewGoal(caller.id)]);
  const at = now();
  const today = dayOf(one?.timetable ?? USUAL, at);
  // ISO dates compare as texts do.
  const isAhead = (day: string | undefined): boolean => day !== undefined && day >= today.toString();
  const classExam = examOfClass(one);
  const isClearing = wanted.until === NO_EXAM;
  if (isClearing && goal.exam === undefined && goal.daily === undefined)
    throw refuse((words) => (isAhead(classExam) ? words.classExamStays : words.nothingToClear));
  const after = isClearing ? {} : changed(goal, wanted, today);
  if (!isClearing && !isAhead(after.exam) && !isAhead(classExam)) throw refuse((words) => words.dailyNeedsExam);
  await records.setReviewGoal(caller.id, after, at.epochMilliseconds);
  const standing = await loadStanding(caller, context);
  return isClearing ? renderGoalCleared(standing, caller.locale) : renderGoal(standing, caller.locale);
}

/** What a student reviews towards. @throws UserError where there is no exam, with how to set one. */
export async function showGoal(caller: Caller, context: Context): Promise<Reply> {
  const standing = await loadStanding(caller, context);
  if (!standing.exam) throw refuse((words) => words.noExamYet);
  return renderGoal(standing, caller.locale);
}
