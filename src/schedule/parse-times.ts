import { normalize } from '../language/normalize.ts';
import { minuteInWords } from './words.ts';
import { cityOf, ZONE_NAMES } from './zones.ts';

const zones = new Map([
  ...Intl.supportedValuesOf('timeZone').map((zone) => [cityOf(zone).toLowerCase(), zone] as const),
  ...Object.entries(ZONE_NAMES).flatMap(([zone, names]) => names.map((name) => [name, zone] as const)),
]);

/** The zone that people mean: an IANA name in any case, a city, or what it is called here (`서울`, `KST`). */
export function parseZone(text: string): string | undefined {
  const name = normalize(text)
    .toLowerCase()
    .replace(/ ?(?:시간대?|표준시|time)$/, '');
  const called = zones.get(name.replaceAll('_', ' '));
  // Temporal would take an offset or a whole date as well.
  if (called !== undefined || !/^[a-z][a-z0-9_+/-]*$/.test(name)) return called;
  try {
    return Temporal.Instant.fromEpochMilliseconds(0).toZonedDateTimeISO(name).timeZoneId;
  } catch {
    return undefined;
  }
}

const HOURS = ['한', '두', '세', '네', '다섯', '여섯', '일곱', '여덟', '아홉', '열', '열한', '열두'];

const HALF = '오전|새벽|아침|오후|저녁|낮|밤|am|pm';

export const TIME = new RegExp(
  `^(?<before>${HALF})? ?` +
    `(?:(?<hour>\\d{1,2})|(?<word>${HOURS.join('|')}) ?(?=시))` +
    '(?: ?시(?: ?(?:(?<minute>\\d{1,2})(?: ?분)?|(?<half>반)))?|:(?<exact>\\d\\d)분?)?' +
    ' ?(?<after>am|pm)?에?$',
);

const NAMED = new Map(Object.entries({ 정오: 12 * 60, noon: 12 * 60, 자정: 0, midnight: 0 }));

/** The hour (0..23) that people mean by an hour and a part of the day: `밤 12시` is midnight, `낮 12시` noon. */
function hourIn(part: string | undefined, hour: number): number | undefined {
  if (hour > 23) return undefined;
  switch (part) {
    case '오전':
    case '새벽':
    case '아침':
    case 'am':
      return hour > 12 ? undefined : hour % 12;
    case '낮':
      return hour > 0 && hour < 9 ? hour + 12 : hour;
    case '밤':
      return hour >= 6 && hour <= 12 ? (hour + 12) % 24 : hour;
    case undefined:
      return hour;
    default:
      return hour > 12 ? hour : (hour % 12) + 12;
  }
}

/** Minutes since midnight of a time as people type it: `9`, `09:30`, `오후 2시 반`, `2pm`; undefined for anything else. */
export function parseMinute(text: string): number | undefined {
  const typed = normalize(text)
    .toLowerCase()
    .replace(/([ap])\.m\.?/, '$1m');
  const named = NAMED.get(typed);
  if (named !== undefined) return named;
  const { before, after, hour, word, minute, half, exact } = TIME.exec(typed)?.groups ?? {};
  if ((hour === undefined && word === undefined) || (before && after)) return undefined;
  const at = hourIn(before ?? after, hour === undefined ? HOURS.indexOf(word ?? '') + 1 : Number(hour));
  const minutes = half ? 30 : Number(minute ?? exact ?? 0);
  return at === undefined || minutes > 59 ? undefined : at * 60 + minutes;
}

/** Is it an hour alone, without minutes and without a half of the day? */
export const isBareHour = (text: string): boolean => /^\d{1,2}시?$/.test(text.trim());

/** An hour in one form, `9시` as `09:00`, which is read again; undefined for what is none. */
export function readHour(text: string): string | undefined {
  const minute = parseMinute(text);
  return minute === undefined ? undefined : minuteInWords(minute);
}

const ENGLISH = [
  ['monday', 'mon'],
  ['tuesday', 'tues', 'tue'],
  ['wednesday', 'wed'],
  ['thursday', 'thurs', 'thur', 'thu'],
  ['friday', 'fri'],
  ['saturday', 'sat'],
  ['sunday', 'sun'],
];

/** Words about weekdays and the ISO numbers they stand for, `-` for what makes a range. */
const WEEKDAY_WORDS = new Map<string, string>([
  ...['매일', '날마다', 'every day', 'everyday', 'daily'].map((word) => [word, '1234567'] as const),
  ...['평일', '주중', 'weekday'].map((word) => [word, '12345'] as const),
  ...['주말', 'weekend'].map((word) => [word, '67'] as const),
  ...Array.from('월화수목금토일', (day, i) => [day, `${i + 1}`] as const),
  ...ENGLISH.flatMap((names, i) => names.map((name) => [name, `${i + 1}`] as const)),
  ...['-', '~', '–', '부터', '에서', 'through', 'to'].map((word) => [word, '-'] as const),
  ...[' ', ',', '·', '/', '&', '와', '과', '하고', '및', 'and', '요일', '까지', '마다'].map(
    (word) => [word, ''] as const,
  ),
]);

const longestFirst = (words: Iterable<string>): string =>
  Array.from(words)
    .sort((a, b) => b.length - a.length)
    .join('|');

export const WEEKDAY_WORD = new RegExp(longestFirst(WEEKDAY_WORDS.keys()), 'g');

/** How timetables of English-speaking schools write weekdays: MWF, TTh. */
const LETTERS = new Map([
  ['m', 1],
  ['tu', 2],
  ['t', 2],
  ['w', 3],
  ['th', 4],
  ['r', 4],
  ['f', 5],
]);

/** The weekday (ISO, 1 Monday … 7 Sunday) that a word names: `월`, `월요일`, `mon`, `Monday`. */
export function parseWeekday(word: string): number | undefined {
  const day = word.replace('요일', '').toLowerCase();
  const at = Math.max(
    day.length === 1 ? '월화수목금토일'.indexOf(day) : -1,
    ENGLISH.findIndex((names) => names.includes(day)),
  );
  return at < 0 ? undefined : at + 1;
}

/** ISO weekdays, sorted, as people type them: `평일`, `월수금`, `월~목`, `mon-fri`, `MWF`; undefined for anything else. */
export function parseWeekdays(text: string): number[] | undefined {
  const typed = normalize(text)
    .toLowerCase()
    .replace(/(day|end)s\b/g, '$1');
  const letters = /^(?:m|tu|th|t|w|r|f)+$/.test(typed) ? typed.match(/tu|th|./g) : null;
  if (letters) return sorted(letters.flatMap((letter) => LETTERS.get(letter) ?? []));
  if (/\d/.test(typed)) return undefined;
  const code = typed.replace(WEEKDAY_WORD, (word) => WEEKDAY_WORDS.get(word) ?? '');
  if (!/^(?:[1-7](?:-[1-7])?)+$/.test(code)) return undefined;
  return sorted(
    code.match(/\d(?:-\d)?/g)?.flatMap((part) => {
      const [from = 0, to = from] = part.split('-').map(Number);
      // 금~월 goes over the weekend.
      return Array.from({ length: ((to - from + 7) % 7) + 1 }, (_, i) => ((from + i - 1) % 7) + 1);
    }) ?? [],
  );
}

/** Weekdays in one form, `월수` as `mon,wed`, which is read again; undefined for what are none. */
export const readWeekdays = (text: string): string | undefined =>
  parseWeekdays(text)
    ?.map((day) => ENGLISH[day - 1]?.at(-1))
    .join(',');

const sorted = (weekdays: readonly number[]): number[] => Array.from(new Set(weekdays)).sort((a, b) => a - b);
