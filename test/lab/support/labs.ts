/** Labs of students without a thread: what is said to it and by it is copied as between threads. */
import { randomUUID } from 'node:crypto';
import { onTestFinished } from 'vitest';
import type { Labs } from '../../../src/core/lab.ts';
import type { LabRecords } from '../../../src/core/lab-records.ts';
import type { LabHappening } from '../../../src/core/meter.ts';
import { createHost } from '../../../src/lab/host/host.ts';
import { createLabs } from '../../../src/lab/host/labs.ts';
import { createRemote } from '../../../src/lab/host/remote.ts';
import type { LabThread } from '../../../src/lab/host/thread.ts';
import { type Clock, createClock } from '../../fakes/clock.ts';
import { forgetful } from '../../support/world.ts';

/** A thread that is none; `kill` ends it as a lack of memory would. */
function threadOf(clock: Clock, bugs: string[], ended: () => void): LabThread & { kill(): void } {
  let isGone = false;
  const host = createHost({
    ...{ timers: clock, random: () => 0.5, uid: randomUUID },
    post: (message) => {
      const copy = structuredClone(message);
      queueMicrotask(() => isGone || remote.hear(copy));
    },
  });
  const remote = createRemote({
    timers: clock,
    post: (message) => {
      const copy = structuredClone(message);
      queueMicrotask(() => isGone || host.hear(copy));
    },
    bug: (why, where) => void bugs.push(`${where}: ${why}`),
  });
  const end = (): void => {
    isGone = true;
    remote.gone();
  };
  return {
    lab: remote.lab,
    close: async () => end(),
    kill() {
      end();
      ended();
    },
  };
}

export interface Hosting {
  labs: Labs & { stop(): Promise<void> };
  clock: Clock;
  /** What was counted. */
  happened: LabHappening[];
  /** How many run. */
  open(): number;
  bugs: string[];
  killThread(): void;
}

/** One process with labs, on a clock that the test turns; several on the same records are several processes. */
export async function hosting({
  clock = createClock(),
  records,
  id = 'a',
}: {
  clock?: Clock;
  records?: LabRecords;
  id?: string;
} = {}): Promise<Hosting> {
  const happened: LabHappening[] = [];
  const bugs: string[] = [];
  let thread: ReturnType<typeof threadOf> | undefined;
  let secrets = 0;
  let counting = (): number => 0;
  const labs = createLabs({
    records: records ?? (await forgetful(clock.now)).labRecords,
    startThread: (ended) => {
      thread = threadOf(clock, bugs, ended);
      return thread;
    },
    id,
    newSecret: () => `secret-${id}-${++secrets}`,
    url: async () => 'http://127.0.0.1:3000/lab',
    now: clock.now,
    timers: clock,
    log: { warn: () => {}, error: () => {} },
    meter: {
      lab: (happening) => void happened.push(happening),
      labs: (count) => {
        counting = () => count().open;
      },
    },
  });
  onTestFinished(() => labs.stop());
  return { labs, clock, happened, open: () => counting(), bugs, killThread: () => thread?.kill() };
}

/** Asks a lab's API. */
export const asking = (path: string, { method = 'GET', body = '' }: { method?: string; body?: string } = {}) => {
  const url = new URL(path, 'http://lab');
  return {
    ...{ method, path: url.pathname, query: url.searchParams },
    headers: { 'content-type': 'application/json' },
    body: new TextEncoder().encode(body),
  };
};
