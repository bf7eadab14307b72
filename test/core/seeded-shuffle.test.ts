import fc from 'fast-check';
import { expect, test } from 'vitest';
import { newSeed, seededShuffle } from '../../src/core/seeded-shuffle.ts';

const same = (item: string): string => item;
const distinct = fc.uniqueArray(fc.string({ unit: 'binary' }), { maxLength: 30 });

test('a draw gives every item once, and the same order for the same seed', () => {
  fc.assert(
    fc.property(distinct, fc.string(), (items, seed) => {
      const drawn = seededShuffle(items, seed, same);
      expect(drawn.toSorted()).toEqual(items.toSorted());
      expect(seededShuffle(items.toReversed(), seed, same)).toEqual(drawn);
    }),
  );
});

test('an item that comes or goes leaves the others in their order', () => {
  fc.assert(
    fc.property(distinct, fc.string(), fc.nat(), (items, seed, at) => {
      const gone = items[at % Math.max(1, items.length)];
      const without = items.filter((item) => item !== gone);
      expect(seededShuffle(without, seed, same)).toEqual(
        seededShuffle(items, seed, same).filter((item) => item !== gone),
      );
    }),
  );
});

test('every item comes first for about as many seeds as any other', () => {
  const items = ['a', 'b', 'c', 'd'];
  const firsts = Array.from({ length: 4000 }, (_, i) => seededShuffle(items, i.toString(36).padStart(4, '0'), same)[0]);
  for (const item of items) {
    const share = firsts.filter((first) => first === item).length / firsts.length;
    expect(share, item).toBeGreaterThan(0.22);
    expect(share, item).toBeLessThan(0.28);
  }
});

test('a seed is four letters or digits, whatever the randomness', () => {
  fc.assert(
    fc.property(fc.double({ min: 0, max: 1, maxExcluded: true, noNaN: true }), (n) => {
      expect(newSeed(() => n)).toMatch(/^[a-z0-9]{4}$/);
    }),
  );
  expect(newSeed(() => 0)).toBe('0000');
  expect(newSeed(() => 1 - Number.EPSILON)).toBe('zzzz');
});
