import { dayOf, type Timetable } from '../core/class.ts';
import { UserError } from '../core/errors.ts';
import type { Locale } from '../core/locale.ts';
import { normalize } from '../language/normalize.ts';
import { holidayOn } from '../schedule/holidays.ts';
import { parseDates } from '../schedule/parse-dates.ts';
import { momentOf, readHourAmongWords } from '../schedule/parse-moments.ts';
import { refuseJustPassed } from '../schedule/passed.ts';
import { instantInWords } from '../schedule/words.ts';
import { text } from './text.ts';

/** Where no hour is said, the whole day counts. */
const END_OF_DAY = '23:59';
const MINUTE = 60_000;
/** Milliseconds: at least so far ahead a deadline is, and at most. */
const SOONEST = MINUTE;
const FARTHEST = 366 * 24 * 60 * MINUTE;
/** Who wants to be reminded is, at this hour of the day before. */
const REMINDED = { hour: 18 } as const;

/** What says that a day or an hour is a deadline: `12월 3일까지`, `until Friday`, `18시까지`. */
const UNTIL = /^(?:until|till|by|due) | ?까지$/gi;
/** Letters of a day, with room for how people write it. */
const LONGEST = 60;
/** Which words are days does not depend on the day on which they are typed; this one is a Monday. */
const ANY_DAY = Temporal.PlainDate.from('2024-01-01');

/** `다음 주`, `this week`: until its last day. */
const WEEK = /^(?:이번|다음|다다음|this|next) ?(?:주|week)$/;

/** Days from one to another: `12월 3일~5일`, and the end of a topic before a day (`chapter 1 until Friday`). */
const RANGE = /[~〜∼–—…]|\.\.|부터|에서| (?:to|through|until|till) /;

/** The day that is typed; of a week its last. Undefined for what is none, or several. */
function lastDay(typed: string, today: Temporal.PlainDate): Temporal.PlainDate | undefined {
  const dates = RANGE.test(typed) ? undefined : parseDates(typed, today);
  if (!dates || (dates.from !== dates.to && !WEEK.test(typed))) return undefined;
  return Temporal.PlainDate.from(dates.to);
}

const bare = (typed: string): string => normalize(typed).replace(UNTIL, '').toLowerCase();

/**
 * The day of a deadline as people type it, in a form that is read again; undefined for what is none. Of a week it still
 * says whether it is one for sure: `이번 주까지` is, a bare `이번 주` may be what the homework is about.
 */
export function readDeadlineDay(typed: string): string | undefined {
  if (typed.length > LONGEST) return undefined;
  const day = bare(typed);
  if (!lastDay(day, ANY_DAY)) return undefined;
  return WEEK.test(day) ? normalize(typed).toLowerCase() : day;
}

/** `오늘 자정까지` is until the end of that day, not until its beginning. */
const MIDNIGHT = /^(?:자정|밤 ?(?:12|열두) ?시|24 ?시|24:00|midnight)$/;

/** The hour of a deadline, likewise. */
export function readDeadlineHour(typed: string): string | undefined {
  if (typed.length > LONGEST) return undefined;
  const hour = bare(typed);
  return MIDNIGHT.test(hour) ? END_OF_DAY : readHourAmongWords(hour);
}

/**
 * The moment (epoch milliseconds) of a deadline that was read above, in a class's time zone; without an hour, the end of
 * the day; without a day, the next such hour. An hour that may be one of two is the later one; one that the clocks leap over comes as much later as they leap.
 * @throws UserError for one that is past, or too far ahead.
 */
export function deadlineOf(
  day: string | undefined,
  hour: string | undefined,
  timetable: Pick<Timetable, 'zone'>,
  now: Temporal.Instant,
): number {
  if (day !== undefined) refuseJustPassed(bare(day), dayOf(timetable, now));
  const date = day === undefined ? undefined : lastDay(bare(day), dayOf(timetable, now));
  const isRead = day === undefined ? hour !== undefined : date !== undefined;
  const moment = isRead ? momentOf(date?.toString(), hour ?? END_OF_DAY, timetable, now) : undefined;
  if (!moment) throw new UserError(text.both((words) => words.whenNotUnderstood));
  const { zone: timeZone } = timetable;
  const local =
    moment.kind === 'at'
      ? moment.at.toZonedDateTimeISO(timeZone).toPlainDateTime()
      : Temporal.PlainDate.from(moment.day).toPlainDateTime({
          hour: Math.floor(moment.minutes[0] / 60),
          minute: moment.minutes[0] % 60,
        });
  // Of an hour that comes twice, as the clocks are set back, the second one.
  const at = local.toZonedDateTime(timeZone, { disambiguation: 'later' }).epochMilliseconds;
  const inWords = (locale: Locale): string => instantInWords(at, timetable, locale, now.epochMilliseconds);
  if (at < now.epochMilliseconds + SOONEST)
    throw new UserError(text.both((words, locale) => words.past(inWords(locale))));
  if (at > now.epochMilliseconds + FARTHEST) throw new UserError(text.both((words) => words.tooFar));
  return at;
}

/** A day and an hour that were typed in one. @throws UserError as deadlineOf() does, and for what is neither. */
export function deadlineTyped(typed: string, timetable: Pick<Timetable, 'zone'>, now: Temporal.Instant): number {
  const words = normalize(typed).split(' ').slice(0, 10);
  for (let at = words.length; at > 0; at--) {
    const [day, hour] = [words.slice(0, at).join(' '), words.slice(at).join(' ')];
    const date = readDeadlineDay(day);
    const time = hour === '' ? undefined : readDeadlineHour(hour);
    if (date !== undefined && (hour === '' || time !== undefined)) return deadlineOf(date, time, timetable, now);
  }
  throw new UserError(text.both((words) => words.whenNotUnderstood));
}

/** When a deadline is over: the minute that it names counts whole (epoch milliseconds). */
export const endOf = ({ until }: { until: number }): number => until + MINUTE;

/** When those who want to be are reminded: the day before, in the evening by the class's clock (epoch milliseconds). */
export function reminderOf({ until }: { until: number }, timetable: Pick<Timetable, 'zone'>): number {
  const day = dayOf(timetable, Temporal.Instant.fromEpochMilliseconds(until)).subtract({ days: 1 });
  return day.toZonedDateTime({ timeZone: timetable.zone, plainTime: REMINDED }).epochMilliseconds;
}

/** When it is due, in the class's time: `12월 3일(목) 23:59`. `now` in epoch milliseconds. */
export const untilInWords = (
  { until }: { until: number },
  { timetable }: { timetable: Pick<Timetable, 'zone'> },
  locale: Locale,
  now: number,
): string => instantInWords(until, timetable, locale, now);

/** What is special about the day of a deadline: a public holiday, or a day off of the class; undefined for any other. */
export function restDay(
  { until }: { until: number },
  { timetable }: { timetable: Timetable },
  locale: Locale,
): string | undefined {
  const day = dayOf(timetable, Temporal.Instant.fromEpochMilliseconds(until));
  const words = text(locale);
  const holiday = timetable.holidays ? holidayOn(day) : undefined;
  if (holiday !== undefined) return words.isHoliday(holiday);
  const iso = day.toString();
  return timetable.skips.some(({ from, to }) => from <= iso && iso <= to) ? words.isDayOff : undefined;
}
