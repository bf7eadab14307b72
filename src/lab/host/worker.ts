/** The thread in which a process's labs run, see thread.ts. */
import { randomInt, randomUUID } from 'node:crypto';
import { parentPort } from 'node:worker_threads';
import { systemTimers } from '../../core/timers.ts';
import { createHost } from './host.ts';
import type { ToThread } from './protocol.ts';

const FINE = 2 ** 40;

const host = createHost({
  timers: systemTimers,
  random: () => randomInt(FINE) / FINE,
  uid: randomUUID,
  post: (message) => parentPort?.postMessage(message),
});

parentPort?.on('message', (message: ToThread) => host.hear(message));
