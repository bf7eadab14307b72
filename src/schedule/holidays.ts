import * as years from '@hyunbinseo/holidays-kr/all';

const names = new Map<string, readonly string[]>(Object.values(years).flatMap((days) => Object.entries(days)));

const last = Math.max(...Array.from(names.keys(), (day) => Number(day.slice(0, 4))));

/**
 * What Korea's public holiday on that day is called in Korean: `추석`, `대체공휴일(개천절)`; undefined on any other day.
 * As the yearly almanac in the official gazette says (월력요항), with elections and extra holidays (임시공휴일).
 */
export const holidayOn = (day: Temporal.PlainDate): string | undefined =>
  // The gazette writes 3ㆍ1절 with the vowel letter that old typewriters had for the dot.
  names.get(day.toString())?.join(', ').replaceAll('ㆍ', '·');

/**
 * The last year whose holidays are known; later ones have none until the data package is newer. The almanac of a year
 * comes out in the summer before it.
 */
export const holidaysKnownUntil = (): number => last;

/** Days before a year begins from which on its holidays have to be known. */
const AHEAD = 60;

/** This year or, soon before it begins, the next, where its holidays are not known: classes would have cards on them. */
export function yearWithoutHolidays(now: Temporal.Instant): number | undefined {
  const { year } = now.toZonedDateTimeISO('Asia/Seoul').add({ days: AHEAD });
  return year > last ? year : undefined;
}
