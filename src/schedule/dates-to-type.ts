import type { Locale } from '../core/locale.ts';
import { type Dates, parseDates } from './parse-dates.ts';
import { TAG } from './words.ts';

/** Dates (ISO, inclusive) as they can be typed and are read as the same ones by parseDates() on that day. */
export function datesToType({ from, to }: Dates, today: Temporal.PlainDate, locale: Locale): string {
  const format = (date: string, options: Intl.DateTimeFormatOptions): string =>
    Temporal.PlainDate.from(date).toLocaleString(TAG[locale], options);
  const typed = (year: 'numeric' | undefined): string =>
    Array.from(new Set([from, to]), (date) => format(date, { month: 'long', day: 'numeric', year })).join('~');
  const isSame = (text: string): boolean => {
    const read = parseDates(text, today);
    return read?.from === from && read.to === to;
  };
  return [typed(undefined), typed('numeric')].find(isSame) ?? (from === to ? from : `${from}~${to}`);
}
