import { setImmediate } from 'node:timers/promises';
import fc from 'fast-check';
import { expect, test } from 'vitest';
import { batched } from '../../src/store/batch.ts';
import { runs } from '../support/sample.ts';

/** What was done in one go, by keys; whoever runs a key twice at once, or fails where `fails`, is found out. */
function recorded(fails: (things: readonly number[]) => boolean = () => false) {
  const batches: { key: string; things: number[] }[] = [];
  const busy = new Set<string>();
  const run = batched(async (key: string, things: readonly number[]) => {
    expect(busy).not.toContain(key);
    busy.add(key);
    batches.push({ key, things: [...things] });
    await setImmediate();
    await setImmediate();
    busy.delete(key);
    if (fails(things)) throw new Error(`not ${things.join()}`);
    return things.length;
  });
  return { run, batches };
}

test('what comes in one turn is done in one go, and so is what comes meanwhile', async () => {
  const { run, batches } = recorded();
  const first = [run('a', 1), run('a', 2), run('b', 3)];
  while (batches.length < 2) await setImmediate();
  const second = [run('a', 4), run('a', 5)];
  expect(await Promise.all([...first, ...second])).toEqual([2, 2, 1, 2, 2]);
  expect(batches).toEqual([
    { key: 'a', things: [1, 2] },
    { key: 'b', things: [3] },
    { key: 'a', things: [4, 5] },
  ]);
});

test('an error is for those who were in that batch alone', async () => {
  const { run } = recorded((things) => things.includes(1));
  const bad = [run('a', 1), run('a', 2)];
  await setImmediate();
  await setImmediate();
  const good = run('a', 3);
  expect((await Promise.allSettled(bad)).map(({ status }) => status)).toEqual(['rejected', 'rejected']);
  expect(await good).toBe(1);
  await expect(run('a', 1)).rejects.toThrow('not 1');
});

test('whenever they come, each is done once, in the order in which they came, never more than a statement takes', async () => {
  const anyone = fc.record({
    key: fc.constantFrom('a', 'b'),
    times: fc.integer({ min: 1, max: 1200 }),
    turns: fc.nat(3),
  });
  await fc.assert(
    fc.asyncProperty(fc.array(anyone, { maxLength: 6 }), async (all) => {
      const { run, batches } = recorded();
      const done: Promise<number>[] = [];
      for (const { key, times, turns } of all) {
        for (let i = 0; i < times; i++) done.push(run(key, done.length));
        for (let i = 0; i < turns; i++) await setImmediate();
      }
      await Promise.all(done);
      for (const key of ['a', 'b']) {
        const things = batches.filter((batch) => batch.key === key).flatMap((batch) => batch.things);
        expect(things).toEqual(things.toSorted((a, b) => a - b));
      }
      expect(batches.flatMap(({ things }) => things).toSorted((a, b) => a - b)).toEqual(done.map((_, i) => i));
      expect(batches.every(({ things }) => things.length <= 500)).toBe(true);
    }),
    { numRuns: runs(30) },
  );
});
