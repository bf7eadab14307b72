import { setFlagsFromString } from 'node:v8';
import { runInNewContext } from 'node:vm';
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

test('a text that was pasted is not kept', () => {
  const made: string[] = [];
  const note = memoize((text) => made.push(text), 10);
  const pasted = 'a'.repeat(100_000);
  note(pasted);
  note(pasted);
  expect(made).toHaveLength(2);
});

test('of a word that was cut from a file the file is not kept', () => {
  setFlagsFromString('--expose-gc');
  const collect: unknown = runInNewContext('gc');
  const used = (): number => {
    if (typeof collect === 'function') collect();
    const { heapUsed, external } = process.memoryUsage();
    return heapUsed + external;
  };
  const same = memoize((text) => text, 100);
  const before = used();
  const file = 4_000_000;
  for (let i = 0; i < 20; i++) same(Buffer.alloc(file, `${i} `).toString('latin1').slice(0, 100));
  expect(used() - before).toBeLessThan(5 * file);
});
