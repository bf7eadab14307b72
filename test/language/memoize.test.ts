import { expect, test } from 'vitest';
import { memoize } from '../../src/language/memoize.ts';

test('a text is worked on once, and again once too many others have come', () => {
  const made: string[] = [];
  const shout = memoize((text) => {
    made.push(text);
    return text.toUpperCase();
  }, 2);
  expect(['a', 'b', 'a', 'b'].map(shout)).toEqual(['A', 'B', 'A', 'B']);
  expect(made).toEqual(['a', 'b']);
  expect(['c', 'a'].map(shout)).toEqual(['C', 'A']);
  expect(made).toEqual(['a', 'b', 'c', 'a']);
});

test('texts that come again outlast those that came once', () => {
  const made: string[] = [];
  const note = memoize((text) => made.push(text), 4);
  for (const once of ['b', 'c', 'd', 'e', 'f', 'g']) {
    note('a');
    note(once);
  }
  expect(made).toEqual(['a', 'b', 'c', 'd', 'e', 'f', 'g']);
});

test('a text that was pasted is not kept', () => {
  const made: string[] = [];
  const note = memoize((text) => made.push(text), 10);
  const pasted = 'a'.repeat(100_000);
  note(pasted);
  note(pasted);
  expect(made).toHaveLength(2);
});
