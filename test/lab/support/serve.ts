/** A lab by itself, served on loopback for a real kubectl. */
import { randomUUID } from 'node:crypto';
import { mkdtempSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { serveHttp } from '../../../src/app/http/server.ts';
import { systemTimers, type Timers } from '../../../src/core/timers.ts';
import { type Cluster, createCluster } from '../../../src/lab/engine/cluster.ts';
import { kubeconfigOf } from '../../../src/lab/host/kubeconfig.ts';
import { createLocalClient } from '../../../src/lab/host/local.ts';
import { createLabGuest, createOnlyLabGuest } from '../../../src/lab/http/guest.ts';

/** Serves a new cluster, on the machine's clock where no other is given; gives the path of a kubeconfig for it. */
export async function serveLab({
  timers = systemTimers,
  start = Date.now(),
}: {
  timers?: Timers;
  start?: number;
} = {}): Promise<{
  cluster: Cluster;
  url: string;
  kubeconfig: string;
  close(): void;
}> {
  const cluster = createCluster({
    ...{ timers, start, random: Math.random, uid: randomUUID },
    failed: (error, where) => console.error(where, error),
  });
  const client = createLocalClient(cluster);
  const guest = createLabGuest({ behind: async (secret) => (secret === 'secret' ? client : undefined) }, '/lab');
  const log = { error: (fields: object, message: string) => console.error(message, fields) };
  const guests = [guest, createOnlyLabGuest(client)];
  const server = await serveHttp({ host: '127.0.0.1', port: 0 }, guests, { log, reference: () => 'bug' });
  const url = `http://127.0.0.1:${server.port}/lab/secret`;
  const kubeconfig = join(mkdtempSync(join(tmpdir(), 'lab-')), 'config');
  writeFileSync(kubeconfig, kubeconfigOf(url));
  return {
    ...{ cluster, url, kubeconfig },
    close() {
      cluster.close();
      server.close();
    },
  };
}
