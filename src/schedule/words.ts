import type { Timetable } from '../core/class.ts';
import type { Locale } from '../core/locale.ts';
import { cityOf, ZONE_NAMES } from './zones.ts';

const TAG = { ko: 'ko-KR', en: 'en-GB' } as const;

/** 1 January 2024 was a Monday. */
const dayName = (weekday: number, locale: Locale): string =>
  Temporal.PlainDate.from({ year: 2024, month: 1, day: weekday }).toLocaleString(TAG[locale], { weekday: 'short' });

/** `평일`, `월~목`, `월·수·금`; `Weekdays`, `Mon–Thu`, `Mon, Wed, Fri`. */
function weekdaysInWords(weekdays: readonly number[], locale: Locale): string {
  const ko = locale === 'ko';
  const days = weekdays.toSorted((a, b) => a - b);
  switch (days.join('')) {
    case '1234567':
      return ko ? '매일' : 'Every day';
    case '12345':
      return ko ? '평일' : 'Weekdays';
    case '67':
      return ko ? '주말' : 'Weekends';
  }
  const names = days.map((day) => dayName(day, locale));
  const [first = 0, last = first] = [days[0], days.at(-1)];
  if (days.length > 2 && last - first === days.length - 1) return `${names[0]}${ko ? '~' : '–'}${names.at(-1)}`;
  return names.join(ko ? '·' : ', ');
}

/** `서울 시간`, `Seoul time`. */
export function zoneInWords(zone: string, locale: Locale): string {
  if (/^(?:etc\/)?(?:utc|gmt)$/i.test(zone)) return 'UTC';
  const name = ZONE_NAMES[zone]?.[0];
  if (locale === 'ko' && name !== undefined) return `${name} 시간`;
  // Etc/GMT+5 is five hours behind: its name says the opposite.
  if (locale === 'en' && !zone.startsWith('Etc/')) return `${cityOf(zone)} time`;
  const parts = new Intl.DateTimeFormat(TAG[locale], { timeZone: zone, timeZoneName: 'shortGeneric' }).formatToParts(0);
  return parts.find(({ type }) => type === 'timeZoneName')?.value ?? zone;
}

/** `09:00`, of minutes since midnight. */
export const minuteInWords = (minute: number): string =>
  new Temporal.PlainTime(Math.floor(minute / 60), minute % 60).toString({ smallestUnit: 'minute' });

/** `평일 09:00(서울 시간), 공휴일은 쉬어요`; `Weekdays at 09:00 (Seoul time), not on Korean public holidays`. */
export function timetableInWords({ weekdays, minute, zone, holidays }: Timetable, locale: Locale): string {
  const days = weekdaysInWords(weekdays, locale);
  const hour = minuteInWords(minute);
  const where = zoneInWords(zone, locale);
  return locale === 'ko'
    ? `${days} ${hour}(${where})${holidays ? ', 공휴일은 쉬어요' : ''}`
    : `${days} at ${hour} (${where})${holidays ? ', not on Korean public holidays' : ''}`;
}

/** Dates (ISO, inclusive): `12월 14일(월)~18일(금)`, `12월 14일(월)`; `Mon 14 December – Fri 18 December`. Years where they differ. */
export function datesInWords({ from, to }: { from: string; to: string }, locale: Locale): string {
  const format = new Intl.DateTimeFormat(TAG[locale], { weekday: 'short', day: 'numeric', month: 'long' });
  // Korean brackets touch the word before them.
  return format.formatRange(Temporal.PlainDate.from(from), Temporal.PlainDate.from(to)).replaceAll(' (', '(');
}
