import type { Json } from './types.ts';

export const isJson = (value: unknown): value is Json =>
  typeof value === 'object' && value !== null && !Array.isArray(value);
export const object = (value: unknown): Json => (isJson(value) ? value : {});
export const objects = (value: unknown): Json[] => (Array.isArray(value) ? value.filter(isJson) : []);
export const text = (value: unknown): string => (typeof value === 'string' ? value : '');
export const number = (value: unknown, otherwise = 0): number => {
  const given = typeof value === 'string' && value.trim() !== '' ? Number(value) : value;
  return typeof given === 'number' && Number.isFinite(given) ? given : otherwise;
};
/** Flags come as JSON, or as text of a form. */
export const flag = (value: unknown): boolean => value === true || value === 'true' || value === '1' || value === 1;

/** Every object in a tree of JSON, outer ones first. */
export function* allObjects(value: unknown): Generator<Json> {
  if (Array.isArray(value)) for (const one of value) yield* allObjects(one);
  if (!isJson(value)) return;
  yield value;
  for (const one of Object.values(value)) yield* allObjects(one);
}
