import type { Term } from '../content/model.ts';
import { type Class, dayOf, type Timetable } from '../core/class.ts';
import type { Caller } from '../core/command/command.ts';
import type { Evidence } from '../core/learner-records.ts';
import type { Context } from '../course/context.ts';
import { asksAnything } from '../course/course.ts';
import { USUAL } from '../schedule/timetable.ts';
import { replay } from './replay.ts';
import type { Memory } from './schedule.ts';
import { daysOf, streakOf } from './streak.ts';
import { type Exam, type Goals, reviewsToday } from './today.ts';

/** Where a student stands in their own learning. */
export interface Standing {
  now: Temporal.Instant;
  /** Of the channel's class, or else of the class that the student was in last: its days count. */
  timetable: Timetable;
  /** Oldest first. */
  shown: readonly Evidence[];
  /** By the ids of the terms that the course still has and asks about. */
  memories: ReadonlyMap<string, Memory>;
  /** What they review towards; undefined without an exam that is still to come. */
  exam: Exam | undefined;
  /** What is to be reviewed today, the first to ask first: what has been due longest, or what is planned for the exam. */
  due: readonly Term[];
  /** What may follow for a student who wants more. */
  next: readonly Term[];
  streak: { current: number; longest: number };
  /** The course has questions: there is something to practise. */
  asksAnything: boolean;
}

const NO_GOALS: Goals = { own: {}, classExam: undefined };

/** The class of the caller's channel, or else the one that they were in last. */
export async function classOfLearner(
  { id, channel }: Pick<Caller, 'id' | 'channel'>,
  { classes, records }: Pick<Context, 'classes' | 'records'>,
): Promise<Class | undefined> {
  const here = channel === undefined ? undefined : await classes.of(channel);
  const last = here ? undefined : await records.classOf(id);
  return here ?? (last === undefined ? undefined : await classes.byId(last));
}

/** The local date (ISO) of a class's exam; a term that is over has none. */
export const examOfClass = (one: Class | undefined): string | undefined =>
  one?.closed === undefined ? one?.exam : undefined;

/** The standing of a student who has shown this, oldest first. */
export function standingAt(
  shown: readonly Evidence[],
  timetable: Timetable,
  context: Pick<Context, 'now' | 'course'>,
  goals = NO_GOALS,
): Standing {
  const now = context.now();
  const course = context.course();
  const { terms } = course;
  const asked = shown.filter(({ term }) => (terms.get(term)?.questions.length ?? 0) > 0);
  const memories = replay(asked);
  const days = daysOf(
    timetable,
    shown.map(({ at }) => at),
  );
  const today = reviewsToday({ now, timetable, shown: asked, memories }, goals);
  const termsOf = (ids: readonly string[]): Term[] => ids.flatMap((id) => terms.get(id) ?? []);
  return {
    now,
    timetable,
    shown,
    memories,
    exam: today.exam,
    due: termsOf(today.due),
    next: termsOf(today.next),
    streak: streakOf(days, dayOf(timetable, now), timetable),
    asksAnything: asksAnything(course),
  };
}

/** The caller's standing now, by all that is recorded of them. */
export async function loadStanding(
  caller: Pick<Caller, 'id' | 'channel'>,
  context: Pick<Context, 'classes' | 'records' | 'now' | 'course'>,
): Promise<Standing> {
  const [one, shown, own] = await Promise.all([
    classOfLearner(caller, context),
    context.records.evidence(caller.id),
    context.records.reviewGoal(caller.id),
  ]);
  return standingAt(shown, one?.timetable ?? USUAL, context, { own, classExam: examOfClass(one) });
}
