import { setTimeout } from 'node:timers/promises';
import { expect, onTestFinished, test, vi } from 'vitest';
import type { Activity } from '../../src/core/learner-records.ts';
import { createWriteBehind } from '../../src/store/write-behind.ts';
import { eventually } from '../support/eventually.ts';

const record = (at: number): Activity => ({ kind: 'lookup', person: 'kim', id: 'pod', at });

/** A store that is there or not, and what it was given and what was logged. */
function storing() {
  const seen = { away: false, tries: 0, batches: [] as number[][], warned: [] as string[], informed: [] as object[] };
  const store = {
    async record(activities: readonly Activity[]): Promise<void> {
      seen.tries += 1;
      await setTimeout(1);
      if (seen.away) throw new Error('away');
      seen.batches.push(activities.map(({ at }) => at));
    },
  };
  const log = {
    warn: (_: object, message: string) => void seen.warned.push(message),
    info: (fields: object) => void seen.informed.push(fields),
  };
  return { seen, store, log };
}

const range = (from: number, to: number): number[] => Array.from({ length: to - from }, (_, at) => from + at);

test('what comes within the delay is written together, in its order, without anybody waiting', async () => {
  const { seen, store, log } = storing();
  const writeBehind = createWriteBehind(store, log, 5);
  for (const at of range(0, 30)) writeBehind.add(record(at));
  expect(seen.tries).toBe(0);
  await eventually(() => expect(seen.batches).toEqual([range(0, 30)]));
  writeBehind.add(record(30));
  await eventually(() => expect(seen.batches).toEqual([range(0, 30), [30]]));
  await writeBehind.flush();
  expect(seen).toMatchObject({ tries: 2, warned: [], informed: [] });
});

test('what is dropped of a person is not written when the store is back', async () => {
  const { seen, store, log } = storing();
  const writeBehind = createWriteBehind(store, log, 60_000);
  seen.away = true;
  writeBehind.add(record(0));
  writeBehind.add({ ...record(1), person: 'lee' });
  await writeBehind.flush();
  writeBehind.drop('kim');
  seen.away = false;
  await writeBehind.flush();
  expect(seen.batches).toEqual([[1]]);
});

test('what comes while some are written follows them', async () => {
  const { seen, store, log } = storing();
  const writeBehind = createWriteBehind(store, log, 1);
  writeBehind.add(record(0));
  await eventually(() => expect(seen.tries).toBe(1));
  writeBehind.add(record(1));
  await eventually(() => expect(seen.batches).toEqual([[0], [1]]));
});

test('many are written in several transactions', async () => {
  const { seen, store, log } = storing();
  const writeBehind = createWriteBehind(store, log, 1);
  for (const at of range(0, 1200)) writeBehind.add(record(at));
  await eventually(() => expect(seen.batches.flat()).toEqual(range(0, 1200)));
  expect(seen.batches.map(({ length }) => length)).toEqual([500, 500, 200]);
});

test('how many are queued is told, those that are being written among them', async () => {
  const { seen, store, log } = storing();
  const writeBehind = createWriteBehind(store, log, 60_000);
  for (const at of range(0, 700)) writeBehind.add(record(at));
  expect(writeBehind.queued()).toBe(700);
  seen.away = true;
  const failed = writeBehind.flush();
  await eventually(() => expect(seen.tries).toBe(1));
  expect(writeBehind.queued()).toBe(700);
  await failed;
  expect(writeBehind.queued()).toBe(700);
  seen.away = false;
  await writeBehind.flush();
  expect(writeBehind.queued()).toBe(0);
});

test('flush() writes all that is queued, also what comes meanwhile, and nothing where nothing is', async () => {
  const { seen, store, log } = storing();
  const writeBehind = createWriteBehind(store, log, 60_000);
  await writeBehind.flush();
  expect(seen.tries).toBe(0);
  for (const at of range(0, 700)) writeBehind.add(record(at));
  const flushed = writeBehind.flush();
  writeBehind.add(record(700));
  await Promise.all([flushed, writeBehind.flush()]);
  expect(seen.batches.flat()).toEqual(range(0, 701));
  expect(seen.warned).toEqual([]);
});

test('what fails is kept in its order and tried again; an outage is told once, and its end', async () => {
  const { seen, store, log } = storing();
  seen.away = true;
  const writeBehind = createWriteBehind(store, log, 1);
  for (const at of range(0, 600)) writeBehind.add(record(at));
  await eventually(() => expect(seen.tries).toBeGreaterThan(3));
  writeBehind.add(record(600));
  expect(seen.warned).toEqual(['activities cannot be written; they are kept and tried again']);
  expect(seen.informed).toEqual([]);
  seen.away = false;
  await eventually(() => expect(seen.batches.flat()).toEqual(range(0, 601)));
  expect(seen.informed).toEqual([{ lost: 0 }]);

  seen.away = true;
  writeBehind.add(record(601));
  await eventually(() => expect(seen.warned).toHaveLength(2));
});

test('pauses double while the store is away, up to a minute', async () => {
  vi.useFakeTimers();
  onTestFinished(() => void vi.useRealTimers());
  const began = Date.now();
  const tried: number[] = [];
  const store = {
    record: () => {
      tried.push(Date.now() - began);
      return Promise.reject(new Error('away'));
    },
  };
  const writeBehind = createWriteBehind(store, storing().log, 10_000);
  writeBehind.add({ kind: 'answer', person: 'kim', question: 'q', term: 'pod', right: true, at: 0 });
  await vi.advanceTimersByTimeAsync(250_000);
  expect(tried).toEqual([10_000, 30_000, 70_000, 130_000, 190_000, 250_000]);
});

test('the newest 10,000 are kept, and how many were lost is told at the end of the outage', async () => {
  const { seen, store, log } = storing();
  seen.away = true;
  const writeBehind = createWriteBehind(store, log, 60_000);
  for (const at of range(0, 9_900)) writeBehind.add(record(at));
  await writeBehind.flush();
  for (const at of range(9_900, 10_200)) writeBehind.add(record(at));
  seen.away = false;
  await writeBehind.flush();
  expect(seen.batches.flat()).toEqual(range(200, 10_200));
  expect(seen.informed).toEqual([{ lost: 200 }]);
});

test('flush() gives up where the store refuses, says how many are left, and leaves them queued', async () => {
  const { seen, store, log } = storing();
  seen.away = true;
  const writeBehind = createWriteBehind(store, log, 60_000);
  writeBehind.add(record(0));
  await writeBehind.flush();
  expect(seen.tries).toBe(1);
  expect(seen.warned).toEqual([
    'activities cannot be written; they are kept and tried again',
    'activities are not written yet',
  ]);
  seen.away = false;
  await writeBehind.flush();
  expect(seen.batches).toEqual([[0]]);
});

test('what was only looked up waits longer, and comes along with what does not', async () => {
  vi.useFakeTimers();
  onTestFinished(() => void vi.useRealTimers());
  const written: number[][] = [];
  const store = {
    record: async (activities: readonly Activity[]) => void written.push(activities.map(({ at }) => at)),
  };
  const writeBehind = createWriteBehind(store, storing().log, 20);
  writeBehind.add(record(0));
  await vi.advanceTimersByTimeAsync(199);
  expect(written).toEqual([]);
  writeBehind.add({ kind: 'answer', person: 'kim', question: 'q', term: 'pod', right: true, at: 1 });
  await vi.advanceTimersByTimeAsync(20);
  expect(written).toEqual([[0, 1]]);
  writeBehind.add(record(2));
  await vi.advanceTimersByTimeAsync(200);
  expect(written).toEqual([[0, 1], [2]]);
});
