import { type Class, refusal, teaches } from '../core/class.ts';
import type { Caller } from '../core/command/command.ts';
import { UserError } from '../core/errors.ts';
import type { Context } from '../course/context.ts';
import { timetableInWords } from '../schedule/words.ts';
import { text } from './text.ts';

/** The class of the caller's channel; elsewhere the only one of the guild or workspace, if there is just one. */
export async function classAt(caller: Caller, { classes }: Context): Promise<Class | undefined> {
  const here = caller.channel === undefined ? undefined : await classes.of(caller.channel);
  if (here) return here;
  const [only, ...others] = await classes.within(caller.space);
  return others.length === 0 ? only : undefined;
}

/** The classes that the caller may mean: that of the channel; elsewhere all of the guild or workspace that they steer. */
export async function classesToTeach(caller: Caller, { classes }: Pick<Context, 'classes'>): Promise<readonly Class[]> {
  const here = caller.channel === undefined ? undefined : await classes.of(caller.channel);
  const all = here ? [here] : await classes.within(caller.space);
  return all.filter((one) => teaches(one, caller));
}

/** Why a student may not steer a class, and what they can do instead. */
const onlyInstructors = (): UserError => new UserError(text.both((words) => words.onlyInstructors));

/** Why a student may not set up a class, and whom to ask. */
export const onlyManagers = (): UserError => new UserError(text.both((words) => words.onlyManagers));

/** The answer to a student who asks for the class itself: when its card comes. */
export const cardsCome = ({ paused, timetable }: Class): UserError =>
  new UserError(
    text.both((words, locale) =>
      paused ? words.cardsArePaused : words.cardsCome(timetableInWords(timetable, locale)),
    ),
  );

/** Is the caller in a Discord direct message, where there is no guild, and so no class? */
export const isAlone = ({ channel, space, id }: Caller): boolean => channel === undefined && space === id;

/**
 * The class that an instructor means.
 * @throws UserError where there is none or several, and to students: then what `refused` says.
 */
export async function classToTeach(
  caller: Caller,
  context: Context,
  refused: (one: Class) => UserError = onlyInstructors,
): Promise<Class> {
  if (isAlone(caller)) throw new UserError(text.both((words) => words.notInDirectMessages));
  const [mine, ...others] = await classesToTeach(caller, context);
  if (mine && others.length === 0) return mine;
  if (mine) throw new UserError(text.both((words) => words.whichClass));
  const one = await classAt(caller, context);
  if (one) throw refusal(caller, () => refused(one));
  const { length } = await context.classes.within(caller.space);
  if (length > 0) throw refusal(caller, onlyInstructors);
  throw refusal(
    caller,
    () => new UserError(text.both((words) => (caller.manages ? words.noClassForManager : words.noClass))),
  );
}
