import { dayOf, type Timetable } from '../core/class.ts';
import { normalize } from '../language/normalize.ts';
import { parseDates } from './parse-dates.ts';
import { parseMinute } from './parse-times.ts';

/** Any day will do to see whether a text names one. */
const SOME_DAY = Temporal.PlainDate.from('2024-01-01');
/** Longer than any day or hour that people type. */
const LONGEST = 40;
/** An hour before this one, without a half of the day, is one of the afternoon to most people: `2시에 봐요`. */
const MORNING = 8;

const HALF = /오전|새벽|아침|오후|저녁|낮|밤|[ap]\.?m/i;

const oneDay = (text: string, today: Temporal.PlainDate): Temporal.PlainDate | undefined => {
  const dates = text.length > LONGEST ? undefined : parseDates(text, today);
  return dates && dates.from === dates.to ? Temporal.PlainDate.from(dates.from) : undefined;
};

/** A day as people type it, `내일`, `12월 15일`, `monday`, in a form that is read again; undefined for what is none. */
export const readDay = (text: string): string | undefined => (oneDay(text, SOME_DAY) ? normalize(text) : undefined);

/** Minutes from now: `10분 뒤`, `2시간 후`, `in 10 minutes`; undefined for anything else. */
export function parseDelay(text: string): number | undefined {
  const typed = normalize(text).toLowerCase();
  const korean = /^(\d{1,3}) ?(?:분|(시간)) ?(?:뒤|후)에?$/.exec(typed);
  const english = /^in (\d{1,3}) ?(?:m(?:in(?:ute)?s?)?|(h(?:(?:ou)?rs?)?))$/.exec(typed);
  const [, amount, hours] = korean ?? english ?? [];
  return amount === undefined ? undefined : Number(amount) * (hours === undefined ? 1 : 60);
}

/** Any hour as people type it, a number alone as well, in a form that is read again; undefined for what is none. */
export const readAnyHour = (text: string): string | undefined => {
  const isHour = text.length <= LONGEST && (parseMinute(text) ?? parseDelay(text)) !== undefined;
  return isHour ? normalize(text) : undefined;
};

/** The same without a number alone: among other words of a line, that may be a count. */
export const readHourAmongWords = (text: string): string | undefined =>
  /^\d{1,2}$/.test(text) ? undefined : readAnyHour(text);

/** What a day and an hour mean. */
type Moment =
  | { kind: 'at'; at: Temporal.Instant }
  /** An hour that may be of the morning or of the afternoon: on the day (ISO) both, the later one first, in minutes since midnight. */
  | { kind: 'which'; day: string; minutes: readonly [number, number] };

/**
 * The moment that a day and an hour, which were read above, mean in a class's time zone; without a day, the next such
 * hour. An hour that the clocks leap over comes as much later as they leap.
 */
export function momentOf(
  day: string | undefined,
  hour: string,
  { zone }: Pick<Timetable, 'zone'>,
  now: Temporal.Instant,
): Moment | undefined {
  const delay = parseDelay(hour);
  if (delay !== undefined) return day === undefined ? { kind: 'at', at: now.add({ minutes: delay }) } : undefined;
  const minute = parseMinute(hour);
  const today = dayOf({ zone }, now);
  const named = day === undefined ? undefined : oneDay(day, today);
  if (minute === undefined || (day !== undefined && !named)) return undefined;
  const on = (date: Temporal.PlainDate, minute: number): Temporal.Instant =>
    date
      .toZonedDateTime({ timeZone: zone, plainTime: { hour: Math.floor(minute / 60), minute: minute % 60 } })
      .toInstant();
  const first = (minute: number): Temporal.PlainDate => {
    if (named) return named;
    return Temporal.Instant.compare(on(today, minute), now) > 0 ? today : today.add({ days: 1 });
  };
  const isUnclear = minute < MORNING * 60 && minute >= 60 && !HALF.test(hour) && !/^0\d:/.test(hour);
  if (isUnclear) {
    const later = minute + 12 * 60;
    // Without a day, of the two hours the next one's day.
    const date = named ?? first(later);
    return { kind: 'which', day: date.toString(), minutes: [later, minute] };
  }
  return { kind: 'at', at: on(first(minute), minute) };
}
