import { type Class, dayOf, teaches } from '../../core/class.ts';
import type { Caller } from '../../core/command/command.ts';
import { UserError } from '../../core/errors.ts';
import type { Locale } from '../../core/locale.ts';
import type { Context } from '../../course/context.ts';
import { datesInWords } from '../../schedule/words.ts';
import { classAt, classesToTeach, classToTeach, isAlone } from '../find.ts';
import { text } from './text.ts';

/** Said where no closed class is meant. */
export const noClosed = (): UserError => new UserError(text.both((words) => words.noClosed));

/** The closed classes that the caller steered, last closed first: those of the channel, where it had some. */
export async function closedClasses(caller: Caller, { classes }: Pick<Context, 'classes'>): Promise<readonly Class[]> {
  if (isAlone(caller)) return [];
  const here = caller.channel === undefined ? [] : await closedIn([caller.channel], caller, classes);
  return here.length > 0 ? here : (await classes.closed({ space: caller.space })).filter((one) => teaches(one, caller));
}

/** The closed classes that the caller steered in these channels, last closed first. */
export const closedIn = async (
  channels: readonly string[],
  caller: Caller,
  classes: Context['classes'],
): Promise<Class[]> => (await classes.closed({ channels })).filter((one) => teaches(one, caller));

/** Has the class that the caller steers followed another one of theirs? A workspace may have had hundreds elsewhere. */
export async function hasEarlier(caller: Caller, context: Pick<Context, 'classes'>): Promise<boolean> {
  if (isAlone(caller)) return false;
  const channels = (await classesToTeach(caller, context)).flatMap((one) => one.channels.map(({ channel }) => channel));
  return (await closedIn(channels, caller, context.classes)).length > 0;
}

/** The class that was closed last, where an instructor has no other by now. */
export async function lastClosed(caller: Caller, context: Context): Promise<Class | undefined> {
  if (isAlone(caller) || (await classesToTeach(caller, context)).length > 0) return undefined;
  return (await classAt(caller, context)) ? undefined : (await closedClasses(caller, context))[0];
}

/**
 * The class whose past an instructor means: the one that they steer, or, where its term is over and no other has begun,
 * the one that was closed last. @throws UserError where there is none or several, and to students.
 */
export const classToRead = async (caller: Caller, context: Context): Promise<Class> =>
  (await lastClosed(caller, context)) ?? classToTeach(caller, context);

/** A closed class of the caller's, by its id, as a button says it. @throws UserError for any other. */
export async function closedById(id: string, caller: Caller, { classes }: Context): Promise<Class> {
  const one = await classes.byId(id);
  if (one?.closed === undefined || !teaches(one, caller)) throw noClosed();
  return one;
}

/** From a class's first card to its end: `9월 1일(화)~12월 18일(금)`. */
export async function termInWords(one: Class, { outbox, now }: Context, locale: Locale): Promise<string> {
  const end = one.closed === undefined ? now() : Temporal.Instant.fromEpochMilliseconds(one.closed);
  const to = dayOf(one.timetable, end).toString();
  const first = (await outbox.history(one.id))[0]?.day;
  return datesInWords({ from: first !== undefined && first < to ? first : to, to }, locale);
}
