import { expect, test } from 'vitest';
import { withTimeout } from '../../src/core/with-timeout.ts';

const never = new Promise<never>(() => {});

test('what comes in time is given, as is what failed; what does not is undefined', async () => {
  expect(await withTimeout(Promise.resolve('파드'), 1000)).toBe('파드');
  await expect(withTimeout(Promise.reject(new Error('no')), 1000)).rejects.toThrow('no');
  expect(await withTimeout(never, 10)).toBeUndefined();
  expect(await withTimeout(never, -5)).toBeUndefined();
});

test('work that was begun is waited for, whether it ends well or badly, but not for ever', async () => {
  const inFlight = createInFlight();
  const { promise, resolve } = Promise.withResolvers<void>();
  const ended: string[] = [];
  inFlight.track(promise.then(() => ended.push('well')));
  inFlight.track(promise.then(() => Promise.reject(new Error('badly'))));
  const settled = inFlight.settled(10_000).then(() => ended.push('settled'));
  resolve();
  await settled;
  expect(ended).toEqual(['well', 'settled']);
  inFlight.track(never);
  await inFlight.settled(10);
});
