import type { Class } from '../core/class.ts';
import type { Caller } from '../core/command/command.ts';
import { UserError } from '../core/errors.ts';
import type { Locale } from '../core/locale.ts';
import type { Context } from '../course/context.ts';
import { dueOf } from '../daily/plan.ts';
import { USUAL } from '../schedule/timetable.ts';
import { changeClass } from './change.ts';
import { channelMeant, mayUse } from './channel.ts';
import { newCode } from './code.ts';
import { refusal, teaches } from './find.ts';

/** What an instructor may say of a class; what is left out stays as it is, or is as most classes have it. */
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

/** @throws UserError where somebody may not do it. */
export const onlyManagers = (): UserError =>
  new UserError({
    ko: '수업은 선생님만 만들거나 바꿀 수 있어요. 이곳(서버나 워크스페이스)을 관리하는 분께 부탁해 보세요.',
    en: 'Only instructors can set up a class. Ask somebody who manages this server or workspace.',
  });

/** Whoever sets it up wants it to run. */
const as = (one: Class, { minute, weekdays, zone, locale, holidays }: Wanted): Class => ({
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

/** The class that waits for another channel, since its own is gone: setting one up elsewhere is the way to go on. */
async function homeless(caller: Caller, { classes }: Context): Promise<{ one: Class; gone: string } | undefined> {
  const all = (await classes.within(caller.space)).flatMap((one) =>
    one.paused?.why === 'gone' && teaches(one, caller) ? [{ one, gone: one.paused.channel }] : [],
  );
  const [only, ...others] = all.filter(({ one, gone }) =>
    one.channels.some(({ channel, space }) => channel === gone && space === caller.space),
  );
  return others.length === 0 ? only : undefined;
}

async function begin(channel: string, wanted: Wanted, caller: Caller, context: Context): Promise<Class | undefined> {
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
  const wished = as(plain, wanted);
  const one = { ...wished, due: await dueOf(wished, now, context) };
  return (await context.classes.replace(undefined, one, now)) ? one : undefined;
}

/** Makes the class of a channel, or changes it. @throws UserError where it may not or cannot be. */
export async function setUp(wanted: Wanted, caller: Caller, context: Context): Promise<SetUp> {
  const channel = channelMeant(wanted.channel, caller);
  const known = await context.classes.of(channel);
  const waiting = known ? undefined : await homeless(caller, context);
  if (known ? !teaches(known, caller) : !caller.manages && !waiting) throw refusal(caller, onlyManagers);
  await mayUse(channel, caller, context);
  if (known) {
    const one = await changeClass(known.id, (now) => as(now, wanted), context);
    const { channel: _, ...wishes } = wanted;
    const asked = Object.values(wishes).some((wish) => wish !== undefined);
    return { one, what: known.paused ? 'resumed' : asked ? 'changed' : 'same' };
  }
  if (waiting) {
    const here = { channel, space: caller.space };
    const moved = (now: Class): Class => ({
      ...as(now, wanted),
      channels: now.channels.map((one) => (one.channel === waiting.gone ? here : one)),
    });
    return { one: await changeClass(waiting.one.id, moved, context), what: 'moved' };
  }
  const one = await begin(channel, wanted, caller, context);
  // Somebody was quicker by a moment: then it is theirs that is changed.
  return one ? { one, what: 'new' } : setUp(wanted, caller, context);
}
