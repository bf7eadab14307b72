import { dayOf, type Timetable } from '../core/class.ts';
import { isClassDay } from '../schedule/timetable.ts';

/** Time zones are whole quarters of an hour apart, so that each quarter has one date in every zone. */
const QUARTER = 15 * 60_000;

/** The local dates (ISO) of these times, epoch milliseconds. */
export function daysOf(timetable: Timetable, times: Iterable<number>): Set<string> {
  const quarters = new Set(Array.from(times, (at) => Math.floor(at / QUARTER)));
  return new Set(
    Array.from(quarters, (one) => dayOf(timetable, Temporal.Instant.fromEpochMilliseconds(one * QUARTER)).toString()),
  );
}

/**
 * How many days in a row a student did something: now, and the most ever. Days without class (weekends, holidays, exam
 * weeks) never break a streak, and count where the student did something on them all the same. Today does not break it
 * before it is over. `days` are the local dates (ISO) on which the student did something; those after `today` do not
 * count.
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
