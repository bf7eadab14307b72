import { Worker } from 'node:worker_threads';
import type { Log } from '../../core/log.ts';
import type { Timers } from '../../core/timers.ts';
import { HOST_LIMITS } from './limits.ts';
import type { FromThread } from './protocol.ts';
import { createRemote, type RemoteLab } from './remote.ts';

/** Where a process's labs run. */
export interface LabThread {
  lab(id: string): RemoteLab;
  close(): Promise<void>;
}

interface Parts {
  timers: Pick<Timers, 'after'>;
  log: Pick<Log, 'error'>;
  /** It has ended by itself, as for want of memory: every lab of it is gone. */
  ended: () => void;
}

/** Starts a thread for labs. */
export function startThread({ timers, log, ended }: Parts): LabThread {
  const worker = new Worker(new URL('./worker.ts', import.meta.url), {
    resourceLimits: { maxOldGenerationSizeMb: HOST_LIMITS.memory },
  });
  // It keeps no process: what waits for it does.
  worker.unref();
  const remote = createRemote({
    post: (message) => worker.postMessage(message),
    timers,
    bug: (why, where) => log.error({ where, why }, 'a part of a lab failed'),
  });
  let isClosing = false;
  worker
    .on('message', (message: FromThread) => remote.hear(message))
    .on('error', (error) => log.error({ err: error }, 'the thread of the labs failed'))
    .on('exit', () => {
      remote.gone();
      if (!isClosing) ended();
    });
  return {
    lab: remote.lab,
    async close() {
      isClosing = true;
      await worker.terminate();
    },
  };
}
