import { type Guess, UserError } from '../core/errors.ts';
import type { Locale, Localized } from '../core/locale.ts';
import { type Dates, parseDates, parseJustPassed } from './parse-dates.ts';
import { text } from './text.ts';
import { datesInWords, TAG } from './words.ts';

/** Dates as they are typed: `11월 29일`, `2027년 11월 29일`. */
const typed = ({ from, to }: Dates, locale: Locale, year: 'numeric' | undefined): string =>
  Array.from(new Set([from, to]), (day) =>
    Temporal.PlainDate.from(day).toLocaleString(TAG[locale], { month: 'long', day: 'numeric', year }),
  ).join('~');

/** That a day without a year has just passed, and how to type the one that is to come; undefined for any other text. */
function justPassedInWords(said: string, today: Temporal.PlainDate): Localized | undefined {
  const passed = parseJustPassed(said, today);
  if (!passed) return undefined;
  const { next } = passed;
  const years = Temporal.PlainDate.from(next.from).year - today.year;
  return text.both((words, locale) =>
    words.justPassed(typed(passed, locale, undefined), years, typed(next, locale, 'numeric')),
  );
}

/**
 * Refuses a day without a year that has just passed, so that nothing is set a year too late by mistake.
 * @throws UserError
 */
export function refuseJustPassed(said: string, today: Temporal.PlainDate, guess?: Guess): void {
  const why = justPassedInWords(said, today);
  if (why) throw new UserError(why, guess);
}

/** Refuses a day that is over, whether its year was typed or not, or it was told from today on (어제). @throws UserError */
export function refusePast(said: string, today: Temporal.PlainDate, guess?: Guess): void {
  refuseJustPassed(said, today, guess);
  const dates = parseDates(said, today);
  // ISO dates compare as texts do.
  if (!dates || dates.to >= today.toString()) return;
  throw new UserError(
    text.both((words, locale) => words.dayPast(datesInWords(dates, locale, today))),
    guess,
  );
}
