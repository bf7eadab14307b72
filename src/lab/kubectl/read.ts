import { isObject } from '../../core/json.ts';

/** Fields of an object of the API by their paths, `spec.template.spec`. What has another type than it should is not there. */

export function at(value: unknown, path: string): unknown {
  let found = value;
  for (const key of path.split('.')) {
    if (!isObject(found)) return undefined;
    found = found[key];
  }
  return found;
}

/** A text or a number as a text; undefined where there is none. */
export function maybe(value: unknown, path: string): string | undefined {
  const found = at(value, path);
  return typeof found === 'string' || typeof found === 'number' || typeof found === 'boolean'
    ? String(found)
    : undefined;
}

export const text = (value: unknown, path: string): string => maybe(value, path) ?? '';

export function number(value: unknown, path: string): number {
  const found = at(value, path);
  return typeof found === 'number' ? found : 0;
}

export function list(value: unknown, path: string): unknown[] {
  const found = at(value, path);
  return Array.isArray(found) ? found : [];
}

export const texts = (value: unknown, path: string): string[] => list(value, path).map(String);

/** A map of texts, as labels are. */
export function map(value: unknown, path: string): Record<string, string> {
  const found = at(value, path);
  if (!isObject(found)) return {};
  return Object.fromEntries(Object.entries(found).map(([key, one]) => [key, String(one)]));
}

export const keys = (object: Readonly<Record<string, unknown>>): string[] => Object.keys(object).sort();

export const has = (value: unknown, path: string): boolean => {
  const found = at(value, path);
  return found !== undefined && found !== null;
};
