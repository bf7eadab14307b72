import { isDeepStrictEqual } from 'node:util';
import { type Class, dayOf } from '../core/class.ts';
import { UserError } from '../core/errors.ts';
import type { Context } from '../course/context.ts';
import { dueOf } from '../daily/plan.ts';
import { timeliness } from '../schedule/timetable.ts';

/** Times that somebody else may be quicker; more would be no people. */
const TRIES = 20;

/** @throws UserError where a class ended while it was talked of. */
export const isOver = (): UserError =>
  new UserError({
    ko: '이 수업은 방금 끝났어요. 다시 시작하려면 수업 채널에서 `/class setup`을 입력해 주세요.',
    en: 'This class has just ended. Type `/class setup` in a channel to start again.',
  });

/** When it is due after a change. A card that is due at this moment, and not yet planned, is not lost by it. */
async function dueAfter(one: Class, { due }: Class, context: Context): Promise<number | undefined> {
  if (one.paused) return undefined;
  const now = context.now();
  const next = await dueOf(one, now.epochMilliseconds, context);
  if (due === undefined) return next;
  const at = Temporal.Instant.fromEpochMilliseconds(due);
  const isPending = ['now', 'late'].includes(timeliness(one.timetable, at, now));
  const day = (instant: Temporal.Instant): Temporal.PlainDate => dayOf(one.timetable, instant);
  const laterToday = next !== undefined && day(Temporal.Instant.fromEpochMilliseconds(next)).equals(day(at));
  return isPending && !laterToday ? due : next;
}

/**
 * Changes a class and what follows from it. Of two who change it at once, neither loses what the other did: `how` is
 * asked again for what the class is by then.
 * @throws UserError where it is over, and what `how` throws.
 */
export async function changeClass(id: string, how: (now: Class) => Class, context: Context): Promise<Class> {
  for (let tries = 0; tries < TRIES; tries++) {
    const was = await context.classes.byId(id);
    if (!was) throw isOver();
    const wanted = how(was);
    const one = { ...wanted, due: await dueAfter(wanted, was, context) };
    if (isDeepStrictEqual(one, was)) return was;
    if (await context.classes.replace(was, one, context.now().epochMilliseconds)) return one;
  }
  throw new Error('a class never stops changing');
}
