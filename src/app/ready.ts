import { messageOf } from '../core/errors.ts';
import type { Log } from '../core/log.ts';
import { withTimeout } from '../core/with-timeout.ts';

/** Milliseconds that the store has to answer: a probe of Kubernetes waits a second, unless told otherwise. */
const PATIENCE = 800;

export interface Readiness {
  ready: boolean;
  /** A line a part, without anything secret. */
  text: string;
}

interface Parts {
  connections: readonly { platform: string; ready(): boolean }[];
  /** Resolves where the store can be reached. */
  ping: () => Promise<void>;
  log: Pick<Log, 'warn' | 'info'>;
}

/** A check that asks every part whether it does its work. A change of the answer is logged, with the reason. */
export function createReadiness({ connections, ping, log }: Parts): () => Promise<Readiness> {
  let asking: Promise<string> | undefined;
  let wasReady = true;
  let reason: string | undefined;

  /** One ping at a time, however many probes come: pings of a database that hangs would take all its connections. */
  function askStore(): Promise<string> {
    asking ??= ping()
      .then(
        () => 'ok',
        (error: unknown) => {
          reason = messageOf(error);
          return 'cannot be reached';
        },
      )
      .finally(() => {
        asking = undefined;
      });
    return asking;
  }

  return async () => {
    reason = undefined;
    const store = (await withTimeout(askStore(), PATIENCE)) ?? 'does not answer';
    const platforms = connections.map(
      ({ platform, ready }) => [platform, ready() ? 'ok' : 'no events arrive'] as const,
    );
    const parts = [['store', store] as const, ...platforms];
    const ready = parts.every(([, state]) => state === 'ok');
    if (ready && !wasReady) log.info({}, 'ready again');
    if (!ready && wasReady) log.warn({ ...Object.fromEntries(parts), reason }, 'not ready');
    wasReady = ready;
    return { ready, text: parts.map(([name, state]) => `${name}: ${state}\n`).join('') };
  };
}
