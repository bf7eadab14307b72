import { hash } from './hash.ts';

/**
 * The items in the order that `seed` draws for their keys. Each key's place depends on that key alone, so an item
 * that comes or goes leaves the order of the others as it was.
 */
export function seededShuffle<T>(items: readonly T[], seed: string, key: (item: T, index: number) => string): T[] {
  return items
    .map((item, index) => ({ item, place: hash(`${seed}/${key(item, index)}`) }))
    .sort((a, b) => a.place - b.place)
    .map(({ item }) => item);
}

/** How many letters and digits a seed has. */
export const SEED_LENGTH = 4;

/** A new seed from `random` (0 <= n < 1). */
export const newSeed = (random: () => number): string =>
  Math.floor(random() * 36 ** SEED_LENGTH)
    .toString(36)
    .padStart(SEED_LENGTH, '0');
