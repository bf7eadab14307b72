import { expect, test } from 'vitest';
import { refuseTooLong } from '../../../src/core/command/length.ts';
import type { CommandInput } from '../../../src/core/command/route.ts';
import { UserError } from '../../../src/core/errors.ts';

const file = { name: 'long.log', read: async () => new Uint8Array(7000) };

const isRefused = (input: CommandInput): boolean => {
  try {
    refuseTooLong(input);
    return false;
  } catch (error) {
    if (error instanceof UserError) return true;
    throw error;
  }
};

test.each(['가', '🍱', '\u0301'])('the longest line has 6,000 characters, however many units they take: %s', (one) => {
  expect([6000, 6001, 100_000].map((times) => isRefused(one.repeat(times)))).toEqual([false, true, true]);
});

test.each<[string, number, (text: string) => CommandInput]>([
  ['one value', 0, (term) => ({ command: 'k8s', options: { term } })],
  ['a number and a space', 2, (topic) => ({ command: 'quiz', options: { topic, count: 5 } })],
  ['a file counts nothing', 0, (term) => ({ command: 'k8s', options: { term, file } })],
  ['nor one beside a line', 0, (line) => ({ line, file })],
])('an invocation is as long as the values that were typed for it: %s', (_, before, inputOf) => {
  expect([6000, 6001].map((length) => isRefused(inputOf('🍱'.repeat(length - before))))).toEqual([false, true]);
});

test('characters that nobody sees count', () => {
  expect(isRefused({ command: 'quiz', options: { topic: `${'\u200b'.repeat(6001)}파드` } })).toBe(true);
});
