import type { MapNode, Node, Place, Value } from './node.ts';

/** A value together with where a reader finds it: the path to it, and the line of its key or list item. */
export interface Spot extends Place {
  node: Node;
  path: string;
  /** Its key in the map around it, or its place in the list around it from 0; '' at the top. */
  key: string;
}

export const spotOf = (node: Node): Spot => ({ node, path: '', key: '', line: node.line, column: node.column });

/** `spec` + `replicas` -> `spec.replicas`, `data` + `index.html` -> `data[index.html]`. */
export function pathOf(path: string, key: string): string {
  if (!/^[\p{L}\p{N}_-]+$/u.test(key)) return `${path}[${key}]`;
  return path === '' ? key : `${path}.${key}`;
}

/** The path leads to an item of a list. */
export const isItem = (path: string): boolean => /\[\d+\]$/.test(path);

/** The last key of a path, of a list's item the list's: `spec.containers[0]` -> `containers`. */
export function lastKey(path: string): string {
  const keys = path.split(/[.[\]]/).filter((one) => one !== '' && !/^\d+$/.test(one));
  return keys.at(-1) ?? '';
}

const isMap = (node: Node): node is MapNode => node.kind === 'map';

/** A map's values; none of anything else. */
export function fields(spot: Spot | undefined): Spot[] {
  if (spot === undefined || !isMap(spot.node)) return [];
  return spot.node.entries.map(({ key, at, value }) => ({
    node: value,
    path: pathOf(spot.path, key),
    key,
    line: at.line,
    column: at.column,
  }));
}

/** A list's items; none of anything else. */
export function items(spot: Spot | undefined): Spot[] {
  if (spot?.node.kind !== 'list') return [];
  return spot.node.items.map((node, index) => ({
    node,
    path: `${spot.path}[${index}]`,
    key: String(index),
    line: node.line,
    column: node.column,
  }));
}

/** The value that stands under these keys; undefined where one of them is missing, and where it is null. */
export function dig(spot: Spot | undefined, ...keys: readonly string[]): Spot | undefined {
  let found = spot;
  for (const key of keys) {
    if (found?.node.kind !== 'map') return undefined;
    const entry = found.node.entries.find((one) => one.key === key);
    if (entry === undefined || isNull(entry.value)) return undefined;
    found = { node: entry.value, path: pathOf(found.path, key), key, line: entry.at.line, column: entry.at.column };
  }
  return found;
}

/** A list's maps, such as containers. */
export const maps = (spot: Spot | undefined): Spot[] => items(spot).filter(({ node }) => isMap(node));

export const isNull = (node: Node): boolean => node.kind === 'scalar' && node.value === null;

export function plainValue(spot: Spot | undefined): Value | undefined {
  return spot?.node.kind === 'scalar' ? spot.node.value : undefined;
}

/** Text; undefined where something else stands there. */
export function textOf(spot: Spot | undefined): string | undefined {
  const value = plainValue(spot);
  return typeof value === 'string' ? value : undefined;
}

/** The texts of a list, such as arguments. */
export const wordsIn = (spot: Spot | undefined): string[] => items(spot).flatMap((one) => textOf(one) ?? []);

/** A number; undefined where something else stands there. */
export function numberOf(spot: Spot | undefined): number | undefined {
  const value = plainValue(spot);
  return typeof value === 'number' ? value : undefined;
}

/** A map's entries whose values are text, such as labels. */
export function textsOf(spot: Spot | undefined): Map<string, string> {
  return new Map(
    fields(spot).flatMap((one) => {
      const text = textOf(one);
      return text === undefined ? [] : [[one.key, text] as const];
    }),
  );
}
