import { expect, test } from 'vitest';
import { withTimeout } from '../../src/core/with-timeout.ts';

const never = new Promise<never>(() => {});

test('what comes in time is given, as is what failed; what does not is undefined', async () => {
  expect(await withTimeout(Promise.resolve('파드'), 1000)).toBe('파드');
  await expect(withTimeout(Promise.reject(new Error('no')), 1000)).rejects.toThrow('no');
  expect(await withTimeout(never, 10)).toBeUndefined();
  expect(await withTimeout(never, -5)).toBeUndefined();
});
