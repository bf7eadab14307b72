import fc from 'fast-check';
import { expect, test } from 'vitest';
import { distance, slips } from '../../src/language/distance.ts';
import { indexBeginnings, indexPrefixes, indexSlips } from '../../src/search/resemblance.ts';

const word = fc.string({ unit: fc.constantFrom(...'abㅏㄱ'), minLength: 1, maxLength: 12 });
const words = fc.uniqueArray(word, { maxLength: 20 });
const keyed = (list: readonly string[]) => list.map((keys, doc) => ({ keys, doc }));

const pairs = (keys: string): string[] => Array.from(keys, (_, at) => `^${keys}`.slice(at, at + 2));

test('names with few slips are found, all that share a pair of letters and no others', () => {
  fc.assert(
    fc.property(words, word, (names, typed) => {
      const near = names.flatMap((name, doc) => {
        const close = slips(typed.length) > 0 && distance(typed, name, slips(typed.length)) <= slips(typed.length);
        return close && pairs(name).some((pair) => pairs(typed).includes(pair)) ? [doc] : [];
      });
      const found = indexSlips(keyed(names))(typed, 99).map(({ doc }) => doc);
      expect(found.toSorted((a, b) => a - b)).toEqual(near);
    }),
  );
});

test('one look-up leaves nothing behind for the next', () => {
  fc.assert(
    fc.property(words, fc.array(word, { maxLength: 5 }), (names, typed) => {
      const find = indexSlips(keyed(names));
      expect(typed.map((one) => find(one, 9))).toEqual(typed.map((one) => indexSlips(keyed(names))(one, 9)));
    }),
  );
});

test('beginnings are found, the shortest remainder first, and a beginning of nothing is none', () => {
  fc.assert(
    fc.property(words, word, (names, typed) => {
      const found = indexBeginnings(keyed(names))(typed, 99);
      const begun = names.flatMap((name, doc) => (name.startsWith(typed) ? [doc] : []));
      expect(found.map(({ doc }) => doc).toSorted((a, b) => a - b)).toEqual(begun);
      expect(found.map(({ score }) => score)).toEqual(found.map(({ score }) => score).toSorted((a, b) => b - a));
      expect(indexPrefixes(names)(typed)).toBe(begun.length > 0);
    }),
  );
});
