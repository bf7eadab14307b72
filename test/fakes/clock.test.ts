import { expect, test } from 'vitest';
import { createClock } from './clock.ts';

test('stands still, and calls back in the order of what is due when it is advanced', () => {
  const clock = createClock();
  const began = clock.now();
  const called: [string, number][] = [];
  const call = (name: string) => () => void called.push([name, clock.now() - began]);
  clock.after(300, call('last'));
  clock.after(100, call('first'));
  clock.after(200, call('cancelled'))();
  clock.after(200, () => {
    call('between')();
    clock.after(50, call('begun meanwhile'));
  });
  expect(called).toEqual([]);
  clock.advance(99);
  expect(called).toEqual([]);
  clock.advance(201);
  expect(called).toEqual([
    ['first', 100],
    ['between', 200],
    ['begun meanwhile', 250],
    ['last', 300],
  ]);
  expect(clock.now()).toBe(began + 300);
  clock.after(1, call('stopped'));
  clock.stop();
  clock.advance(1);
  expect(called).toHaveLength(4);
});

test('calls back soon what needs no time', async () => {
  const clock = createClock();
  const called = Promise.withResolvers<void>();
  clock.after(0, called.resolve);
  clock.after(0, () => called.reject(new Error('cancelled')))();
  await called.promise;
});

test('shows the time of another clock, and follows it', async () => {
  let now = 1000;
  const clock = createClock(() => now);
  const called = Promise.withResolvers<void>();
  clock.after(500, called.resolve);
  now = 1500;
  await called.promise;
  expect(clock.now()).toBe(1500);
  expect(() => clock.advance(1)).toThrow('turned');
  clock.stop();
});
