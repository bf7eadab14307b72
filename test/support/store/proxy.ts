import { once } from 'node:events';
import { connect, createServer, type Socket } from 'node:net';
import { onTestFinished } from 'vitest';

/**
 * - `away`: nothing answers, and who was connected is cut off
 * - `silent`: takes what it is sent, and says nothing
 * - `deaf`: passes on what it is sent, and keeps the answers
 */
type State = 'there' | 'away' | 'silent' | 'deaf';

export interface Proxy {
  /** The address through the proxy. */
  url: string;
  set: (state: State) => Promise<void>;
  /** Resolves once it has kept an answer. */
  kept: () => Promise<void>;
}

/** A way to a server that can fail; gone after the test. */
export async function proxyTo(url: string): Promise<Proxy> {
  const target = new URL(url);
  let state: State = 'there';
  let keep = () => {};
  let kept = new Promise<void>((resolve) => {
    keep = resolve;
  });
  const sockets = new Set<Socket>();
  const track = (socket: Socket) => {
    sockets.add(socket);
    socket.on('error', () => {}).on('close', () => sockets.delete(socket));
  };
  const server = createServer((client) => {
    const upstream = connect(Number(target.port), target.hostname);
    for (const socket of [client, upstream]) track(socket);
    client
      .on('data', (data) => void (state === 'silent' || upstream.write(data)))
      .on('close', () => upstream.destroy());
    upstream
      .on('data', (data) => {
        if (state === 'there') client.write(data);
        else keep();
      })
      .on('close', () => client.destroy());
  });
  const listen = async (port: number) => {
    server.listen(port, '127.0.0.1');
    await once(server, 'listening');
  };
  await listen(0);
  const address = server.address();
  if (address === null || typeof address === 'string') throw new Error('no port');
  const cut = () => {
    for (const socket of sockets) socket.destroy();
  };
  onTestFinished(() => {
    server.close();
    cut();
  });
  const own = new URL(url);
  own.port = String(address.port);
  return {
    url: own.href,
    async set(next) {
      if (next === 'away') {
        server.close();
        cut();
        await once(server, 'close');
      } else if (state === 'away') await listen(address.port);
      state = next;
      kept = new Promise((resolve) => {
        keep = resolve;
      });
    },
    kept: () => kept,
  };
}
