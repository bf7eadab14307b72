import { platformOf } from '../core/address.ts';
import type { Caller } from '../core/command/command.ts';
import type { Locale } from '../core/locale.ts';
import type { Reply } from '../core/reply/blocks.ts';
import type { Context } from '../course/context.ts';
import { parseMinute, parseWeekdays } from '../schedule/parse-times.ts';
import { classReply, dueInWords } from './class-reply.ts';
import { type SetUp, setUp, type Wanted } from './setup.ts';
import { text } from './text.ts';

/** The settings of a class that an instructor may leave out, in the order in which they are named. */
const SETTINGS = ['minute', 'weekdays', 'zone', 'locale', 'holidays'] as const;

/** What happens now, what was assumed, and how to change it. */
function leadOf({ one, what }: SetUp, wanted: Wanted, { locale, space }: Caller): string | undefined {
  const words = text(locale);
  switch (what) {
    case 'new': {
      const next = dueInWords(one, locale);
      const assumed = SETTINGS.filter((setting) => wanted[setting] === undefined).map((one) => words.setting[one]);
      return [
        ...(next === undefined ? [] : [words.firstCard(next)]),
        assumed.length === 0 ? words.toChange : `${words.assumed(assumed.join(', '))} ${words.toChange}`,
        ...(platformOf(space) === 'terminal' ? [words.rehearsal] : []),
      ].join('\n\n');
    }
    case 'moved':
      return words.carriedOn;
    case 'same':
      return `${words.unchanged} ${words.toChange}`;
    case 'resumed':
    case 'changed':
      return undefined;
    default:
      return what satisfies never;
  }
}

/** What an instructor types of a class, each in the form in which its option reads it. */
interface Typed {
  channel: string | undefined;
  time: string | undefined;
  days: string | undefined;
  zone: string | undefined;
  language: Locale | undefined;
  holidays: 'rest' | 'post' | undefined;
}

/** Sets up the class of a channel, or changes it, and says what came of it. @throws UserError as setUp() does. */
export async function setUpClass(typed: Typed, caller: Caller, context: Context): Promise<Reply> {
  const { channel, time, days, zone, language, holidays } = typed;
  const wanted: Wanted = {
    channel,
    zone,
    minute: time === undefined ? undefined : parseMinute(time),
    weekdays: days === undefined ? undefined : parseWeekdays(days),
    locale: language,
    holidays: holidays === undefined ? undefined : holidays === 'rest',
  };
  const done = await setUp(wanted, caller, context);
  const heading = text(caller.locale).setUp[done.what];
  return classReply(done.one, { heading, lead: leadOf(done, wanted, caller) }, caller);
}
