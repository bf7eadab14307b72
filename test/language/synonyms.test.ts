import { expect, test } from 'vitest';
import { isFunctionWord } from '../../src/language/function-words.ts';
import { SYNONYMS } from '../../src/language/synonyms.ts';

const words = SYNONYMS.flat();

test('no everyday word stands in two lines or twice in one, since only the first would count', () => {
  expect(words.filter((word, i) => words.indexOf(word) !== i)).toEqual([]);
});

test('none has a hyphen, a space or a capital: words of a text never have', () => {
  expect(words.filter((word) => !/^[\p{Ll}\p{Lo}\p{N}]+$/u.test(word))).toEqual([]);
});

test('none is a word that says nothing of what is asked: those are passed over before', () => {
  expect(words.filter(isFunctionWord)).toEqual([]);
});

test('every line gives at least one word', () => {
  expect(SYNONYMS.filter((line) => line.length === 0)).toEqual([]);
});
