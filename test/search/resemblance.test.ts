import fc from 'fast-check';
import { expect, test } from 'vitest';
import { indexBeginnings, indexContinuations } from '../../src/search/resemblance.ts';

const word = fc.string({ unit: fc.constantFrom(...'abㅏㄱ'), minLength: 1, maxLength: 12 });
const words = fc.uniqueArray(word, { maxLength: 20 });
const keyed = (list: readonly string[]) => list.map((keys, doc) => ({ keys, doc }));

test('beginnings are found, the shortest remainder first, and a beginning of nothing is none', () => {
  fc.assert(
    fc.property(words, word, (names, typed) => {
      const found = indexBeginnings(keyed(names))(typed, 99);
      const begun = names.flatMap((name, doc) => (name.startsWith(typed) ? [doc] : []));
      expect(found.map(({ doc }) => doc).toSorted((a, b) => a - b)).toEqual(begun);
      expect(found.map(({ score }) => score)).toEqual(found.map(({ score }) => score).toSorted((a, b) => b - a));
    }),
  );
});

test('what names go on with is found, as far as it is asked for', () => {
  fc.assert(
    fc.property(words, word, fc.integer({ min: 1, max: 3 }), (names, typed, letters) => {
      const longer = names.filter((name) => name.startsWith(typed) && name !== typed);
      const next = new Set(longer.map((name) => name.slice(typed.length).slice(0, letters)));
      expect(indexContinuations(names, letters)(typed)).toEqual(next);
    }),
  );
});
