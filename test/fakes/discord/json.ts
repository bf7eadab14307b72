import type { Json } from './types.ts';

export const isJson = (value: unknown): value is Json =>
  typeof value === 'object' && value !== null && !Array.isArray(value);
export const object = (value: unknown): Json => (isJson(value) ? value : {});
export const objects = (value: unknown): Json[] => (Array.isArray(value) ? value.filter(isJson) : []);
export const text = (value: unknown): string => (typeof value === 'string' ? value : '');
export const number = (value: unknown, otherwise = 0): number => (typeof value === 'number' ? value : otherwise);

/** Every component in the tree, outer ones first. */
export function* allComponents(components: unknown): Generator<Json> {
  for (const component of objects(components)) {
    yield component;
    yield* allComponents(component.components);
    yield* allComponents([component.accessory, component.component]);
  }
}
