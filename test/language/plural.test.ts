import { expect, test } from 'vitest';
import { plural, wordFor } from '../../src/language/plural.ts';

test('only one of a thing is in the singular', () => {
  expect([0, 1, 2].map((count) => plural(count, 'question'))).toEqual(['0 questions', '1 question', '2 questions']);
  expect([1, 2].map((count) => plural(count, 'person', 'people'))).toEqual(['1 person', '2 people']);
  expect([1, 2].map((count) => wordFor(count, 'keeps', 'keep'))).toEqual(['keeps', 'keep']);
});
