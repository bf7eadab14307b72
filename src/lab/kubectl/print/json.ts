import { isObject } from '../../../core/json.ts';

/** The same value with the keys of its objects in order, as Go writes maps. */
function sorted(value: unknown): unknown {
  if (Array.isArray(value)) return value.map(sorted);
  if (!isObject(value)) return value;
  const keys = Object.keys(value).sort((one, other) => (one < other ? -1 : 1));
  return Object.fromEntries(keys.map((key) => [key, sorted(value[key])]));
}

/** What Go's encoding/json escapes beside what JSON does, so that it can stand in HTML. */
const escaped = (text: string): string =>
  text.replace(/[<>&\u2028\u2029]/g, (letter) => `\\u${letter.charCodeAt(0).toString(16).padStart(4, '0')}`);

/** As `kubectl get -o json` prints: four spaces, keys in order. */
export const prettyJson = (value: unknown): string => `${escaped(JSON.stringify(sorted(value), null, 4))}\n`;

/** In one line, keys in order. */
export const compactJson = (value: unknown): string => escaped(JSON.stringify(sorted(value)));
