/** When a CronJob is due: the five fields of cron, as robfig/cron v3 reads them, which Kubernetes uses. */

import { readDuration } from '../../engine/duration.ts';

interface Field {
  from: number;
  to: number;
  names?: readonly string[];
}

const MONTHS = ['jan', 'feb', 'mar', 'apr', 'may', 'jun', 'jul', 'aug', 'sep', 'oct', 'nov', 'dec'];
const DAYS = ['sun', 'mon', 'tue', 'wed', 'thu', 'fri', 'sat'];
const FIELDS: readonly Field[] = [
  { from: 0, to: 59 },
  { from: 0, to: 23 },
  { from: 1, to: 31 },
  { from: 1, to: 12, names: MONTHS },
  { from: 0, to: 6, names: DAYS },
];

const DESCRIBED: Readonly<Record<string, string>> = {
  ...{ '@yearly': '0 0 1 1 *', '@annually': '0 0 1 1 *', '@monthly': '0 0 1 * *', '@weekly': '0 0 * * 0' },
  ...{ '@daily': '0 0 * * *', '@midnight': '0 0 * * *', '@hourly': '0 * * * *' },
};

interface Chosen {
  values: ReadonlySet<number>;
  /** `*` or `?`: of the two days, the other one alone decides. */
  isAny: boolean;
}

export type Schedule = { every: number } | { fields: readonly Chosen[] };

class Unreadable extends Error {}

function numberOf(text: string, { from, names }: Field): number {
  const named = names?.indexOf(text.toLowerCase()) ?? -1;
  if (named >= 0) return named + from;
  if (!/^\d+$/.test(text))
    throw new Unreadable(`failed to parse int from ${text}: strconv.Atoi: parsing "${text}": invalid syntax`);
  return Number(text);
}

function rangeOf(text: string, field: Field): { values: number[]; isAny: boolean } {
  const [range = '', step, ...more] = text.split('/');
  const [low = '', high, ...beyond] = range.split('-');
  if (more.length > 0) throw new Unreadable(`too many slashes: ${text}`);
  if (beyond.length > 0) throw new Unreadable(`too many hyphens: ${text}`);
  const isAny = low === '*' || low === '?';
  const first = isAny ? field.from : numberOf(low, field);
  let last = isAny ? field.to : high === undefined ? first : numberOf(high, field);
  const by = step === undefined ? 1 : numberOf(step, { from: 0, to: 0 });
  if (step !== undefined && high === undefined && !isAny) last = field.to;
  if (first < field.from) throw new Unreadable(`beginning of range (${first}) below minimum (${field.from}): ${text}`);
  if (last > field.to) throw new Unreadable(`end of range (${last}) above maximum (${field.to}): ${text}`);
  if (first > last) throw new Unreadable(`beginning of range (${first}) beyond end of range (${last}): ${text}`);
  if (by === 0) throw new Unreadable(`step of range should be a positive number: ${text}`);
  const values = Array.from({ length: Math.floor((last - first) / by) + 1 }, (_, i) => first + i * by);
  return { values, isAny: isAny && by === 1 };
}

function everyOf(text: string): Schedule {
  const ms = readDuration(text);
  if (ms === undefined)
    throw new Unreadable(`failed to parse duration @every ${text}: time: invalid duration "${text}"`);
  return { every: Math.max(1000, Math.floor(ms / 1000) * 1000) };
}

function fieldsOf(text: string): Schedule {
  const fields = text.split(/\s+/).filter((one) => one !== '');
  if (fields.length !== FIELDS.length)
    throw new Unreadable(`expected exactly 5 fields, found ${fields.length}: [${fields.join(' ')}]`);
  return {
    fields: fields.map((one, i) => {
      const field = FIELDS[i] ?? { from: 0, to: 0 };
      const ranges = one.split(',').map((part) => rangeOf(part, field));
      return { values: new Set(ranges.flatMap(({ values }) => values)), isAny: ranges.some(({ isAny }) => isAny) };
    }),
  };
}

/** A schedule, or why it is none: in the words that the API server refuses it with. */
export function parseSchedule(source: string): Schedule | string {
  const text = source.trim();
  try {
    if (text === '') throw new Unreadable('empty spec string');
    if (text.startsWith('@every ')) return everyOf(text.slice('@every '.length));
    const described = text.startsWith('@') ? DESCRIBED[text] : text;
    if (described === undefined) throw new Unreadable(`unrecognized descriptor: ${text}`);
    return fieldsOf(described);
  } catch (error) {
    if (error instanceof Unreadable) return error.message;
    throw error;
  }
}

/** Days ahead that are looked at: a 29th of February comes within eight years. */
const AHEAD = 8 * 366;

/** The first time after `after`, epoch milliseconds, in a time zone; undefined where there is none, as on 30 February. */
export function nextTime(schedule: Schedule, after: number, zone: string): number | undefined {
  if ('every' in schedule) return Math.floor(after / 1000) * 1000 + schedule.every;
  const [minutes, hours, days, months, weekdays] = schedule.fields;
  if (!minutes || !hours || !days || !months || !weekdays) return undefined;
  const begin = Temporal.Instant.fromEpochMilliseconds(Math.floor(after / 60_000) * 60_000 + 60_000).toZonedDateTimeISO(
    zone,
  );
  const isDue = (date: Temporal.PlainDate): boolean => {
    const [day, weekday] = [days.values.has(date.day), weekdays.values.has(date.dayOfWeek % 7)];
    return months.values.has(date.month) && (days.isAny || weekdays.isAny ? day && weekday : day || weekday);
  };
  let date = begin.toPlainDate();
  for (let i = 0; i < AHEAD; i++, date = date.add({ days: 1 })) {
    if (!isDue(date)) continue;
    for (let hour = i === 0 ? begin.hour : 0; hour < 24; hour++) {
      if (!hours.values.has(hour)) continue;
      for (const minute of Array.from(minutes.values).toSorted((one, other) => one - other)) {
        const at = date.toZonedDateTime({ timeZone: zone, plainTime: { hour, minute } });
        // An hour that summer time skips is another one: it is not due.
        if (at.hour === hour && at.epochMilliseconds > after) return at.epochMilliseconds;
      }
    }
  }
  return undefined;
}
