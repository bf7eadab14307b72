import { dayOf, type Timetable } from '../core/class.ts';
import { holidayOn } from './holidays.ts';

/** What to do about a card: wait, post it, post it although it is late, or leave it out. */
export type Timeliness = 'early' | 'now' | 'late' | 'missed';

/** Days to search for the next card: two years, longer than any days off. */
const FAR = 731;

/** Minutes after its hour in which a card does not count as late: a busy tick may take them. */
const ON_TIME = 5;

/** Local hour from which a late card is left out: no student is to be called to class at night. */
const NIGHT = 21;

/** The timetable that a class begins with, and that of students without a class: Seoul's school days. */
export const USUAL: Timetable = {
  zone: 'Asia/Seoul',
  minute: 9 * 60,
  weekdays: [1, 2, 3, 4, 5],
  holidays: true,
  skips: [],
};

/** Whether the class has a card on that local date. */
export function isClassDay({ weekdays, holidays, skips, first }: Timetable, day: Temporal.PlainDate): boolean {
  if (!weekdays.includes(day.dayOfWeek)) return false;
  if (holidays && holidayOn(day) !== undefined) return false;
  // ISO dates of four-digit years compare as texts do.
  const date = day.toString();
  if (first !== undefined && date < first) return false;
  return !skips.some(({ from, to }) => from <= date && date <= to);
}

/**
 * The class's hour on a local date. An hour that the clocks leap over comes as much later as they leap (RFC 5545; an
 * hour of 02:30 is 03:30 that day), but where that would be the next day, as much earlier; an hour that comes twice is
 * the first. Undefined for a date that the zone leapt over whole.
 */
function hourOn({ zone, minute }: Timetable, day: Temporal.PlainDate): Temporal.Instant | undefined {
  const hour = day.toPlainDateTime({ hour: Math.floor(minute / 60), minute: minute % 60 });
  for (const disambiguation of ['compatible', 'earlier'] as const) {
    const found = hour.toZonedDateTime(zone, { disambiguation });
    if (found.toPlainDate().equals(day)) return found.toInstant();
  }
  return undefined;
}

/**
 * The time of the first card strictly after `after`; undefined where there is none within two years (everything is
 * skipped). `had` is the local date (ISO) of the class's last card: neither that date nor one before it is used again,
 * so that a class whose hour or zone was changed, east or west, has no second card on a date.
 */
export function nextCardTime(
  timetable: Timetable,
  after: Temporal.Instant,
  had?: string,
): Temporal.Instant | undefined {
  const today = dayOf(timetable, after);
  for (let days = 0; days <= FAR; days++) {
    const day = today.add({ days });
    if (!isClassDay(timetable, day) || (had !== undefined && day.toString() <= had)) continue;
    const at = hourOn(timetable, day);
    if (at && Temporal.Instant.compare(at, after) > 0) return at;
  }
  return undefined;
}

/**
 * What is to be done at `now` about a card that was due at `due` (an instant that nextCardTime() gave, perhaps for a
 * timetable that has changed since; days and hours are those of the zone as it is now).
 * - `early`: not due yet.
 * - `now`: due, for less than five minutes.
 * - `late`: still to be posted, since it is before 21:00. A class whose own hour is 21:00 or later chose the night,
 *   so its card may be late until the end of the day.
 * - `missed`: too late, or the day is none of the class's any more (it was skipped since). On another local date it is
 *   always missed, so that no day ever has two cards.
 */
export function timeliness(timetable: Timetable, due: Temporal.Instant, now: Temporal.Instant): Timeliness {
  if (Temporal.Instant.compare(now, due) < 0) return 'early';
  const was = due.toZonedDateTimeISO(timetable.zone);
  const is = now.toZonedDateTimeISO(timetable.zone);
  const day = was.toPlainDate();
  if (!is.toPlainDate().equals(day) || !isClassDay(timetable, day)) return 'missed';
  if (due.until(now).total('minutes') < ON_TIME) return 'now';
  return is.hour < NIGHT || was.hour >= NIGHT ? 'late' : 'missed';
}

/** From when on a card that was due at `due` is left out: the same rule as timeliness(). */
export function postingDeadline({ zone }: Timetable, due: Temporal.Instant): Temporal.Instant {
  const was = due.toZonedDateTimeISO(zone);
  const tomorrow = was.startOfDay().add({ days: 1 }).toInstant();
  if (was.hour >= NIGHT) return tomorrow;
  const night = was.withPlainTime({ hour: NIGHT }).toInstant();
  const onTime = due.add({ minutes: ON_TIME });
  return Temporal.Instant.compare(night, onTime) < 0 ? onTime : night;
}

/**
 * The card that is due at `due`, or, where that is missed at `now`, the first after it that is not: so a bot that was
 * away for days posts today's card and no other. `had` as for nextCardTime(); undefined where that gives none.
 */
export function skipMissed(
  timetable: Timetable,
  due: Temporal.Instant,
  now: Temporal.Instant,
  had?: string,
): Temporal.Instant | undefined {
  let card: Temporal.Instant | undefined = due;
  while (card && timeliness(timetable, card, now) === 'missed') card = nextCardTime(timetable, card, had);
  return card;
}

/** The Monday of a day's week, or of one that is so many weeks later. */
export const mondayOf = (day: Temporal.PlainDate, weeks = 0): Temporal.PlainDate =>
  day.add({ days: 7 * weeks + 1 - day.dayOfWeek });
