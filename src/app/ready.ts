import type { Log } from '../core/log.ts';
import { withTimeout } from '../core/with-timeout.ts';

/** Milliseconds that the store has to answer: whoever asks is told within a second. */
const PATIENCE = 800;

export interface Readiness {
  ready: boolean;
  /** A line a part; it says nothing that a stranger may not know. */
  text: string;
}

interface Parts {
  connections: readonly { platform: string; ready(): boolean }[];
  /** Resolves where the store can be reached. */
  ping: () => Promise<void>;
  log: Pick<Log, 'warn' | 'info'>;
}

/** Asks every part, each time anew, whether it does its work; that the answer has changed is logged, with the reason. */
export function createReadiness({ connections, ping, log }: Parts): () => Promise<Readiness> {
  let asking: Promise<string> | undefined;
  let before = true;
  let reason: string | undefined;

  /** One question at a time, however many ask: those to a database that hangs would take all its connections. */
  function askStore(): Promise<string> {
    asking ??= ping()
      .then(
        () => 'ok',
        (error: unknown) => {
          reason = error instanceof Error ? error.message : String(error);
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
    if (ready && !before) log.info({}, 'ready again');
    if (!ready && before) log.warn({ ...Object.fromEntries(parts), reason }, 'not ready');
    before = ready;
    return { ready, text: parts.map(([name, state]) => `${name}: ${state}\n`).join('') };
  };
}
