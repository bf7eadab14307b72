/** A lab whose time a test, or the gallery, turns. */
import { randomUUID } from 'node:crypto';
import type { LabClient, Labs } from '../../../src/core/lab.ts';
import { createCluster } from '../../../src/lab/engine/cluster.ts';
import { createLocalClient } from '../../../src/lab/host/local.ts';
import { createTurnedTimers } from './turned-timers.ts';

/** Milliseconds of the lab that go by between two looks at an answer, and looks that are enough for any. */
const STEP = 5;
const MOST = 4000;

/** Labs of which each student has the same one. */
function labsWith(client: LabClient): Labs {
  const one = { client, is: 'running', speed: 1 } as const;
  const open = async () => one;
  return {
    ...{ open, find: open, reset: open },
    running: () => client,
    behind: async () => client,
    ...{ addressOf: async () => undefined, run: async () => true, close: async () => true },
  };
}

/** A new cluster, for whom its labs are; names in it are the same each time. */
export function turnedLab() {
  const { timers, turn } = createTurnedTimers();
  const bugs: unknown[] = [];
  let state = 1;
  // Numerical Recipes' linear congruential generator: names of Pods must differ.
  const random = (): number => {
    state = (state * 1664525 + 1013904223) % 2 ** 32;
    return state / 2 ** 32;
  };
  const cluster = createCluster({
    ...{ timers, start: Date.parse('2026-03-02T01:00:00Z'), random, uid: randomUUID },
    failed: (error, where) => void bugs.push({ where, error }),
  });
  const client = createLocalClient(cluster);
  /** What is answered while the lab's time goes on. */
  async function answered<T>(answering: Promise<T>): Promise<T> {
    let isThere = false;
    const done = answering.finally(() => {
      isThere = true;
    });
    for (let i = 0; i < MOST && !isThere; i++) {
      await turn(STEP);
      await new Promise(setImmediate);
    }
    return done;
  }
  return { cluster, client, bugs, labs: labsWith(client), answered, pass: (seconds: number) => turn(seconds * 1000) };
}
