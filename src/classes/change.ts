import { isDeepStrictEqual } from 'node:util';
import { type Class, dayOf } from '../core/class.ts';
import { UserError } from '../core/errors.ts';
import type { Context } from '../course/context.ts';
import { nextDue } from '../daily/plan.ts';
import { timeliness } from '../schedule/timetable.ts';
import { text } from './text.ts';

/** Attempts at changing a class that others change as well: so many instructors at once would be no people. */
export const ATTEMPTS = 20;

/** @throws UserError where a class ended while an instructor was changing it. */
export const classOver = (): UserError => new UserError(text.both((words) => words.classOver));

/** When a class is due after a change. A card that is due at this moment, and not yet planned, is not lost by it. */
export async function dueAfter(one: Class, { due }: Class, context: Context): Promise<number | undefined> {
  if (one.paused || one.closed !== undefined) return undefined;
  const now = context.now();
  const next = await nextDue(one, now.epochMilliseconds, context);
  if (due === undefined) return next;
  const at = Temporal.Instant.fromEpochMilliseconds(due);
  const isPending = ['now', 'late'].includes(timeliness(one.timetable, at, now));
  const day = (instant: Temporal.Instant): Temporal.PlainDate => dayOf(one.timetable, instant);
  const laterToday = next !== undefined && day(Temporal.Instant.fromEpochMilliseconds(next)).equals(day(at));
  return isPending && !laterToday ? due : next;
}

/**
 * Changes a class, and when it is due. Where another instructor changes it at the same time, `change` is called again
 * with what they made of it, so that neither change is lost. With `checkFree`, which is called again as well, the class
 * takes no channel from another one.
 * @throws UserError where the class is over, and what `change` and `checkFree` throw.
 */
export async function changeClass(
  id: string,
  change: (now: Class) => Class,
  context: Context,
  checkFree?: () => Promise<void>,
): Promise<Class> {
  for (let attempt = 0; attempt < ATTEMPTS; attempt++) {
    await checkFree?.();
    const was = await context.classes.byId(id);
    if (!was || was.closed !== undefined) throw classOver();
    const changed = change(was);
    const one = { ...changed, due: await dueAfter(changed, was, context) };
    if (isDeepStrictEqual(one, was)) return was;
    const onlyFree = checkFree === undefined ? undefined : true;
    if (await context.classes.replace(was, one, context.now().epochMilliseconds, onlyFree)) return one;
  }
  throw new Error('a class never stops changing');
}

/** A class without one of its channels; where it was paused for that channel alone, it goes on. */
export const withoutChannel = (channel: string, one: Class): Class => ({
  ...one,
  channels: one.channels.filter((known) => known.channel !== channel),
  paused: one.paused && one.paused.why !== 'asked' && one.paused.channel === channel ? undefined : one.paused,
});
