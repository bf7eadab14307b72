import { type Class, refusal, teaches } from '../core/class.ts';
import type { Caller } from '../core/command/command.ts';
import type { Locale } from '../core/locale.ts';
import type { Context } from '../course/context.ts';
import { nextDue } from '../daily/plan.ts';
import { USUAL } from '../schedule/timetable.ts';
import { changeClass } from './change.ts';
import { newCode } from './channels/code.ts';
import { checkChannel, resolveChannel } from './channels/resolve.ts';
import { onlyManagers } from './find.ts';

/** What an instructor wants of a class; what is left out stays as it is, and is the usual in a new class. */
export interface Wanted {
  channel: string | undefined;
  minute: number | undefined;
  weekdays: readonly number[] | undefined;
  zone: string | undefined;
  locale: Locale | undefined;
  holidays: boolean | undefined;
}

/** `new`: there was none. `moved`: its channel was gone, and it is in another one now. `same`: nothing was asked for. */
export interface SetUp {
  one: Class;
  what: 'new' | 'moved' | 'resumed' | 'changed' | 'same';
}

/** A class with what an instructor wants of it; setting it up also resumes it. */
const withWishes = (one: Class, { minute, weekdays, zone, locale, holidays }: Wanted): Class => ({
  ...one,
  locale: locale ?? one.locale,
  paused: undefined,
  timetable: {
    ...one.timetable,
    zone: zone ?? one.timetable.zone,
    minute: minute ?? one.timetable.minute,
    weekdays: weekdays ?? one.timetable.weekdays,
    holidays: holidays ?? one.timetable.holidays,
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
    instructors: [],
    paused: undefined,
    due: undefined,
    owner: caller.id,
    code: newCode(context.newId),
  };
  const now = context.now().epochMilliseconds;
  const wished = withWishes(plain, wanted);
  const one = { ...wished, due: await nextDue(wished, now, context) };
  return (await context.classes.replace(undefined, one, now)) ? one : undefined;
}

/** Makes the class of a channel, or changes it. @throws UserError where it may not or cannot be. */
export async function setUp(wanted: Wanted, caller: Caller, context: Context): Promise<SetUp> {
  const channel = resolveChannel(wanted.channel, caller);
  const known = await context.classes.of(channel);
  const waiting = known ? undefined : await findWaiting(caller, context);
  if (known ? !teaches(known, caller) : !caller.manages && !waiting) throw refusal(caller, onlyManagers);
  await checkChannel(channel, caller, context);
  if (known) {
    const one = await changeClass(known.id, (now) => withWishes(now, wanted), context);
    const { channel: _, ...wishes } = wanted;
    const asked = Object.values(wishes).some((wish) => wish !== undefined);
    return { one, what: known.paused ? 'resumed' : asked ? 'changed' : 'same' };
  }
  if (waiting) {
    const here = { channel, space: caller.space };
    const moved = (now: Class): Class => ({
      ...withWishes(now, wanted),
      channels: now.channels.map((one) => (one.channel === waiting.gone ? here : one)),
    });
    return { one: await changeClass(waiting.one.id, moved, context), what: 'moved' };
  }
  const one = await beginClass(channel, wanted, caller, context);
  // Another instructor was quicker by a moment: then theirs is changed.
  return one ? { one, what: 'new' } : setUp(wanted, caller, context);
}
