import { isDeepStrictEqual } from 'node:util';
import { type Class, dayOf } from '../core/class.ts';
import type { Locale } from '../core/locale.ts';
import type { Course } from '../course/course.ts';
import { courseOf } from '../course/courses.ts';
import { datesInWords, minuteInWords, weekdaysInWords, zoneInWords } from '../schedule/words.ts';
import { text } from './text.ts';

/** A class's settings that have a name, as they are told. */
function settingsOf(one: Class, courses: readonly Course[], locale: Locale, now: Temporal.Instant) {
  const { timetable, locale: spoken } = one;
  const words = text(locale);
  const { minute, weekdays, zone, holidays, first } = timetable;
  return {
    course: courseOf(courses, one).content.settings.title[locale],
    minute: minuteInWords(minute),
    weekdays: weekdaysInWords(weekdays, locale),
    zone: zoneInWords(zone, locale),
    locale: words.languages[spoken],
    holidays: holidays ? words.restsOnHolidays : words.postsOnHolidays,
    first:
      first === undefined ? words.noFirstDay : datesInWords({ from: first, to: first }, locale, dayOf(timetable, now)),
  };
}

/** In the order in which they are told. */
const NAMES = ['course', 'weekdays', 'minute', 'first', 'zone', 'locale', 'holidays'] as const;

/** Some settings with their values, in one line: `요일: 월·수·금, 시간대: 서울 시간`. */
export function settingsInWords(
  one: Class,
  names: readonly (typeof NAMES)[number][],
  courses: readonly Course[],
  locale: Locale,
  now: Temporal.Instant,
): string {
  const values = settingsOf(one, courses, locale, now);
  return names.map((name) => `${text(locale).setting[name]}: ${values[name]}`).join(', ');
}

/** Are the settings of two classes the same? Who teaches them and their days off are none. */
export const areSame = (a: Class, b: Class): boolean =>
  a.locale === b.locale &&
  a.course === b.course &&
  isDeepStrictEqual({ ...a.timetable, skips: [] }, { ...b.timetable, skips: [] });

/** What differs between two states of a class's settings, one a line of Markdown: `- **시각** 09:00 → 10:00`. */
export function changesInWords(
  before: Class,
  after: Class,
  courses: readonly Course[],
  locale: Locale,
  now: Temporal.Instant,
): string | undefined {
  const [was, is] = [settingsOf(before, courses, locale, now), settingsOf(after, courses, locale, now)];
  const lines = NAMES.filter((name) => was[name] !== is[name]).map(
    (name) => `- **${text(locale).setting[name]}** ${was[name]} → ${is[name]}`,
  );
  return lines.length === 0 ? undefined : lines.join('\n');
}
