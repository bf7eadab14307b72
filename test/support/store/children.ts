import { type ChildProcessWithoutNullStreams, spawn } from 'node:child_process';
import { once } from 'node:events';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { onTestFinished } from 'vitest';
import type { DatabaseAddress } from '../../../src/store/address.ts';
import { eventually } from '../eventually.ts';
import { hear } from '../process.ts';

export const CHILD = join(import.meta.dirname, 'child.ts');

/** Stripped types and compiled code are kept between starts, where src/launch.mjs keeps those of the program. */
const ENV = { ...process.env, NODE_COMPILE_CACHE: join(tmpdir(), 'node-compile-cache') };

export interface Child {
  process: ChildProcessWithoutNullStreams;
  heard: { stdout: string; stderr: string };
  /** What it has said after `ready`, line by line; the last may be half a line. */
  lines: () => string[];
  ended: Promise<{ status: number | null; stderr: string }>;
}

/** Starts several processes with the same job, and lets them begin together; see child.ts. */
export async function children(
  count: number,
  job: 'claim' | 'write' | 'open',
  address: DatabaseAddress,
): Promise<Child[]> {
  const all = Array.from({ length: count }, (): Child => {
    const child = spawn(process.execPath, [CHILD, job, JSON.stringify(address)], { env: ENV, stdio: 'pipe' });
    onTestFinished(() => void child.kill('SIGKILL'));
    const heard = hear(child);
    return {
      process: child,
      heard,
      lines: () => heard.stdout.split('\n').slice(1),
      ended: once(child, 'close').then(([status]) => ({ status, stderr: heard.stderr })),
    };
  });
  await eventually(() => {
    for (const { heard } of all) if (!heard.stdout.startsWith('ready\n')) throw new Error(`not ready: ${heard.stderr}`);
  });
  for (const child of all) child.process.stdin.on('error', () => {}).end('go');
  return all;
}
