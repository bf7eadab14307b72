import { expect, test } from 'vitest';
import { finish, finishInSlices, type Steps, stepwise } from '../../src/core/steps.ts';

/** Counts to `most`, and notes each step. */
function* counting(most: number, noted: string[]): Steps<number> {
  for (let n = 1; n <= most; n++) {
    noted.push(`step ${n}`);
    yield;
  }
  return most;
}

test('work in steps is done at once, or goes on from where it is', () => {
  const noted: string[] = [];
  expect(finish(counting(3, noted))).toBe(3);
  const begun = counting(3, noted);
  begun.next();
  expect(finish(begun)).toBe(3);
  expect(noted).toEqual(['step 1', 'step 2', 'step 3', 'step 1', 'step 2', 'step 3']);
});

test('between two slices of it, whatever waits gets its turn', async () => {
  const noted: string[] = [];
  let at = 0;
  // Each look at the clock is a millisecond later: three steps fit a slice.
  const work = finishInSlices(counting(12, noted), 3, { now: () => at++ });
  const other = new Promise<void>((resolve) => setImmediate(() => resolve(void noted.push('another caller'))));
  expect(await work).toBe(12);
  await other;
  expect(noted.indexOf('another caller')).toBeGreaterThan(0);
  expect(noted.indexOf('another caller')).toBeLessThan(noted.indexOf('step 12'));
});

test('what throws in a step rejects', async () => {
  function* failing(): Steps<void> {
    yield;
    throw new Error('no');
  }
  await expect(finishInSlices(failing(), 1, { now: () => 0 })).rejects.toThrow('no');
});

test('what is made when it is asked for is made once, though some of it was made in steps before', () => {
  const noted: string[] = [];
  const number = stepwise(() => counting(4, noted));
  const steps = number.steps();
  steps.next();
  steps.next();
  expect(noted).toEqual(['step 1', 'step 2']);
  expect(number.get()).toBe(4);
  expect(number.get()).toBe(4);
  finish(steps);
  finish(number.steps());
  expect(noted).toEqual(['step 1', 'step 2', 'step 3', 'step 4']);
});
