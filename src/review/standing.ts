import type { Term } from '../content/model.ts';
import { dayOf, type Timetable } from '../core/class.ts';
import type { Caller } from '../core/command/command.ts';
import type { Evidence } from '../core/learner-records.ts';
import type { Context } from '../course/context.ts';
import { USUAL } from '../schedule/timetable.ts';
import { replay } from './replay.ts';
import { dueOf, type Memory } from './schedule.ts';
import { daysOf, streakOf } from './streak.ts';

/** Where a student stands in their own learning. */
export interface Standing {
  now: Temporal.Instant;
  /** Of the channel's class, or else of the class that the student was in last: its days count. */
  timetable: Timetable;
  /** Oldest first. */
  shown: readonly Evidence[];
  /** By the ids of the terms that the course still has and asks about. */
  memories: ReadonlyMap<string, Memory>;
  /** What has been due longest comes first. */
  due: readonly Term[];
  streak: { current: number; longest: number };
}

async function timetableOf({ id, channel }: Caller, { classes, records }: Context): Promise<Timetable> {
  const here = channel === undefined ? undefined : await classes.of(channel);
  const last = here ? undefined : await records.classOf(id);
  const one = here ?? (last === undefined ? undefined : await classes.byId(last));
  return one?.timetable ?? USUAL;
}

/** The standing of a student who has shown this, oldest first. */
export function standingAt(
  shown: readonly Evidence[],
  timetable: Timetable,
  context: Pick<Context, 'now' | 'course'>,
): Standing {
  const now = context.now();
  const { terms } = context.course();
  const isAsked = ({ term }: Evidence): boolean => (terms.get(term)?.questions.length ?? 0) > 0;
  const memories = replay(shown.filter(isAsked));
  const days = daysOf(
    timetable,
    shown.map(({ at }) => at),
  );
  return {
    now,
    timetable,
    shown,
    memories,
    due: dueOf(memories, now.epochMilliseconds, memories.size).flatMap((id) => terms.get(id) ?? []),
    streak: streakOf(days, dayOf(timetable, now), timetable),
  };
}

/** The caller's standing now, by all that is recorded of them. */
export async function loadStanding(caller: Caller, context: Context): Promise<Standing> {
  const [timetable, shown] = await Promise.all([timetableOf(caller, context), context.records.evidence(caller.id)]);
  return standingAt(shown, timetable, context);
}
