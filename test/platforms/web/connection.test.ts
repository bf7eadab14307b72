import { once } from 'node:events';
import { createServer, IncomingMessage, ServerResponse } from 'node:http';
import { connect, Socket } from 'node:net';
import { expect, onTestFinished, test } from 'vitest';
import { takeConnection } from '../../../src/platforms/web/connection.ts';
import { eventually } from '../../support/eventually.ts';

/** A server that takes over each connection, and a client of it. */
async function open() {
  const taken = Promise.withResolvers<{ socket: Socket | undefined; parser: unknown }>();
  const server = createServer((_, outgoing) => {
    const parser: unknown = outgoing.socket && Reflect.get(outgoing.socket, 'parser');
    taken.resolve({ socket: takeConnection(outgoing), parser });
  }).listen(0, '127.0.0.1');
  await once(server, 'listening');
  const address = server.address();
  if (address === null || typeof address === 'string') throw new Error('no port');
  const client = connect(address.port, '127.0.0.1');
  onTestFinished(() => {
    client.destroy();
    server.close();
  });
  client.write('GET / HTTP/1.1\r\nHost: here\r\n\r\n');
  const { socket, parser } = await taken.promise;
  if (!socket) throw new Error('no connection');
  return { client, server, socket, parser };
}

test('what Node keeps for a request is let go of, and the connection is ours', async () => {
  const { client, server, socket, parser } = await open();
  // Where it is kept elsewhere, streams take more memory: see takeConnection().
  expect(parser).toHaveProperty('close');
  expect(Reflect.get(socket, 'parser')).toBeNull();
  socket.write('hello');
  const [said] = await once(client, 'data');
  expect(String(said)).toBe('hello');
  // The server looks for requests that take too long among its own.
  server.closeIdleConnections();
  server.closeAllConnections();
  socket.write('again');
  const [more] = await once(client, 'data');
  expect(String(more)).toBe('again');
});

test.each([
  ['ends', (client: Socket) => client.end()],
  ['breaks off', (client: Socket) => client.resetAndDestroy()],
  ['sends another request', (client: Socket) => client.write('GET / HTTP/1.1\r\nHost: here\r\n\r\n')],
])('it is over where the other end %s', async (_, does) => {
  const { client, socket } = await open();
  does(client);
  await eventually(() => expect(socket.destroyed).toBe(true));
});

test('there is none to take without a response of HTTP/1, or once it is gone', () => {
  expect(takeConnection({})).toBeUndefined();
  expect(takeConnection(new ServerResponse(new IncomingMessage(new Socket())))).toBeUndefined();
});
