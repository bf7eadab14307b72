import { dayOf, type Timetable } from '../core/class.ts';
import type { Locale } from '../core/locale.ts';
import { text } from './text.ts';

export const TAG: Readonly<Record<Locale, string>> = { ko: 'ko-KR', en: 'en-GB' };

/** 1 January 2024 was a Monday. */
const dayName = (weekday: number, locale: Locale): string =>
  Temporal.PlainDate.from({ year: 2024, month: 1, day: weekday }).toLocaleString(TAG[locale], { weekday: 'short' });

/** `평일`, `월~목`, `월·수·금`; `Weekdays`, `Mon–Thu`, `Mon, Wed, Fri`. */
export function weekdaysInWords(weekdays: readonly number[], locale: Locale): string {
  const words = text(locale);
  const days = weekdays.toSorted((a, b) => a - b);
  switch (days.join('')) {
    case '1234567':
      return words.everyDay;
    case '12345':
      return words.weekdays;
    case '67':
      return words.weekends;
  }
  const names = days.map((day) => dayName(day, locale));
  const [first = 0, last = first] = [days[0], days.at(-1)];
  const isInARow = days.length > 2 && last - first === days.length - 1;
  return isInARow ? words.fromTo(dayName(first, locale), dayName(last, locale)) : names.join(words.comma);
}

/** `서울 시간`, `Seoul time`. */
export function zoneInWords(zone: string, locale: Locale): string {
  if (/^(?:etc\/)?(?:utc|gmt)$/i.test(zone)) return 'UTC';
  const ours = text(locale).timeIn(zone);
  if (ours !== undefined) return ours;
  const parts = new Intl.DateTimeFormat(TAG[locale], { timeZone: zone, timeZoneName: 'shortGeneric' }).formatToParts(0);
  return parts.find(({ type }) => type === 'timeZoneName')?.value ?? zone;
}

/** `09:00`, of minutes since midnight. */
export const minuteInWords = (minute: number): string =>
  new Temporal.PlainTime(Math.floor(minute / 60), minute % 60).toString({ smallestUnit: 'minute' });

/** `평일 09:00(서울 시간), 공휴일은 쉬어요`; `Weekdays at 09:00 (Seoul time), not on Korean public holidays`. */
export function timetableInWords({ weekdays, minute, zone, holidays }: Timetable, locale: Locale): string {
  const words = text(locale);
  const when = words.timetable(weekdaysInWords(weekdays, locale), minuteInWords(minute), zoneInWords(zone, locale));
  return holidays ? when + words.notOnHolidays : when;
}

/** A day is told with its year where that is another one than today's; without a `today` it is told without. */
const yearBeside = (days: readonly string[], today: Temporal.PlainDate | undefined): { year?: 'numeric' } =>
  today && days.some((day) => Temporal.PlainDate.from(day).year !== today.year) ? { year: 'numeric' } : {};

/**
 * Dates (ISO, inclusive): `12월 14일(월)~18일(금)`, `12월 14일(월)`; `Mon 14 December – Fri 18 December`. Years where they
 * differ, from one another or from today's.
 */
export function datesInWords(
  { from, to }: { from: string; to: string },
  locale: Locale,
  today?: Temporal.PlainDate,
): string {
  const format = new Intl.DateTimeFormat(TAG[locale], {
    ...yearBeside([from, to], today),
    ...{ weekday: 'short', day: 'numeric', month: 'long' },
  });
  // Korean brackets touch the word before them, and stand around a weekday beside a year as well.
  return format
    .formatRange(Temporal.PlainDate.from(from), Temporal.PlainDate.from(to))
    .replaceAll(' (', '(')
    .replace(/(?<=\d일) ([월화수목금토일])$/, '($1)');
}

/** One date (ISO): `12월 14일 월요일`; `Monday 14 December`. With its year as datesInWords(). */
export const dateInWords = (date: string, locale: Locale, today?: Temporal.PlainDate): string =>
  Temporal.PlainDate.from(date).toLocaleString(TAG[locale], {
    ...yearBeside([date], today),
    ...{ month: 'long', day: 'numeric', weekday: 'long' },
  });

/** A moment (epoch milliseconds) in a class's time zone: `11월 26일(목) 09:00`; with its year where `now` is in another. */
export function instantInWords(at: number, timetable: Pick<Timetable, 'zone'>, locale: Locale, now?: number): string {
  const dayAt = (moment: number): Temporal.PlainDate =>
    dayOf(timetable, Temporal.Instant.fromEpochMilliseconds(moment));
  const instant = Temporal.Instant.fromEpochMilliseconds(at);
  const day = dayAt(at).toString();
  const { hour, minute } = instant.toZonedDateTimeISO(timetable.zone);
  const today = now === undefined ? undefined : dayAt(now);
  return `${datesInWords({ from: day, to: day }, locale, today)} ${minuteInWords(hour * 60 + minute)}`;
}
