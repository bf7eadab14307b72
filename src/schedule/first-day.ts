import { normalize } from '../language/normalize.ts';
import { parseDates } from './parse-dates.ts';

/** What says that a date is a beginning: `3월 2일부터`, `from 2 March`. */
const SINCE = /^(?:from|starting) | ?부터$/gi;
/** A date that cannot be taken for weekdays or for an hour. */
const DATED = /^\d{4} ?[-/.년]|^\d{1,2} ?(?:월|\/) ?\d|^[a-z]{3,}\.? \d|^\d{1,2} [a-z]{3,}/i;
/** Letters of a day, with room for how people write it: every place where a range may be divided is looked at. */
const LONGEST = 80;
/** Any day: whether a text is a date does not depend on it. */
const ANY = Temporal.PlainDate.from('2026-01-01');

/**
 * The day on which something begins, as people type it, in one form that is read again; which day it is depends on
 * today: see firstDayOf(). Undefined for anything else.
 */
export function readFirstDay(text: string): string | undefined {
  if (text.length > LONGEST) return undefined;
  const typed = normalize(text);
  const day = typed.replace(SINCE, '');
  const dates = parseDates(day, ANY);
  if (!dates) return undefined;
  const isMarked = day !== typed;
  return isMarked || (DATED.test(day) && dates.from === dates.to) ? `from ${day}` : undefined;
}

/** Days since which a term may have begun, where its first day is typed without a year: a term, not the year before. */
const BEGUN = 150;

/** The date (ISO) of what readFirstDay() gave; of `다음 주` its Monday. A term may have begun already. */
export function firstDayOf(first: string, today: Temporal.PlainDate): string | undefined {
  const day = first.replace(SINCE, '');
  return parseDates(day, DATED.test(day) ? today.subtract({ days: BEGUN }) : today)?.from;
}
