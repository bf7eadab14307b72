import type { Term } from '../content/model.ts';
import { dayOf, type Timetable } from '../core/class.ts';
import type { Caller } from '../core/command/command.ts';
import type { Shown } from '../core/learner-records.ts';
import type { World } from '../course/context.ts';
import { USUAL } from '../schedule/timetable.ts';
import { replay } from './replay.ts';
import { dueOf, type Memory } from './schedule.ts';
import { daysOf, streakOf } from './streak.ts';

/** Where somebody stands in their own learning. */
export interface Standing {
  now: Temporal.Instant;
  /** Whose days count: the class's of the channel, or else of the class that they were in last. */
  timetable: Timetable;
  shown: readonly Shown[];
  /** Of the terms that the course still has and asks about. */
  memories: ReadonlyMap<string, Memory>;
  /** What has been due longest comes first. */
  due: readonly Term[];
  streak: { current: number; longest: number };
}

async function timetableOf({ id, channel }: Caller, { classes, memory }: World): Promise<Timetable> {
  const here = channel === undefined ? undefined : await classes.of(channel);
  const last = here ? undefined : await memory.classOf(id);
  const one = here ?? (last === undefined ? undefined : await classes.byId(last));
  return one?.timetable ?? USUAL;
}

/** Where somebody stands who has shown this, oldest first. */
export function standingAt(
  shown: readonly Shown[],
  timetable: Timetable,
  world: Pick<World, 'now' | 'course'>,
): Standing {
  const now = world.now();
  const { terms } = world.course();
  const asked = ({ term }: Shown): boolean => (terms.get(term)?.questions.length ?? 0) > 0;
  const memories = replay(shown.filter(asked));
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

export async function standingOf(caller: Caller, world: World): Promise<Standing> {
  const [timetable, shown] = await Promise.all([timetableOf(caller, world), world.memory.shown(caller.id)]);
  return standingAt(shown, timetable, world);
}
