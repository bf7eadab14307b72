import { type ChildProcessWithoutNullStreams, spawn } from 'node:child_process';
import { once } from 'node:events';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { ROOT } from './world.ts';

export interface Ended {
  status: number | null;
  stdout: string;
  stderr: string;
}

interface How {
  input?: string | Uint8Array;
  env?: Readonly<Record<string, string>>;
  cwd?: string;
  node?: string;
  nodeArgs?: readonly string[];
  /** Another copy of the project. */
  launch?: string;
}

/** Where processes run: what they leave behind, such as a database, is no other test's, and is gone afterwards. */
const HERE = mkdtempSync(join(tmpdir(), 'dosirak-'));
process.once('exit', () => rmSync(HERE, { recursive: true, force: true }));

const LAUNCH = join(ROOT, 'src/launch.mjs');

/** The real process, as npm's scripts start it, with nothing of our own environment but the path. */
export function start(
  args: readonly string[],
  { env = {}, cwd = HERE, node, nodeArgs = [], launch = LAUNCH }: Omit<How, 'input'> = {},
) {
  return spawn(node ?? process.execPath, [...nodeArgs, launch, ...args], {
    cwd,
    // What one process has read of the course, the next need not read again. A chat has a page only where a test asks for it.
    env: { PATH: process.env.PATH, XDG_CACHE_HOME: process.env.TEST_CACHE, WEB: 'off', ...env },
    stdio: 'pipe',
  });
}

/** What a process says, so far. */
export function hear(child: ChildProcessWithoutNullStreams): { stdout: string; stderr: string } {
  const heard = { stdout: '', stderr: '' };
  for (const stream of ['stdout', 'stderr'] as const)
    child[stream].setEncoding('utf8').on('data', (chunk: string) => {
      heard[stream] += chunk;
    });
  return heard;
}

/** Runs it to its end on some input. */
export async function run(args: readonly string[], { input = '', ...how }: How = {}): Promise<Ended> {
  const child = start(args, how);
  const heard = hear(child);
  // A process that ends without reading its input is no error of ours.
  child.stdin.on('error', () => {}).end(input);
  const [status] = await once(child, 'close');
  return { status, ...heard };
}

/** Lines of JSON, each by itself, however a reader splits lines. */
export const jsonLines = (stdout: string): unknown[] =>
  stdout
    .replace(/\n$/, '')
    .split(/[\n\r\u0085\u2028\u2029]/)
    .map((line): unknown => JSON.parse(line));
