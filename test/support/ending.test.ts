import { once } from 'node:events';
import { createServer } from 'node:http';
import { connect } from 'node:net';
import { expect, onTestFinished, test } from 'vitest';
import { endOf } from './ending.ts';

test('a server ends though a client that was upgraded, or refused it, never hangs up', async () => {
  const server = createServer();
  const end = endOf(server);
  const answers = ['101 Switching Protocols', '503 Service Unavailable'];
  server.on('upgrade', (_request, socket) => {
    const answer = `HTTP/1.1 ${answers.shift()}\r\n\r\n`;
    if (answers.length > 0) socket.write(answer);
    else socket.end(answer);
  });
  await once(server.listen(0, '127.0.0.1'), 'listening');
  const address = server.address();
  if (address === null || typeof address === 'string') throw new Error('no port');
  for (const status of ['101', '503']) {
    const client = connect({ port: address.port, host: '127.0.0.1', allowHalfOpen: true }).on('error', () => {});
    onTestFinished(() => void client.destroy());
    client.write('GET / HTTP/1.1\r\nHost: a\r\nConnection: Upgrade\r\nUpgrade: websocket\r\n\r\n');
    expect(String((await once(client, 'data'))[0])).toContain(status);
  }
  await end();
  expect(server.listening).toBe(false);
});
