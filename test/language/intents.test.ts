import { expect, test } from 'vitest';
import { INTENTS, intentOf } from '../../src/language/intents.ts';

const words = INTENTS.flat();

test('no word asks for two aspects or stands in a line twice, since only one would count', () => {
  expect(words.filter((word, i) => words.indexOf(word) !== i)).toEqual([]);
});

test('none has a hyphen, a space or a capital: words of a text never have', () => {
  expect(words.filter((word) => !/^[\p{Ll}\p{Lo}\p{N}]+$/u.test(word))).toEqual([]);
});

test('every word asks for the aspect of its line', () => {
  const misled = INTENTS.flatMap((line, aspect) => line.filter((word) => intentOf(word) !== aspect));
  expect(misled).toEqual([]);
});

test.each([
  ['장점이', 'benefits'],
  ['이유가', 'why'],
  ['왜', 'reason'],
  ['역사를', 'history'],
  ['구조를', 'architecture'],
])('%s and %s ask for the same', (one, other) => {
  expect(intentOf(one)).toBeDefined();
  expect(intentOf(one)).toBe(intentOf(other));
});

test.each(['파드', '반죽', '', 'ㅋㅋㅋ', 'pod', '🍱'])('%j asks for none', (word) => {
  expect(intentOf(word)).toBeUndefined();
});
