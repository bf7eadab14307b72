/** The real kubectl and ours on one cluster whose clock stands still. */

import { spawn } from 'node:child_process';
import type { LabClient } from '../../../src/core/lab.ts';
import { createLocalClient } from '../../../src/lab/host/local.ts';
import { runKubectl } from '../../../src/lab/kubectl/run.ts';
import { splitWords } from '../../../src/lab/kubectl/words.ts';
import { createClock } from '../../fakes/clock.ts';
import { PATIENCE } from '../../support/patience.ts';
import { serveLab } from '../support/serve.ts';

export interface Printed {
  stdout: string;
  stderr: string;
  code: number;
}

/** So long ago that an age is the same for an hour: `3d5h`. */
const AGO = (3 * 24 + 5) * 3_600_000 + 1_800_000;

export interface Twins {
  /** As the real kubectl prints. */
  real(line: string, manifest?: string): Promise<Printed>;
  ours(line: string, manifest?: string): Promise<Printed>;
  /** Lets so many milliseconds of the cluster pass. */
  pass(ms: number): void;
  close(): void;
}

function run(words: readonly string[], kubeconfig: string, input: string): Promise<Printed> {
  return new Promise((resolve, reject) => {
    const child = spawn('kubectl', words, {
      // What waits for a clock that stands still would wait for ever.
      timeout: PATIENCE,
      env: { PATH: process.env.PATH, HOME: '/nonexistent', KUBECONFIG: kubeconfig },
    });
    let [stdout, stderr] = ['', ''];
    child.stdout.on('data', (piece) => {
      stdout += piece;
    });
    child.stderr.on('data', (piece) => {
      stderr += piece;
    });
    // It may have ended before it reads anything.
    child.stdin.on('error', () => {});
    child.stdin.end(input);
    child.on('error', reject);
    child.on('close', (code) => resolve({ stdout, stderr, code: code ?? -1 }));
  });
}

export async function createTwins(): Promise<Twins> {
  const clock = createClock();
  const lab = await serveLab({ timers: clock, start: Date.now() - AGO });
  // Ages in descriptions are reckoned by a client's own clock, which the real one cannot be told.
  const client: LabClient = { ...createLocalClient(lab.cluster), now: async () => Date.now() };
  return {
    real: (line, manifest = '') => run(splitWords(line), lab.kubeconfig, manifest),
    async ours(line, manifest) {
      const { stdout, stderr, code } = await runKubectl(
        { client, namespace: 'default', timers: clock, patience: 0 },
        line,
        manifest,
      );
      return { stdout, stderr, code };
    },
    pass(ms) {
      for (let passed = 0; passed < ms; passed += 500) clock.advance(500);
    },
    close() {
      lab.close();
      clock.stop();
    },
  };
}

/** Works on a list, a few at a time. */
export async function eachOf<T>(all: readonly T[], atOnce: number, work: (one: T) => Promise<void>): Promise<void> {
  const left = [...all];
  const worker = async (): Promise<void> => {
    for (let one = left.shift(); one !== undefined; one = left.shift()) await work(one);
  };
  await Promise.all(Array.from({ length: atOnce }, worker));
}
