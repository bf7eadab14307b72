import { normalize } from '../language/normalize.ts';
import { parseWeekday } from './parse-times.ts';
import { mondayOf } from './timetable.ts';

/** Days of the longest range of dates without years: a longer one is a later day before an earlier one, by mistake. */
const LONGEST = 183;

/** Years until 29 February comes again, at most (2096 to 2104). */
const LEAP = 8;

const MONTHS = 'january february march april may june july august september october november december'.split(' ');

/** A map, not an object: `constructor` is no day. */
const DAYS = new Map(
  Object.entries({
    그제: -2,
    그저께: -2,
    어제: -1,
    yesterday: -1,
    오늘: 0,
    today: 0,
    내일: 1,
    tomorrow: 1,
    모레: 2,
    글피: 3,
  }),
);

const WEEKS: Readonly<Record<string, number>> = { 이번: 0, this: 0, 다음: 1, next: 1, 다다음: 2 };

/** A day as typed: the first such day on or after another; `fixed` where it is the same day whatever that other is. */
interface DayPhrase {
  from(base: Temporal.PlainDate): Temporal.PlainDate | undefined;
  fixed: boolean;
}

const fixed = (day: Temporal.PlainDate | undefined): DayPhrase | undefined => day && { from: () => day, fixed: true };

const isBefore = (a: Temporal.PlainDate, b: Temporal.PlainDate): boolean => Temporal.PlainDate.compare(a, b) < 0;

/** Undefined for a date that does not exist. */
function dateOf(year: number, month: number, day: number): Temporal.PlainDate | undefined {
  try {
    return Temporal.PlainDate.from({ year, month, day }, { overflow: 'reject' });
  } catch {
    return undefined;
  }
}

/** A day of the year; without a year, of the first year that has it. */
function dayOfYear(year: string | undefined, month: number, day: number): DayPhrase | undefined {
  if (year !== undefined) return fixed(dateOf(Number(year), month, day));
  return {
    fixed: false,
    from: (base) =>
      Array.from({ length: LEAP + 1 }, (_, i) => dateOf(base.year + i, month, day)).find(
        (date) => date && !isBefore(date, base),
      ),
  };
}

/** `18일`: a day of the month in which the other day is. */
function dayOfMonth(text: string): DayPhrase | undefined {
  const [, day] = /^(\d{1,2})(?: ?일|st|nd|rd|th)?$/.exec(text) ?? [];
  if (day === undefined) return undefined;
  return { fixed: false, from: ({ year, month }) => dateOf(year, month, Number(day)) };
}

function parseDay(text: string, today: Temporal.PlainDate): DayPhrase | undefined {
  const days = DAYS.get(text);
  if (days !== undefined) return fixed(today.add({ days }));

  const digits = /^(?:(\d{4}) ?[-/.년] ?)?(\d{1,2}) ?([-/.월]) ?(\d{1,2}) ?[일.]?$/.exec(text);
  // 12-14 alone may be two days.
  if (digits && (digits[1] !== undefined || digits[3] !== '-'))
    return dayOfYear(digits[1], Number(digits[2]), Number(digits[4]));

  const english =
    /^(?<month>[a-z]{3,})\.? (?<day>\d{1,2})(?:st|nd|rd|th)?(?:,? (?<year>\d{4}))?$/.exec(text) ??
    /^(?<day>\d{1,2})(?:st|nd|rd|th)? (?:of )?(?<month>[a-z]{3,})\.?(?:,? (?<year>\d{4}))?$/.exec(text);
  if (english?.groups) {
    const { month = '', day, year } = english.groups;
    return dayOfYear(year, MONTHS.findIndex((name) => name.startsWith(month)) + 1, Number(day));
  }

  const [, week, name = ''] = /^(?:(이번|다음|다다음) ?주 ?)?([월화수목금토일]요일|[a-z]+)$/.exec(text) ?? [];
  const weekday = parseWeekday(name);
  if (weekday === undefined) return undefined;
  if (week !== undefined) return fixed(mondayOf(today, WEEKS[week] ?? 0).add({ days: weekday - 1 }));
  return {
    fixed: false,
    from(base) {
      const first = isBefore(base, today) ? today : base;
      return first.add({ days: (weekday - first.dayOfWeek + 7) % 7 });
    },
  };
}

/** Without what stands around dates: weekdays and notes in brackets or beside a date, `from`, `까지`, `하루`. */
const tidy = (text: string): string =>
  normalize(text)
    .toLowerCase()
    .replace(/ ?\([^()]*\)/g, '')
    .replace(/(\d일) ?[월화수목금토일]요일/g, '$1')
    .replace(/\b(?:mon|tue|wed|thu|fri|sat|sun)[a-z]*,? (\d|jan|feb|mar|apr|may|jun|jul|aug|sep|oct|nov|dec)/g, '$1')
    .replace(/^from |(?: ?까지| 하루)$/g, '');

const BETWEEN = / ?(?:~|〜|∼|–|—|-|\.{2,3}|…|부터|에서| to | through | until | till ) ?/g;

/** A day or several in a row, ISO, both ends included. */
export interface Dates {
  from: string;
  to: string;
}

const datesFrom = (from: Temporal.PlainDate, to: Temporal.PlainDate): Dates => ({
  from: from.toString(),
  to: to.toString(),
});

function parseRange(first: string, last: string, today: Temporal.PlainDate): Dates | undefined {
  // 14–18 December: the month stands only once.
  const start = parseDay(/^\d{1,2}$/.test(first) ? last.replace(/^\d{1,2}/, first) : first, today);
  const end = dayOfMonth(last) ?? parseDay(last, today);
  if (!start || !end) return undefined;
  // A range may have begun already.
  for (const base of [today.subtract({ days: LONGEST }), today]) {
    const from = start.from(base);
    const to = from && end.from(from);
    if (!from || !to || isBefore(to, from)) continue;
    if (start.fixed && end.fixed) return datesFrom(from, to);
    if (!isBefore(to, today) && from.until(to).days <= LONGEST) return datesFrom(from, to);
  }
  return undefined;
}

/**
 * Dates (ISO, inclusive) as people type them: `12월 14일~18일`, `12/14-12/18`, `2026-12-14..2026-12-18`, `내일`,
 * `다음 주` (Monday to Sunday), `14–18 December`. A date without a year is the next that is not over; one with a year may
 * be past. Undefined for anything else, for dates that do not exist, and for a range that ends before it begins.
 */
export function parseDates(text: string, today: Temporal.PlainDate): Dates | undefined {
  const typed = tidy(text);
  const [, week] = /^(이번|다음|다다음|this|next) ?(?:주|week)$/.exec(typed) ?? [];
  if (week !== undefined) {
    const monday = mondayOf(today, WEEKS[week] ?? 0);
    return datesFrom(isBefore(monday, today) ? today : monday, monday.add({ days: 6 }));
  }
  const day = parseDay(typed, today)?.from(today);
  if (day) return datesFrom(day, day);
  for (const { 0: between, index } of typed.matchAll(BETWEEN)) {
    const found = parseRange(typed.slice(0, index), typed.slice(index + between.length), today);
    if (found) return found;
  }
  return undefined;
}

/** Days in which a date that is typed without its year is taken for the one that was, and not for next year's. */
const LATELY = 90;

const withoutYear = ({ from, to }: Dates): string => [from, to].map((day) => day.slice(4)).join();

/**
 * The dates that a text without a year names where they are over, and not for long: on 30 November `11월 29일` is
 * yesterday, and not a day of next year, as parseDates() reads it. `next`: those that would be read.
 */
export function parseJustPassed(text: string, today: Temporal.PlainDate): (Dates & { next: Dates }) | undefined {
  const next = parseDates(text, today);
  const was = next && parseDates(text, today.subtract({ days: LATELY }));
  // What is told from today on (내일, 금요일) is another day of the year as seen from then.
  const isSame = was && withoutYear(was) === withoutYear(next) && was.from !== next.from;
  return isSame && was.to < today.toString() ? { ...was, next } : undefined;
}

/** Which words are dates does not depend on the day on which they are typed; this one is a Monday. */
const ANY_DAY = Temporal.PlainDate.from('2024-01-01');

/** Letters of dates for an option: every place where a range may be divided is looked at. */
const LONGEST_TYPED = 80;

/** Dates for an option, which knows no today, as they were typed: `12월 3일에` as `12월 3일`; undefined for what are none. */
export function readDates(text: string): string | undefined {
  if (text.length > LONGEST_TYPED) return undefined;
  const typed = normalize(text).replace(/(?<=[일레피])(?:에|로|으로)$/, '');
  return parseDates(typed, ANY_DAY) ? typed : undefined;
}

/** Dates whose end was typed before their beginning, put right: `12월 18일~14일`; undefined for anything else. */
export function parseSwappedDates(text: string, today: Temporal.PlainDate): Dates | undefined {
  const typed = tidy(text);
  for (const { 0: between, index } of typed.matchAll(BETWEEN)) {
    const first = typed.slice(0, index);
    const last = typed.slice(index + between.length);
    // The month may stand only once.
    const month = /^\d{1,2}일?$/.test(last) ? (/^.*?\d{1,2}(?:월 ?|\/)/.exec(first)?.[0] ?? '') : '';
    const found = parseRange(month + last, first, today);
    if (found) return found;
  }
  return undefined;
}
