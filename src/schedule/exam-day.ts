import { UserError } from '../core/errors.ts';
import type { Localized } from '../core/locale.ts';
import { parseDates } from './parse-dates.ts';
import { refuseJustPassed } from './passed.ts';
import { text } from './text.ts';
import { datesInWords } from './words.ts';

/** Letters of a date, with room for how people write it. */
const LONGEST = 80;

/** `until 12/15`, `12월 15일까지`, `시험 12월 15일` without what only says that a day follows. */
const bare = (typed: string): string =>
  typed
    .trim()
    .replace(/^(?:until|till|by|exam|시험 ?날(?:은|이)?|시험(?:은|이)?) /i, '')
    .replace(/ ?까지$/, '');

/** Is this a date as people type it, whichever day it is today? */
export const isDate = (typed: string): boolean =>
  typed.length <= LONGEST && parseDates(bare(typed), Temporal.PlainDate.from('2024-01-01')) !== undefined;

/**
 * The day of an exam (local date, ISO) as people type it: `12월 15일`, `12/15`, `다음 주 금요일`, `until 15 December`.
 * `examples` are lines to type instead. @throws UserError for what is no date, several days, a past one, or one more than
 * a year ahead.
 */
export function parseExamDay(typed: string, today: Temporal.PlainDate, examples: Localized): string {
  const dates = typed.length > LONGEST ? undefined : parseDates(bare(typed), today);
  if (!dates) throw new UserError(text.both((words, locale) => words.noDay(examples[locale])));
  const named = (say: (words: ReturnType<typeof text>, dates: string, locale: keyof Localized) => string) =>
    new UserError(text.both((words, locale) => say(words, datesInWords(dates, locale, today), locale)));
  refuseJustPassed(bare(typed), today);
  if (dates.from !== dates.to) throw named((words, several, locale) => words.severalDays(several, examples[locale]));
  if (dates.to < today.toString()) throw named((words, date) => words.dayPast(date));
  if (dates.to > today.add({ years: 1 }).toString()) throw named((words, date) => words.dayTooFar(date));
  return dates.from;
}
