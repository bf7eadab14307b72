import { UserError } from '../../core/errors.ts';
import type { LabClient } from '../../core/lab.ts';
import { systemTimers, type Timers } from '../../core/timers.ts';
import { withTimeout } from '../../core/with-timeout.ts';
import { PODS } from '../kinds/core.ts';
import { runKubectl } from '../kubectl/run.ts';
import { readTyped } from '../kubectl/typed.ts';
import { pathOf } from '../picture/objects.ts';
import { text } from './text.ts';

/** What a tour's button does in a lab: the lines of kubectl's that it shows, and what no kubectl can do. */
export interface Hands {
  /** Runs a line as if it were typed, and gives what it printed. What is there already is as good as made. */
  kubectl(line: string): Promise<string>;
  power(node: string, is: 'on' | 'off'): Promise<void>;
  /** Has a Deployment's Pods use so many millicores together. */
  load(name: string, millicores: number): Promise<void>;
}

/** Where tours take place. */
export const NAMESPACE = 'default';

/** Milliseconds that a line is waited for, and characters of what it prints that are shown. */
const PATIENCE = 8000;
const SHOWN = 1500;

/** @throws UserError with Kubernetes' own words where the API refuses it, as for a quota. */
export const createHands = (client: LabClient, timers: Timers = systemTimers): Hands => ({
  async kubectl(line) {
    const { words, manifest } = readTyped(line, undefined);
    const { stdout, stderr, code } = await runKubectl(
      { client, namespace: NAMESPACE, timers, patience: PATIENCE },
      words,
      manifest,
    );
    // A program in a container may end as it likes: one that was killed ends with 137.
    const isOfProgram = /^command terminated with exit code/m.test(stderr);
    if (code !== 0 && !isOfProgram && !stderr.includes('already exists'))
      throw new UserError(text.both((said) => said.refused(stderr.trim())));
    return stdout.slice(0, SHOWN);
  },
  async power(node, is) {
    await client.power(node, is);
  },
  async load(name, millicores) {
    await client.load({ namespace: NAMESPACE, name }, millicores);
  },
});

/** Seconds of the lab in which something begins to be seen, and milliseconds that a person waits for that at most. */
const BEGINNING = 0.7;
const LONGEST = 900;

/** Waits until the cluster has begun to answer what was done: by a watch, which ends by the lab's own time. */
export async function settle(client: LabClient): Promise<void> {
  const query = new URLSearchParams({ watch: 'true', timeoutSeconds: `${BEGINNING}` });
  const ended = new Promise<void>((resolve, reject) => {
    const sink = { write: () => {}, end: () => resolve(), isFull: () => false };
    client
      .stream({ method: 'GET', path: pathOf(PODS, NAMESPACE), query, headers: {}, body: new Uint8Array() }, sink)
      .then((begun) => {
        if ('answer' in begun) resolve();
      }, reject);
  });
  await withTimeout(ended, LONGEST);
}
