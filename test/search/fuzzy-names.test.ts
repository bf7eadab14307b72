import fc from 'fast-check';
import { expect, test } from 'vitest';
import { distance, slips } from '../../src/language/distance.ts';
import { indexFuzzyNames } from '../../src/search/fuzzy-names.ts';

const word = fc.string({ unit: fc.constantFrom(...'abㅏㄱ'), minLength: 1, maxLength: 12 });
const words = fc.uniqueArray(word, { maxLength: 20 });
const keyed = (list: readonly string[]) => list.map((keys, doc) => ({ keys, doc }));

/** A word with one slip of the finger: a key too few, too many, another one, or two in the wrong order. */
const slipped = word
  .filter((keys) => slips(keys.length) > 0)
  .chain((keys) =>
    fc.tuple(fc.nat(keys.length - 1), fc.constantFrom('', 'z', 'swap', 'insert')).map(([at, how]) => {
      const [head, tail] = [keys.slice(0, at), keys.slice(at + 1)];
      const own = keys.charAt(at);
      const typed =
        how === 'swap'
          ? head + tail.slice(0, 1) + own + tail.slice(1)
          : how === 'insert'
            ? `${head}z${own}${tail}`
            : head + how + tail;
      return { keys, typed };
    }),
  )
  .filter(({ typed }) => slips(typed.length) > 0);

test('a name with one slip is found, however many others there are', () => {
  fc.assert(
    fc.property(words, slipped, (others, { keys, typed }) => {
      const names = [...others.filter((one) => one !== keys), keys];
      const found = indexFuzzyNames(keyed(names))(typed, 99).map(({ doc }) => names[doc]);
      expect(found).toContain(keys);
    }),
  );
});

test('no name is found that is further away than the slips allowed, and the nearest is first', () => {
  fc.assert(
    fc.property(words, word, (names, typed) => {
      const found = indexFuzzyNames(keyed(names))(typed, 99);
      for (const { doc } of found) {
        const limit = slips(typed.length);
        expect(distance(typed, names[doc] ?? '', limit)).toBeLessThanOrEqual(limit);
      }
      expect(found.map(({ score }) => score)).toEqual(found.map(({ score }) => score).toSorted((a, b) => b - a));
      if (slips(typed.length) > 0 && names.includes(typed))
        expect(found[0]).toEqual({ doc: names.indexOf(typed), score: 1 });
    }),
  );
});

test('one look-up leaves nothing behind for the next', () => {
  fc.assert(
    fc.property(words, fc.array(word, { maxLength: 5 }), (names, typed) => {
      const find = indexFuzzyNames(keyed(names));
      expect(typed.map((one) => find(one, 9))).toEqual(typed.map((one) => indexFuzzyNames(keyed(names))(one, 9)));
    }),
  );
});
