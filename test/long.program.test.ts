import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { LONG_WORDS } from './support/long-words.ts';
import { hear, jsonLines } from './support/process.ts';
import { sample } from './support/sample.ts';

/** Kinds of long words that a sample tries; each takes a second. */
const WORDS = 3;

/** However busy the machine is: what is counted is no time. */
const PATIENCE = 600_000;

test(
  'no command, button or completion does more than linear work, whatever long word it is sent',
  async () => {
    const child = join(import.meta.dirname, 'support/long-work.ts');
    // Code that is optimized, or thrown away when it has not run for long, loses counts.
    const flags = ['--no-opt', '--no-maglev', '--no-flush-bytecode'];
    const words = sample(LONG_WORDS.keys(), WORDS);
    const counted = spawn(process.execPath, [...flags, child, ...words], { stdio: 'pipe' });
    const heard = hear(counted);
    const [status] = await once(counted, 'close');
    expect({ status, stderr: heard.stderr }).toEqual({ status: 0, stderr: '' });
    expect(jsonLines(heard.stdout)).toEqual(words.map((word) => ({ word, reached: expect.any(Number), counts: [] })));
  },
  PATIENCE,
);
