import { isObject } from '../../../core/json.ts';
import { parseQuantity, quantityText } from '../../engine/quantity.ts';
import { humanDuration } from '../../kinds/columns/ages.ts';
import { keys, list, map, text, texts } from '../read.ts';

const DAYS = ['Sun', 'Mon', 'Tue', 'Wed', 'Thu', 'Fri', 'Sat'];
const MONTHS = ['Jan', 'Feb', 'Mar', 'Apr', 'May', 'Jun', 'Jul', 'Aug', 'Sep', 'Oct', 'Nov', 'Dec'];
const two = (number: number): string => `${number}`.padStart(2, '0');

/** `Mon, 02 Jan 2006 15:04:05 +0000`: a time as Go's RFC1123Z has it, in UTC as the lab's. What is no time is Go's zero. */
export function longTime(time: string | undefined): string {
  const ms = time === undefined ? Number.NaN : Date.parse(time);
  if (Number.isNaN(ms)) return 'Mon, 01 Jan 0001 00:00:00 +0000';
  const date = new Date(ms);
  const day = `${DAYS[date.getUTCDay()]}, ${two(date.getUTCDate())} ${MONTHS[date.getUTCMonth()]} ${date.getUTCFullYear()}`;
  return `${day} ${two(date.getUTCHours())}:${two(date.getUTCMinutes())}:${two(date.getUTCSeconds())} +0000`;
}

export const since = (time: string | undefined, now: number): string =>
  time === undefined || time === '' ? '<unknown>' : humanDuration(now - Date.parse(time));

/** `a=1,b in (x,y)`: a label selector in words (apimachinery/pkg/labels). Nothing for one that chooses all. */
export function selectorText(selector: unknown): string {
  const labels = map(selector, 'matchLabels');
  const rules = [
    ...keys(labels).map((key) => ({ key, said: `${key}=${labels[key]}` })),
    ...list(selector, 'matchExpressions').map((one) => {
      const key = text(one, 'key');
      const values = texts(one, 'values').sort().join(',');
      const said =
        { In: `${key} in (${values})`, NotIn: `${key} notin (${values})`, Exists: key, DoesNotExist: `!${key}` }[
          text(one, 'operator')
        ] ?? key;
      return { key, said };
    }),
  ];
  return rules
    .toSorted((one, other) => (one.key < other.key ? -1 : one.key > other.key ? 1 : 0))
    .map(({ said }) => said)
    .join(',');
}

export const selectorOrNone = (selector: unknown): string => selectorText(selector) || '<none>';

/** `a=1,b=2`, or `<none>`. */
export const labelsOrNone = (labels: unknown): string => {
  const pairs = isObject(labels) ? labels : {};
  return (
    keys(pairs)
      .map((key) => `${key}=${String(pairs[key])}`)
      .join(',') || '<none>'
  );
};

const MODES: readonly (readonly [string, string])[] = [
  ['ReadWriteOnce', 'RWO'],
  ['ReadOnlyMany', 'ROX'],
  ['ReadWriteMany', 'RWX'],
  ['ReadWriteOncePod', 'RWOP'],
];
export const accessModes = (modes: readonly string[]): string =>
  MODES.flatMap(([mode, short]) => (modes.includes(mode) ? [short] : [])).join(',');

/** A quantity as Go prints it once it has read it: `41943040Ki` as `40Gi`. */
export function canonical(quantity: string): string {
  const read = parseQuantity(quantity);
  return read ? quantityText(read) : quantity;
}
