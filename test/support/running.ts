import { once } from 'node:events';
import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { PATIENCE } from './patience.ts';
import { type Ended, hear, start } from './process.ts';
import { COURSE, folderOf } from './world.ts';

export interface Running {
  /** Resolves with what it said on standard output so far, once that has this. */
  says(words: string): Promise<string>;
  signal(name: NodeJS.Signals): void;
  /** Once it has ended; a process that tests have no more patience with is killed and has no status. */
  ended(): Promise<Ended>;
}

/** One term of the course, which refers to no other one: a process of the whole course takes twice as long to start. */
const POD = readFileSync(join(COURSE, 'glossary/pod.md'), 'utf8').replace(/^(?:section|related): .*\n/gm, '');

/**
 * The real bot with a course of one term, started against a platform's local server; it never outlives its test.
 * `env` may name another course.
 */
export function begin(
  env: Readonly<Record<string, string>>,
  finished: (end: () => void) => void,
  mode: readonly string[] = [],
): Running {
  const folder = mkdtempSync(join(tmpdir(), 'dosirak-'));
  finished(() => rmSync(folder, { recursive: true, force: true }));
  const DATABASE_URL = join(folder, 'dosirak.db');
  const CONTENT_DIR = folderOf({ 'pod.md': POD, 'course.yaml': 'command: k8s\n' }, finished);
  const child = start(mode, { env: { DOSIRAK_LOCALE: 'en', LOG_LEVEL: 'debug', DATABASE_URL, CONTENT_DIR, ...env } });
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
