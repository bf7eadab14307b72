import { expect, test } from 'vitest';
import { createInFlight } from '../../src/core/in-flight.ts';

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
  inFlight.track(new Promise(() => {}));
  await inFlight.settled(10);
});
