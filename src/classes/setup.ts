import { type Class, refusal, teaches } from '../core/class.ts';
import type { Caller } from '../core/command/command.ts';
import { UserError } from '../core/errors.ts';
import type { Locale } from '../core/locale.ts';
import type { Context } from '../course/context.ts';
import { nextDue } from '../daily/plan.ts';
import { USUAL } from '../schedule/timetable.ts';
import { changeClass } from './change.ts';
import { areSame } from './changes.ts';
import { newCode } from './channels/code.ts';
import { checkChannel, resolveChannel } from './channels/resolve.ts';
import { onlyManagers } from './find.ts';
import { refuseWhileLive } from './term/close.ts';
import { closedIn } from './term/closed.ts';
import { text } from './text.ts';

/** What an instructor wants of a class; what is left out stays as it is, and is the usual in a new class. */
export interface Wanted {
  channel: string | undefined;
  /** The channel of a class that is to move to `channel`. */
  from: string | undefined;
  minute: number | undefined;
  weekdays: readonly number[] | undefined;
  zone: string | undefined;
  locale: Locale | undefined;
  holidays: boolean | undefined;
  /** The first day that may have a card, ISO. */
  first: string | undefined;
  /** The id of its course, where there are several. */
  course: string | undefined;
}

/**
 * `new`: there was none. `moved`: from another channel, since that was asked for. `carriedOn`: its channel was gone.
 * `same`: all was as it is asked for.
 */
export interface SetUp {
  one: Class;
  what: 'new' | 'moved' | 'carriedOn' | 'resumed' | 'changed' | 'same';
  /** As it was; undefined where there was none. */
  before: Class | undefined;
}

/** A class with what an instructor wants of it; setting it up also resumes it. */
const withWishes = (one: Class, { minute, weekdays, zone, locale, holidays, first, course }: Wanted): Class => ({
  ...one,
  ...(course === undefined ? {} : { course }),
  locale: locale ?? one.locale,
  paused: undefined,
  timetable: {
    ...one.timetable,
    zone: zone ?? one.timetable.zone,
    minute: minute ?? one.timetable.minute,
    weekdays: weekdays ?? one.timetable.weekdays,
    holidays: holidays ?? one.timetable.holidays,
    ...(first === undefined ? {} : { first }),
  },
});

/** The class that has lost its channel and waits for another: setting one up elsewhere carries it on. */
async function findWaiting(caller: Caller, { classes }: Context): Promise<{ one: Class; gone: string } | undefined> {
  const all = (await classes.within(caller.space)).flatMap((one) =>
    one.paused?.why === 'gone' && teaches(one, caller) ? [{ one, gone: one.paused.channel }] : [],
  );
  const [only, ...others] = all.filter(({ one, gone }) =>
    one.channels.some(({ channel, space }) => channel === gone && space === caller.space),
  );
  return others.length === 0 ? only : undefined;
}

/** A new class; undefined where the channel has got one meanwhile. */
async function beginClass(
  channel: string,
  wanted: Wanted,
  caller: Caller,
  context: Context,
): Promise<Class | undefined> {
  const plain: Class = {
    id: context.newId(),
    timetable: USUAL,
    locale: caller.locale,
    channels: [{ channel, space: caller.space }],
    // An instructor who does not manage the place began it after the last term: they go on steering it.
    instructors: caller.manages ? [] : caller.known.slice(0, 1),
    paused: undefined,
    due: undefined,
    owner: caller.id,
    code: newCode(context.newId),
    // Kept by its id: another order of the folders must not give the class another course.
    ...(context.courses().length > 1 ? { course: context.course().content.settings.id } : {}),
  };
  const now = context.now().epochMilliseconds;
  const wished = withWishes(plain, wanted);
  const one = { ...wished, due: await nextDue(wished, now, context) };
  return (await context.classes.replace(undefined, one, now)) ? one : undefined;
}

/** Changes a class, and tells how it was. `checkFree` as of changeClass(). */
async function changed(
  id: string,
  change: (now: Class) => Class,
  context: Context,
  checkFree?: () => Promise<void>,
): Promise<{ before: Class | undefined; one: Class }> {
  let before: Class | undefined;
  const one = await changeClass(
    id,
    (now) => {
      before = now;
      return change(now);
    },
    context,
    checkFree,
  );
  return { before, one };
}

/** The class with a channel in the place of another one. */
const inPlaceOf = (from: string, here: Class['channels'][number], one: Class): Class => ({
  ...one,
  channels: one.channels.map((each) => (each.channel === from ? here : each)),
});

/** Refuses a channel that has a class. @throws UserError */
const freeChannel =
  (channel: string, { classes }: Context) =>
  async (): Promise<void> => {
    if (await classes.of(channel)) throw new UserError(text.both((words) => words.channelHasClass));
  };

/**
 * Moves a class to a channel without one, with what else an instructor wants of it. Those who may begin a class in a channel
 * may move one there: the bot will write in it each day, and steering a class elsewhere gives no right to that.
 * @throws UserError as setUp().
 */
async function move(from: string, channel: string, wanted: Wanted, caller: Caller, context: Context): Promise<SetUp> {
  const moving = await context.classes.of(from);
  if (!moving || !teaches(moving, caller)) throw refusal(caller, onlyManagers);
  const checkFree = freeChannel(channel, context);
  await checkFree();
  if (!(await mayBegin(channel, caller, context)))
    throw refusal(caller, () => new UserError(text.both((words) => words.onlyManagersMove)));
  await checkChannel(channel, caller, context);
  await refuseWhileLive(moving, context);
  const here = { channel, space: caller.space };
  const moved = (now: Class): Class => inPlaceOf(from, here, withWishes(now, wanted));
  return { ...(await changed(moving.id, moved, context, checkFree)), what: 'moved' };
}

/** May the caller begin a class in a channel that has none: do they manage the place, or did they steer the last one? */
const mayBegin = async (channel: string, caller: Caller, context: Context): Promise<boolean> =>
  caller.manages === true || (await closedIn([channel], caller, context.classes)).length > 0;

/** Makes the class of a channel, or changes it. @throws UserError where it may not or cannot be. */
export async function setUp(wanted: Wanted, caller: Caller, context: Context): Promise<SetUp> {
  const channel = resolveChannel(wanted.channel, caller);
  const from = wanted.from === undefined ? channel : resolveChannel(wanted.from, caller);
  if (from !== channel) return move(from, channel, wanted, caller, context);
  const known = await context.classes.of(channel);
  const found = known ? undefined : await findWaiting(caller, context);
  // Without their channel, instructors go on where they write themselves.
  const waiting = caller.manages || channel === caller.channel ? found : undefined;
  const isAllowed = known
    ? teaches(known, caller)
    : waiting !== undefined || (await mayBegin(channel, caller, context));
  if (!isAllowed) throw refusal(caller, onlyManagers);
  await checkChannel(channel, caller, context);
  if (known) {
    const { before, one } = await changed(known.id, (now) => withWishes(now, wanted), context);
    const isSame = before !== undefined && areSame(before, one);
    return { one, before, what: before?.paused ? 'resumed' : isSame ? 'same' : 'changed' };
  }
  if (waiting) {
    const here = { channel, space: caller.space };
    const moved = (now: Class): Class => inPlaceOf(waiting.gone, here, withWishes(now, wanted));
    return { ...(await changed(waiting.one.id, moved, context, freeChannel(channel, context))), what: 'carriedOn' };
  }
  const one = await beginClass(channel, wanted, caller, context);
  // Another instructor was quicker by a moment: then theirs is changed.
  return one ? { one, before: undefined, what: 'new' } : setUp(wanted, caller, context);
}
