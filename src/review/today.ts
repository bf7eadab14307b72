import { dayOf, type Timetable } from '../core/class.ts';
import type { Evidence, ReviewGoal } from '../core/learner-records.ts';
import { rankForExam } from './exam-plan.ts';
import { answeredSince, usualDaily } from './habit.ts';
import { dueOf, type Memory } from './schedule.ts';

/** What a student reviews towards: their own exam, or else that of their class. */
export interface Exam {
  /** Local date (ISO). */
  date: string;
  /** Days from today, 0 on the day itself. */
  days: number;
  isOwn: boolean;
  /** Reviews a day. */
  daily: number;
  /** How many of today's are done, and how many there are with them. */
  done: number;
  planned: number;
}

/** Ids of terms, the first to ask first. */
export interface Today {
  exam?: Exam;
  due: readonly string[];
  /** What may follow for a student who wants more. */
  next: readonly string[];
}

export interface Goals {
  own: ReviewGoal;
  /** Local date (ISO) of the class's exam. */
  classExam: string | undefined;
}

interface Learner {
  now: Temporal.Instant;
  timetable: Timetable;
  /** Oldest first, of terms that the course asks about. */
  shown: readonly Evidence[];
  memories: ReadonlyMap<string, Memory>;
}

/** The exam that counts on a local date: a student's own goes before the class's, and one that is over is none. */
function examOn(today: string, { own, classExam }: Goals): Pick<Exam, 'date' | 'isOwn'> | undefined {
  // ISO dates compare as texts do.
  if (own.exam !== undefined && own.exam >= today) return { date: own.exam, isOwn: true };
  return classExam !== undefined && classExam >= today ? { date: classExam, isOwn: false } : undefined;
}

/** When an exam is, where nothing more is known: noon, and on its afternoon now. */
const momentOf = (day: Temporal.PlainDate, { timetable: { zone }, now }: Learner): number =>
  Math.max(day.toZonedDateTime({ timeZone: zone, plainTime: '12:00' }).epochMilliseconds, now.epochMilliseconds);

/** What is to be reviewed today: what is due, or, before an exam, what is planned towards it. */
export function reviewsToday(learner: Learner, goals: Goals): Today {
  const { now, timetable, shown, memories } = learner;
  const day = dayOf(timetable, now);
  const start = day.toZonedDateTime(timetable.zone).epochMilliseconds;
  const answered = answeredSince(start, shown);
  const unanswered = (ids: readonly string[]): string[] => ids.filter((id) => !answered.all.has(id));
  const exam = examOn(day.toString(), goals);
  if (!exam) {
    const soonest = dueOf(memories, Number.POSITIVE_INFINITY, memories.size);
    const isDue = (id: string): boolean => (memories.get(id)?.due ?? 0) <= now.epochMilliseconds;
    return { due: soonest.filter(isDue), next: unanswered(soonest.filter((id) => !isDue(id))) };
  }
  const date = Temporal.PlainDate.from(exam.date);
  const days = day.until(date).days;
  const daily = goals.own.daily ?? usualDaily(start, shown);
  const plan = { now: now.epochMilliseconds, exam: momentOf(date, learner), days: Math.max(1, days), daily };
  const ranked = rankForExam(memories, plan).filter(({ id }) => !answered.all.has(id));
  const done = answered.reviews.size;
  const worthIt = ranked.filter(({ waits }) => !waits).slice(0, Math.max(0, daily - done));
  const due = worthIt.map(({ id }) => id);
  return {
    exam: { ...exam, days, daily, done, planned: done + due.length },
    due,
    next: ranked.slice(due.length).map(({ id }) => id),
  };
}
