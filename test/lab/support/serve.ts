/** A lab by itself, served on loopback for a real kubectl. */
import { randomUUID } from 'node:crypto';
import { once } from 'node:events';
import { mkdtempSync, writeFileSync } from 'node:fs';
import { createServer } from 'node:http';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { systemTimers } from '../../../src/core/timers.ts';
import { type Cluster, createCluster } from '../../../src/lab/engine/cluster.ts';

/** Serves a new cluster; gives the path of a kubeconfig for it. */
export async function serveLab(): Promise<{ cluster: Cluster; url: string; kubeconfig: string; close(): void }> {
  const cluster = createCluster({
    ...{ timers: systemTimers, start: Date.now(), random: Math.random, uid: randomUUID },
    failed: (error, where) => console.error(where, error),
  });
  const server = createServer(async (incoming, outgoing) => {
    const pieces: Buffer[] = [];
    for await (const piece of incoming) pieces.push(piece);
    const { pathname, searchParams } = new URL(incoming.url ?? '/', 'http://lab');
    const headers = Object.fromEntries(Object.entries(incoming.headers).map(([name, value]) => [name, String(value)]));
    const { method = 'GET' } = incoming;
    const answer = cluster.request({ method, path: pathname, query: searchParams, headers, body: Buffer.concat(pieces) });
    outgoing.writeHead(answer.status, answer.headers);
    if ('body' in answer) return void outgoing.end(answer.body);
    outgoing.flushHeaders();
    const stop = answer.begin({
      write: (piece) => void outgoing.write(piece),
      end: () => void outgoing.end(),
      isFull: () => outgoing.writableLength > 1_000_000,
    });
    outgoing.on('close', stop);
  }).listen(0, '127.0.0.1');
  await once(server, 'listening');
  const address = server.address();
  const url = `http://127.0.0.1:${typeof address === 'object' ? address?.port : ''}`;
  const kubeconfig = join(mkdtempSync(join(tmpdir(), 'lab-')), 'config');
  writeFileSync(
    kubeconfig,
    JSON.stringify({
      ...{ apiVersion: 'v1', kind: 'Config', 'current-context': 'lab' },
      clusters: [{ name: 'lab', cluster: { server: url } }],
      contexts: [{ name: 'lab', context: { cluster: 'lab', user: 'student', namespace: 'default' } }],
      users: [{ name: 'student', user: {} }],
    }),
  );
  return {
    ...{ cluster, url, kubeconfig },
    close() {
      cluster.close();
      server.closeAllConnections();
      server.close();
    },
  };
}
