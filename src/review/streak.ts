import { dayOf, type Timetable } from '../core/class.ts';
import { isClassDay } from '../schedule/timetable.ts';

/** Clocks of time zones differ by quarters of an hour, so that each quarter is on one date everywhere. */
const QUARTER = 15 * 60_000;

/** The local dates (ISO) of these times, epoch milliseconds. */
export function daysOf(timetable: Timetable, times: Iterable<number>): Set<string> {
  const quarters = new Set(Array.from(times, (at) => Math.floor(at / QUARTER)));
  return new Set(
    Array.from(quarters, (one) => dayOf(timetable, Temporal.Instant.fromEpochMilliseconds(one * QUARTER)).toString()),
  );
}

/**
 * How many days in a row a person did something, now and at most ever. Days without class (weekends, holidays, exam
 * weeks) never break a streak, and count when the person did something on them all the same. Today does not break it
 * before it is over. `days` are local dates (ISO) on which something was done; those after `today` do not count.
 */
export function streakOf(
  days: ReadonlySet<string>,
  today: Temporal.PlainDate,
  timetable: Timetable,
): { current: number; longest: number } {
  const [first] = Array.from(days).sort();
  let [current, longest] = [0, 0];
  if (first === undefined) return { current, longest };
  for (
    let day = Temporal.PlainDate.from(first);
    Temporal.PlainDate.compare(day, today) <= 0;
    day = day.add({ days: 1 })
  ) {
    if (days.has(day.toString())) current++;
    else if (!day.equals(today) && isClassDay(timetable, day)) current = 0;
    longest = Math.max(longest, current);
  }
  return { current, longest };
}
