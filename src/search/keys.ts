import type { Feature } from './features.ts';

/** A feature by the number of its key, and how surely a word has it. */
export interface Sign {
  sign: number;
  trust: number;
}

/** Numbers for the keys of features. A number stays its key's: what was read by it serves the next index as well. */
export interface Keys {
  /** A key that has none yet gets a number. */
  numberOf(key: string): number;
  signsOf(features: readonly Feature[]): readonly Sign[];
  find(key: string): number | undefined;
  /** All numbers are below. */
  size(): number;
}

export function createKeys(): Keys {
  const numbers = new Map<string, number>();
  const numberOf = (key: string): number => {
    const known = numbers.get(key);
    if (known !== undefined) return known;
    numbers.set(key, numbers.size);
    return numbers.size - 1;
  };
  return {
    numberOf,
    signsOf: (features) => features.map(({ key, trust }) => ({ sign: numberOf(key), trust })),
    find: (key) => numbers.get(key),
    size: () => numbers.size,
  };
}
