import { platformOf } from '../core/address.ts';
import { type Class, dayOf } from '../core/class.ts';
import type { Caller } from '../core/command/command.ts';
import { UserError } from '../core/errors.ts';
import type { Locale } from '../core/locale.ts';
import type { Reply } from '../core/reply/blocks.ts';
import type { Context } from '../course/context.ts';
import type { Course } from '../course/course.ts';
import { courseOf } from '../course/courses.ts';
import { firstDayOf } from '../schedule/first-day.ts';
import { parseMinute, parseWeekdays } from '../schedule/parse-times.ts';
import { USUAL } from '../schedule/timetable.ts';
import { datesInWords } from '../schedule/words.ts';
import { changesInWords, settingsInWords } from './changes.ts';
import { classReply, dueInWords } from './class-reply.ts';
import { classAt } from './find.ts';
import { type SetUp, setUp, type Wanted } from './setup.ts';
import { text } from './text.ts';

/** The settings of a class that an instructor may leave out, in the order in which they are named. */
const SETTINGS = ['minute', 'weekdays', 'zone', 'locale', 'holidays'] as const;

/** Which course a new class was given, and how it gets another, where the bot teaches several. */
function courseTaken(one: Class, courses: readonly Course[], locale: Locale): string[] {
  const own = courseOf(courses, one);
  const others = courses.filter((course) => course !== own).map(({ content }) => content.settings.title[locale]);
  return others.length === 0 ? [] : [text(locale).courseTaken(own.content.settings.title[locale], others)];
}

/** What happens now, what was assumed or changed, and how to change it. */
function leadOf(
  { one, what, before }: SetUp,
  wanted: Wanted,
  { locale, space }: Caller,
  courses: readonly Course[],
  now: Temporal.Instant,
): string | undefined {
  const words = text(locale);
  const changes = before && changesInWords(before, one, courses, locale, now);
  const unsaid = SETTINGS.filter((setting) => wanted[setting] === undefined);
  const values = settingsInWords(one, unsaid, courses, locale, now);
  const left = unsaid.length === 0 ? [words.toChange] : [words.leftAsIs(values), words.toChange];
  switch (what) {
    case 'new': {
      const next = dueInWords(one, locale, now);
      return [
        ...(next === undefined ? [] : [words.firstCard(next)]),
        unsaid.length === 0 ? words.toChange : `${words.assumed(values)} ${words.toChange}`,
        ...(wanted.course === undefined ? courseTaken(one, courses, locale) : []),
        ...(platformOf(space) === 'terminal' ? [words.rehearsal] : []),
      ].join('\n\n');
    }
    case 'carriedOn':
      return changes === undefined ? words.carriedOn : `${words.carriedOn}\n\n${changes}`;
    case 'same':
      return [words.unchanged, ...left].join(' ');
    case 'moved':
    case 'resumed':
      return changes;
    case 'changed':
      return [...(changes === undefined ? [] : [changes]), left.join(' ')].join('\n\n');
    default:
      return what satisfies never;
  }
}

/** What an instructor types of a class, each in the form in which its option reads it. */
interface Typed {
  channel: string | undefined;
  from: string | undefined;
  time: string | undefined;
  days: string | undefined;
  zone: string | undefined;
  language: Locale | undefined;
  holidays: 'rest' | 'post' | undefined;
  first: string | undefined;
  course?: string | undefined;
}

/** Years back and ahead beyond which a first day is a slip. */
const FAR = 1;

/** The day that was typed as the first, for the class's calendar. A term may have begun already. @throws UserError for one that is far from today. */
async function readFirst(typed: string, zone: string | undefined, caller: Caller, context: Context): Promise<string> {
  const calendar = { zone: zone ?? (await classAt(caller, context))?.timetable.zone ?? USUAL.zone };
  const today = dayOf(calendar, context.now());
  const first = firstDayOf(typed, today);
  const told = first ?? today.toString();
  const day = (locale: Locale): string => datesInWords({ from: told, to: told }, locale, today);
  if (first === undefined || first < today.subtract({ years: FAR }).toString())
    throw new UserError(text.both((words, locale) => words.firstDayPast(day(locale))));
  if (first > today.add({ years: FAR }).toString())
    throw new UserError(text.both((words, locale) => words.firstDayFar(day(locale))));
  return first;
}

/** What a class is taught, where the bot teaches several courses. */
export const courseNameOf = (one: Class, { locale }: Caller, { courses }: Context): string | undefined =>
  courses().length > 1 ? courseOf(courses(), one).content.settings.title[locale] : undefined;

/** Sets up the class of a channel, or changes it, and says what came of it. @throws UserError as setUp() does. */
export async function setUpClass(typed: Typed, caller: Caller, context: Context): Promise<Reply> {
  const { channel, from, time, days, zone, language, holidays, first, course } = typed;
  const wanted: Wanted = {
    channel,
    from,
    zone,
    minute: time === undefined ? undefined : parseMinute(time),
    weekdays: days === undefined ? undefined : parseWeekdays(days),
    locale: language,
    holidays: holidays === undefined ? undefined : holidays === 'rest',
    first: first === undefined ? undefined : await readFirst(first, zone, caller, context),
    course,
  };
  const done = await setUp(wanted, caller, context);
  const heading = text(caller.locale).setUp[done.what];
  const now = context.now();
  return classReply(
    done.one,
    {
      heading,
      lead: leadOf(done, wanted, caller, context.courses(), now),
      course: courseNameOf(done.one, caller, context),
      now,
    },
    caller,
  );
}
