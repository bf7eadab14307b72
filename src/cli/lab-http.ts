import { once } from 'node:events';
import { createServer } from 'node:http';
import type { LabClient } from '../lab/host/client.ts';

/** One lab's API on loopback, below a path. */
export async function serveLab(client: LabClient, base: string): Promise<{ port: number; close(): void }> {
  const server = createServer(async (incoming, outgoing) => {
    const pieces: Buffer[] = [];
    for await (const piece of incoming) pieces.push(piece);
    const { pathname, searchParams } = new URL(incoming.url ?? '/', 'http://lab');
    if (!pathname.startsWith(`${base}/`)) return void outgoing.writeHead(404).end('not found\n');
    const headers = Object.fromEntries(Object.entries(incoming.headers).map(([name, value]) => [name, String(value)]));
    const { method = 'GET' } = incoming;
    const request = {
      method,
      path: pathname.slice(base.length),
      query: searchParams,
      headers,
      body: Buffer.concat(pieces),
    };
    const answer = await client.stream(request, {
      write: (piece) => void outgoing.write(piece),
      end: () => void outgoing.end(),
      isFull: () => outgoing.writableLength > 1_000_000,
    });
    if ('answer' in answer)
      return void outgoing.writeHead(answer.answer.status, answer.answer.headers).end(answer.answer.body);
    outgoing.flushHeaders();
    outgoing.on('close', answer.stop);
  }).listen(0, '127.0.0.1');
  await once(server, 'listening');
  const address = server.address();
  return {
    port: typeof address === 'object' && address !== null ? address.port : 0,
    close() {
      server.closeAllConnections();
      server.close();
    },
  };
}
