/** When a schedule runs, as it can be said in words. */
export type Cadence =
  | { kind: 'minutes'; every: number }
  | { kind: 'hours'; every: number; minute: number }
  | { kind: 'daily'; times: readonly Time[]; days: Days }
  | { kind: 'word'; word: 'hourly' | 'daily' | 'weekly' | 'monthly' | 'yearly' };

export interface Time {
  hour: number;
  minute: number;
}

export type Days =
  | { kind: 'every' }
  /** From 0, a Sunday. */
  | { kind: 'weekdays'; days: readonly number[] }
  | { kind: 'dates'; dates: readonly number[]; months: readonly number[] };

const NAMES: Readonly<Record<string, number>> = {
  ...{ sun: 0, mon: 1, tue: 2, wed: 3, thu: 4, fri: 5, sat: 6 },
  ...{ jan: 1, feb: 2, mar: 3, apr: 4, may: 5, jun: 6, jul: 7, aug: 8, sep: 9, oct: 10, nov: 11, dec: 12 },
};
const WORDS: Readonly<Record<string, Extract<Cadence, { kind: 'word' }>['word']>> = {
  '@hourly': 'hourly',
  '@daily': 'daily',
  '@midnight': 'daily',
  '@weekly': 'weekly',
  '@monthly': 'monthly',
  '@yearly': 'yearly',
  '@annually': 'yearly',
};
/** More numbers than this are not told one by one. */
const MOST = 7;

const numberOf = (word: string): number | undefined =>
  NAMES[word.toLowerCase()] ?? (/^\d{1,2}$/.test(word) ? Number(word) : undefined);

/** `1-5` or `0,30` -> its numbers; undefined for what cannot be told in words. */
function numbersIn(field: string): number[] | undefined {
  const numbers: number[] = [];
  for (const part of field.split(',')) {
    const [from, to, ...more] = part.split('-').map(numberOf);
    if (from === undefined || more.length > 0) return undefined;
    const last = part.includes('-') ? to : from;
    if (last === undefined || last < from) return undefined;
    for (let number = from; number <= last; number++) numbers.push(number);
    if (numbers.length > 31) return undefined;
  }
  return numbers;
}

const stepOf = (field: string): number | undefined => {
  const [, step] = /^\*\/([1-9]\d?)$/.exec(field) ?? [];
  return field === '*' ? 1 : step === undefined ? undefined : Number(step);
};

function daysOf(date: string, month: string, weekday: string): Days | undefined {
  if (date === '*' && month === '*' && weekday === '*') return { kind: 'every' };
  if (date === '*' && month === '*') {
    const days = numbersIn(weekday);
    return days && { kind: 'weekdays', days };
  }
  const dates = numbersIn(date);
  const months = month === '*' ? [] : numbersIn(month);
  return weekday === '*' && dates && months && dates.length <= MOST ? { kind: 'dates', dates, months } : undefined;
}

/** When a cron schedule of five fields runs; undefined where words would say it no better. */
export function cadenceOf(schedule: string): Cadence | undefined {
  const word = WORDS[schedule.trim()];
  if (word !== undefined) return { kind: 'word', word };
  const [minute = '', hour = '', date = '', month = '', weekday = '', ...more] = schedule.trim().split(/\s+/);
  if (weekday === '' || more.length > 0) return undefined;
  const days = daysOf(date.replace('?', '*'), month, weekday.replace('?', '*'));
  if (days === undefined) return undefined;
  const [everyMinute, everyHour] = [stepOf(minute), stepOf(hour)];
  if (everyMinute !== undefined)
    return hour === '*' && days.kind === 'every' ? { kind: 'minutes', every: everyMinute } : undefined;
  const minutes = numbersIn(minute);
  if (minutes === undefined) return undefined;
  const [first = 0] = minutes;
  if (everyHour !== undefined)
    return minutes.length === 1 && days.kind === 'every'
      ? { kind: 'hours', every: everyHour, minute: first }
      : undefined;
  const hours = numbersIn(hour);
  if (hours === undefined || hours.length * minutes.length > MOST) return undefined;
  const times = hours.flatMap((at) => minutes.map((one) => ({ hour: at, minute: one })));
  return { kind: 'daily', times, days };
}
