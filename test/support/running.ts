import { once } from 'node:events';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { PATIENCE } from './patience.ts';
import { type Ended, hear, start } from './process.ts';

export interface Running {
  /** Resolves with what it said on standard output so far, once that has this. */
  says(words: string): Promise<string>;
  signal(name: NodeJS.Signals): void;
  /** Once it has ended; a process that tests have no more patience with is killed and has no status. */
  ended(): Promise<Ended>;
}

/** The real bot, started against a platform's local server; it never outlives its test. */
export function begin(
  env: Readonly<Record<string, string>>,
  finished: (end: () => void) => void,
  mode: readonly string[] = [],
): Running {
  const folder = mkdtempSync(join(tmpdir(), 'dosirak-'));
  finished(() => rmSync(folder, { recursive: true, force: true }));
  const DATABASE_URL = join(folder, 'dosirak.db');
  const child = start(mode, { env: { DOSIRAK_LOCALE: 'en', LOG_LEVEL: 'debug', DATABASE_URL, ...env } });
  finished(() => void child.kill('SIGKILL'));
  const gone = once(child, 'close');
  // No error before anybody asks.
  gone.catch(() => undefined);
  const heard = hear(child);
  child.stdin.on('error', () => {}).end();
  return {
    says: async (words) => {
      while (!heard.stdout.includes(words)) {
        const over = await Promise.race([once(child.stdout, 'data').then(() => false), gone.then(() => true)]);
        if (over && !heard.stdout.includes(words))
          throw new Error(`It ended without saying ${words}: ${heard.stdout}${heard.stderr}`);
      }
      return heard.stdout;
    },
    signal: (name) => void child.kill(name),
    ended: async () => {
      const timer = setTimeout(() => child.kill('SIGKILL'), PATIENCE);
      const [status] = await gone;
      clearTimeout(timer);
      return { status, ...heard };
    },
  };
}
