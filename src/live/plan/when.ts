import { dayOf, type Timetable } from '../../core/class.ts';
import { type Guess, UserError } from '../../core/errors.ts';
import type { Localized } from '../../core/locale.ts';
import { hourToPick } from '../../schedule/completions.ts';
import { momentOf, readAnyHour, readDay } from '../../schedule/parse-moments.ts';
import { refusePast } from '../../schedule/passed.ts';
import { instantInWords, minuteInWords } from '../../schedule/words.ts';
import { text } from './text.ts';

/** Milliseconds: at least so far ahead a quiz is planned, and at most. */
const SOONEST = 30_000;
const FARTHEST = 366 * 24 * 3_600_000;
/** Words of a day and an hour, at most: `다음 주 월요일 오후 2시 30분`. */
const LONGEST = 10;

/** When a quiz is to begin, or, where that may be one of two hours of a day (ISO), both of them. */
export type When = { at: number } | { day: string; hours: readonly [Hour, Hour] };

/** An hour as it is typed, `14:00`, and as it is picked, `오후 2시`. */
interface Hour {
  typed: string;
  label: Localized;
}

const hourOf = (minute: number): Hour => ({ typed: minuteInWords(minute), label: hourToPick(minute) });

/** @throws UserError for a time that is past, with a guess, or too far ahead, and where the day is none. */
export function whenOf(
  day: string | undefined,
  hour: string,
  timetable: Pick<Timetable, 'zone'>,
  now: Temporal.Instant,
  guess?: Guess,
): When {
  if (day !== undefined) refusePast(day, dayOf(timetable, now), guess);
  const moment = momentOf(day, hour, timetable, now);
  if (!moment) throw new UserError(text.both((words) => words.notUnderstood));
  if (moment.kind === 'which') {
    const [first, second] = moment.minutes;
    return { day: moment.day, hours: [hourOf(first), hourOf(second)] };
  }
  const at = moment.at.epochMilliseconds;
  if (at < now.epochMilliseconds + SOONEST)
    throw new UserError(
      text.both((words, locale) => words.past(instantInWords(at, timetable, locale, now.epochMilliseconds))),
      guess,
    );
  if (at > now.epochMilliseconds + FARTHEST) throw new UserError(text.both((words) => words.tooFar));
  return { at };
}

/** The next day (ISO) and hour at which a class's clock shows an hour, in a form that is read again. */
export function nextSuch(
  hour: string,
  timetable: Pick<Timetable, 'zone'>,
  now: Temporal.Instant,
): { day: string; hour: string } | undefined {
  const moment = momentOf(undefined, hour, timetable, now);
  if (moment?.kind !== 'at') return moment && { day: moment.day, hour: minuteInWords(moment.minutes[0]) };
  const at = moment.at.toZonedDateTimeISO(timetable.zone).toPlainDateTime();
  return { day: at.toPlainDate().toString(), hour: at.toPlainTime().toString({ smallestUnit: 'minute' }) };
}

/** A day and an hour that were typed in one. @throws UserError as whenOf() does, and for anything else. */
export function whenTyped(typed: string, timetable: Pick<Timetable, 'zone'>, now: Temporal.Instant): When {
  const words = typed.trim().split(/\s+/).slice(0, LONGEST);
  // 내일 10시, 10시, 10 December 2pm, 2pm on 10 December: the day stands before the hour, or behind it, or is left out.
  for (let at = 0; at <= words.length; at++) {
    const [first, second] = [words.slice(0, at).join(' '), words.slice(at).join(' ')];
    for (const [day, hour] of [
      [first, second],
      [second.replace(/^on /, ''), first],
    ] as const)
      if (readAnyHour(hour) !== undefined && (day === '' || readDay(day) !== undefined))
        return whenOf(day === '' ? undefined : day, hour, timetable, now);
  }
  throw new UserError(text.both((words) => words.notUnderstood));
}
