import { type Class, dayOf } from '../core/class.ts';
import { mondayOf } from './timetable.ts';

/**
 * The first day (ISO) of a class's term: the one that an instructor has named, otherwise that of its first card; undefined
 * where there is neither yet. `history`: its cards, oldest first.
 */
export const beginningOf = (
  { timetable }: Pick<Class, 'timetable'>,
  history: readonly { day: string }[],
): string | undefined => timetable.first ?? history[0]?.day;

/**
 * The week of a term in which a day (ISO) is, by calendar weeks, Monday to Sunday, from that of the first day on, which is
 * the first; holidays do not count otherwise. 0 and less before it.
 */
export const weekOn = (first: string, day: string): number =>
  mondayOf(Temporal.PlainDate.from(first)).until(mondayOf(Temporal.PlainDate.from(day)), { largestUnit: 'days' }).days /
    7 +
  1;

/** The dates (ISO) of a week of a term, from 1. */
export function datesOfWeek(first: string, week: number): { from: string; to: string } {
  const monday = mondayOf(Temporal.PlainDate.from(first), week - 1);
  return { from: monday.toString(), to: monday.add({ days: 6 }).toString() };
}

/**
 * The week that a class is in, by its own time zone; 0 or less before its first day, though that may be later in the same
 * week. Undefined where its term has no first day yet.
 */
export function currentWeek(
  one: Pick<Class, 'timetable'>,
  history: readonly { day: string }[],
  now: Temporal.Instant,
): number | undefined {
  const first = beginningOf(one, history);
  if (first === undefined) return undefined;
  const today = dayOf(one.timetable, now).toString();
  // ISO dates compare as texts do.
  return today < first ? Math.min(0, weekOn(first, today)) : weekOn(first, today);
}
