import type { Localized } from '../core/locale.ts';
import { LIMITS } from '../core/reply/limits.ts';
import { normalize } from '../language/normalize.ts';
import { readDay } from './parse-moments.ts';
import { isBareHour, parseMinute, parseWeekdays, parseZone } from './parse-times.ts';
import { text } from './text.ts';
import { minuteInWords } from './words.ts';
import { cityOf, ZONE_NAMES } from './zones.ts';

const NOON = 12 * 60;
const DAY = 24 * 60;

/** Minutes since midnight that most classes begin at: offered before anything is typed. */
const USUAL_HOURS = [8.5, 9, 9.5, 10, 13, 14].map((hour) => hour * 60);

/** `오전 9시 30분`, `09:30`. Between midnight and one o'clock, where 오전 12시 may be taken for noon, the clock's digits. */
export const hourToPick = (minute: number): Localized =>
  text.both((words) => (minute < 60 ? minuteInWords(minute) : words.hour(Math.floor(minute / 60), minute % 60)));

/** Hours for a half-typed one: that, half an hour later, and the same in the other half of the day. */
export function completeHours(partial: string): readonly Localized[] {
  if (partial === '') return USUAL_HOURS.map(hourToPick);
  const typed = parseMinute(partial);
  if (typed === undefined) return [];
  // Minutes, or a half of the day, say which hour is meant.
  const all = isBareHour(partial) ? [typed, typed + 30, typed + NOON, typed + NOON + 30] : [typed];
  return all.map((minute) => hourToPick(minute % DAY));
}

const USUAL_WEEKDAYS = text('ko').usualWeekdays.map((_, i) => text.both((words) => words.usualWeekdays[i] ?? ''));

/** Weekdays as most classes have them; before them what was typed, where it names weekdays. */
export function completeWeekdays(partial: string): readonly Localized[] {
  const typed = normalize(partial).toLowerCase();
  const usual = USUAL_WEEKDAYS.filter(({ ko, en }) => ko.startsWith(typed) || en.toLowerCase().startsWith(typed));
  return typed !== '' && parseWeekdays(partial) ? [{ ko: partial, en: partial }, ...usual] : usual;
}

const USUAL_DAYS = text('ko').usualDays.map((_, i) => text.both((words) => words.usualDays[i] ?? ''));

/** Days to come; before them what was typed, where it names a day. */
export function completeDays(partial: string): readonly Localized[] {
  const typed = normalize(partial).toLowerCase();
  const usual = USUAL_DAYS.filter(({ ko, en }) => ko.startsWith(typed) || en.toLowerCase().startsWith(typed));
  return typed !== '' && readDay(partial) !== undefined ? [{ ko: partial, en: partial }, ...usual] : usual;
}

const ZONES: readonly { zone: string; names: readonly string[] }[] = [
  ...Object.entries(ZONE_NAMES).map(([zone, names]) => ({ zone, names })),
  ...Intl.supportedValuesOf('timeZone')
    .filter((zone) => !Object.hasOwn(ZONE_NAMES, zone))
    .map((zone) => ({ zone, names: [] })),
].map(({ zone, names }) => ({ zone, names: [...names, cityOf(zone).toLowerCase(), zone.toLowerCase()] }));

/** Zones by the beginning of any of their names, those of classes in Korea first; then by any part of their names. */
export function completeZones(partial: string): readonly Localized[] {
  const typed = normalize(partial).toLowerCase();
  const begins = ZONES.filter(({ names }) => names.some((name) => name.startsWith(typed)));
  const has = ZONES.filter(({ names }) => names.some((name) => name.includes(typed)));
  const exact = parseZone(partial);
  const all = new Set([...(exact === undefined ? [] : [exact]), ...begins.concat(has).map(({ zone }) => zone)]);
  return Array.from(all)
    .slice(0, LIMITS.completions)
    .map((zone) => ({ ko: text('ko').timeIn(zone) ?? zone, en: zone }));
}
