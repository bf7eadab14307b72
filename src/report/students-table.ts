import type { Locale } from '../core/locale.ts';
import type { Table, TableCell } from '../core/reply/blocks.ts';
import { percentOf } from '../core/reply/percent.ts';
import type { StudentProgress } from './progress.ts';
import { shareInWords } from './share.ts';
import { text } from './text.ts';

/** Rows that a phone shows whole. */
const SEEN = 10;

const TAG = { ko: 'ko-KR', en: 'en-GB' } as const;

/** `11월 22일`, `22 Nov`. */
export const dayInWords = (day: Temporal.PlainDate, locale: Locale): string =>
  day.toLocaleString(TAG[locale], { month: 'short', day: 'numeric' });

const amount = (value: number): TableCell => ({ value, text: String(value) });

/** Students as rows, which their reader sorts by any column; `all`: how many the class has. */
export function studentsTable(students: readonly StudentProgress[], all: number, locale: Locale): Table {
  const words = text(locale);
  return {
    type: 'table',
    caption: words.studentsTitle(all),
    columns: words.tableColumns,
    pageSize: SEEN,
    rows: students.map(({ name, known, shaky, right, answered, last, streak }) => [
      name ?? words.nameless,
      amount(known),
      amount(shaky),
      // Students who have answered nothing come before all others.
      { value: percentOf({ right, answered }) ?? -1, text: shareInWords({ right, answered }, locale) },
      { value: last.toZonedDateTime('UTC').epochMilliseconds, text: dayInWords(last, locale) },
      { value: streak.current, text: words.days(streak.current) },
    ]),
  };
}
