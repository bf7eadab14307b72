type CronField = 'minute' | 'hour' | 'day' | 'month' | 'weekday';

/** What of a schedule the API server does not read. */
export type CronSlip =
  | { kind: 'fields'; count: number }
  | { kind: 'range'; field: CronField; value: string; least: number; most: number }
  | { kind: 'form'; field: CronField; value: string }
  | { kind: 'word'; value: string };

const MONTHS = ['jan', 'feb', 'mar', 'apr', 'may', 'jun', 'jul', 'aug', 'sep', 'oct', 'nov', 'dec'];
const WEEKDAYS = ['sun', 'mon', 'tue', 'wed', 'thu', 'fri', 'sat'];

interface Bounds {
  field: CronField;
  least: number;
  most: number;
  names: readonly string[];
}

/** The five fields, as robfig/cron v3 reads them: a Sunday is 0, and 7 is out of range. */
const FIELDS: readonly Bounds[] = [
  { field: 'minute', least: 0, most: 59, names: [] },
  { field: 'hour', least: 0, most: 23, names: [] },
  { field: 'day', least: 1, most: 31, names: [] },
  { field: 'month', least: 1, most: 12, names: MONTHS },
  { field: 'weekday', least: 0, most: 6, names: WEEKDAYS },
];

const WORDS = new Set(['@yearly', '@annually', '@monthly', '@weekly', '@daily', '@midnight', '@hourly']);

function numberIn(word: string, { least, names }: Bounds): number | undefined {
  const index = names.indexOf(word.toLowerCase());
  if (index >= 0) return index + least;
  return /^\d{1,9}$/.test(word) ? Number(word) : undefined;
}

/** One part of a field: `*`, `5`, `1-5`, `1-30/2`, each perhaps with a step. */
function slipIn(part: string, bounds: Bounds): CronSlip | undefined {
  const { field, least, most } = bounds;
  const [range = '', step, ...more] = part.split('/');
  if (more.length > 0 || (step !== undefined && !/^[1-9]\d*$/.test(step))) return { kind: 'form', field, value: part };
  if (range === '*' || range === '?') return undefined;
  const ends = range.split('-');
  const numbers = ends.map((end) => numberIn(end, bounds));
  if (ends.length > 2) return { kind: 'form', field, value: part };
  for (const [index, number] of numbers.entries()) {
    if (number === undefined) return { kind: 'form', field, value: part };
    if (number < least || number > most) return { kind: 'range', field, value: ends[index] ?? part, least, most };
  }
  const [from = 0, to = from] = numbers;
  return (from ?? 0) > (to ?? 0) ? { kind: 'form', field, value: part } : undefined;
}

/** What is wrong with a schedule; undefined where it is read. */
export function cronSlip(schedule: string): CronSlip | undefined {
  const trimmed = schedule.trim();
  if (trimmed.startsWith('@')) {
    const isEvery = /^@every (?:\d+(?:\.\d+)?(?:ns|us|µs|ms|s|m|h))+$/.test(trimmed);
    return WORDS.has(trimmed) || isEvery ? undefined : { kind: 'word', value: trimmed };
  }
  const fields = trimmed === '' ? [] : trimmed.split(/\s+/);
  if (fields.length !== FIELDS.length) return { kind: 'fields', count: fields.length };
  for (const [index, bounds] of FIELDS.entries())
    for (const part of (fields[index] ?? '').split(',')) {
      const slip = slipIn(part, bounds);
      if (slip) return slip;
    }
  return undefined;
}

/** How many days each month has, February in a leap year. */
const DAYS = [31, 29, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31];

/** All that a field of numbers and ranges names; undefined where it has a star or steps. */
function namedIn(field: string, bounds: Bounds | undefined): number[] | undefined {
  const ends = field.split(',').map((part) => part.split('-').map((end) => bounds && numberIn(end, bounds)));
  const all = ends.map(([from, to = from]) =>
    from === undefined || to === undefined ? [] : Array.from({ length: to - from + 1 }, (_, i) => from + i),
  );
  return all.every((one) => one.length > 0) ? all.flat() : undefined;
}

/** Does a schedule that is read name only days that no month has, such as 31 February? */
export function neverComes(schedule: string): boolean {
  const [, , day = '', month = '', weekday = ''] = schedule.trim().split(/\s+/);
  // Where a day of the week is named as well, either of them is enough.
  if (!/^[*?]$/.test(weekday)) return false;
  const days = namedIn(day, FIELDS[2]);
  const months = namedIn(month, FIELDS[3]);
  if (days === undefined || months === undefined) return false;
  return months.every((one) => Math.min(...days) > (DAYS[one - 1] ?? 0));
}

/** A schedule as it was meant; undefined where that cannot be known. */
export function meantSchedule(schedule: string, slip: CronSlip): string | undefined {
  const fields = schedule.trim().split(/\s+/);
  if (slip.kind === 'fields')
    return slip.count === 6 && fields[0] === '0'
      ? fields.slice(1).join(' ')
      : slip.count === 4
        ? [...fields, '*'].join(' ')
        : undefined;
  if (slip.kind === 'word') {
    const word = [...WORDS].find((one) => one === slip.value.toLowerCase());
    return word;
  }
  if (slip.kind !== 'range') return undefined;
  const right =
    slip.field === 'weekday' && slip.value === '7'
      ? '0'
      : slip.field === 'hour' && slip.value === '24'
        ? '0'
        : slip.field === 'minute' && slip.value === '60'
          ? '0'
          : undefined;
  if (right === undefined) return undefined;
  const at = FIELDS.findIndex(({ field }) => field === slip.field);
  if (fields[at] !== slip.value) return undefined;
  return fields.map((field, index) => (index === at ? right : field)).join(' ');
}
