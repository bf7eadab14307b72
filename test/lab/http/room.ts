/** A lab on the process's HTTP server, whose containers do what the test says. */
import { spawn } from 'node:child_process';
import { randomUUID } from 'node:crypto';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { onTestFinished } from 'vitest';
import type { LabClient } from '../../../src/core/lab.ts';
import { systemTimers } from '../../../src/core/timers.ts';
import { createCluster } from '../../../src/lab/engine/cluster.ts';
import { kubeconfigOf } from '../../../src/lab/host/kubeconfig.ts';
import { createLocalClient } from '../../../src/lab/host/local.ts';
import { createLabGuest } from '../../../src/lab/http/guest.ts';
import { PODS } from '../../../src/lab/kinds/core.ts';
import { serving } from '../../support/serving.ts';

export async function openRoom(containers: Partial<LabClient> = {}) {
  const cluster = createCluster({
    ...{ timers: systemTimers, start: Date.now(), random: Math.random, uid: randomUUID },
    failed: (error) => {
      throw error;
    },
  });
  // Its time stands still: what the test wants to see does not change.
  cluster.pause();
  onTestFinished(() => cluster.close());
  cluster.lab.store.create(PODS, {
    ...{ apiVersion: 'v1', kind: 'Pod', metadata: { name: 'web', namespace: 'default' } },
    spec: { nodeName: 'node-2', containers: [{ name: 'c', image: 'x' }] },
    status: {
      phase: 'Running',
      containerStatuses: [
        {
          ...{ name: 'c', state: { running: { startedAt: '2026-01-01T00:00:00Z' } }, lastState: {}, ready: true },
          ...{ restartCount: 0, image: 'x', imageID: 'x' },
        },
      ],
    },
  });
  const client: LabClient = { ...createLocalClient(cluster), ...containers };
  const behind = async (secret: string) => (secret === 's3cret' ? client : undefined);
  const served = await serving([createLabGuest({ behind }, '/lab')]);
  const url = `http://127.0.0.1:${served.port}/lab/s3cret`;
  const folder = mkdtempSync(join(tmpdir(), 'lab-'));
  onTestFinished(() => rmSync(folder, { recursive: true, force: true }));
  const config = join(folder, 'config');
  writeFileSync(config, kubeconfigOf(url));

  /** Starts the real kubectl. */
  const start = (...words: string[]) => {
    const child = spawn('kubectl', ['--kubeconfig', config, ...words]);
    onTestFinished(() => void child.kill());
    const told = { out: '', err: '' };
    child.stdout.on('data', (text) => {
      told.out += text;
    });
    child.stderr.on('data', (text) => {
      told.err += text;
    });
    const ended = new Promise<{ code: number | null; out: string; err: string }>((resolve) =>
      child.on('close', (code) => resolve({ code, ...told })),
    );
    return { child, told, ended };
  };
  const kubectl = (...words: string[]) => {
    const { child, ended } = start(...words);
    child.stdin.end();
    return ended;
  };
  return { ...served, cluster, client, url, config, start, kubectl };
}
