import { once } from 'node:events';
import { connect, createServer, type Socket } from 'node:net';

export interface Balancer {
  url: string;
  /** Holds back what servers say by so many milliseconds; 0 ends it. */
  slow(ms: number): void;
  /** Cuts all connections. */
  cut(): void;
}

/** Before several servers of this machine: hands each connection to the next of them that takes it, and keeps no client to one. */
export async function createBalancer(
  ports: readonly number[],
  finished: (end: () => Promise<void> | void) => void,
): Promise<Balancer> {
  const clients = new Set<Socket>();
  let turn = 0;
  let delay = 0;

  /** Joins a client to one of the servers; where none takes it, the client hears nothing more. */
  function join(client: Socket, left: number): void {
    const port = ports[turn++ % ports.length];
    if (left === 0 || port === undefined || client.destroyed) return void client.destroy();
    const server = connect({ port, host: '127.0.0.1' });
    const tryNext = (): void => join(client, left - 1);
    server.once('error', tryNext);
    server.once('connect', () => {
      server.off('error', tryNext);
      const end = (): void => {
        server.destroy();
        client.destroy();
      };
      for (const socket of [server, client]) socket.on('error', end).on('close', end);
      client.pipe(server);
      server.on('data', (bytes) => {
        if (delay > 0) setTimeout(() => client.write(bytes), delay);
        else client.write(bytes);
      });
    });
  }
  const listener = createServer((client) => {
    clients.add(client);
    client.on('error', () => {}).once('close', () => clients.delete(client));
    join(client, ports.length);
  });
  const cut = (): void => {
    for (const client of clients) client.destroy();
  };
  listener.listen(0, '127.0.0.1');
  await once(listener, 'listening');
  finished(() => {
    listener.close();
    cut();
  });
  const address = listener.address();
  if (address === null || typeof address === 'string') throw new Error('no port');
  return {
    url: `http://127.0.0.1:${address.port}`,
    slow(ms) {
      delay = ms;
    },
    cut,
  };
}
