import { isObject } from '../../../core/json.ts';

/** A value as Go prints it (`%+v`), in which a refused patch is told: `map[spec:map[replicas:two]]`. */
export function goText(value: unknown): string {
  if (Array.isArray(value)) return `[${value.map(goText).join(' ')}]`;
  if (value === null || value === undefined) return '<nil>';
  if (!isObject(value)) return String(value);
  const keys = Object.keys(value).toSorted();
  return `map[${keys.map((key) => `${key}:${goText(value[key])}`).join(' ')}]`;
}
