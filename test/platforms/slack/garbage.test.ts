import { once } from 'node:events';
import { createServer } from 'node:http';
import { App, LogLevel } from '@slack/bolt';
import { expect, onTestFinished, test } from 'vitest';
import { WebSocketServer } from 'ws';
import { boltLogger } from '../../../src/platforms/slack/log.ts';
import { createSockets } from '../../../src/platforms/slack/sockets.ts';

const quiet = { error: () => {}, warn: () => {}, info: () => {} };

/** Sends each new connection Slack's hello and then these texts, and gives the first thing that comes back. */
async function saying(texts: readonly string[]): Promise<{ url: string; heard: Promise<string> }> {
  const heard = Promise.withResolvers<string>();
  const server = createServer((_, response) => {
    const { port } = Object(server.address());
    response.setHeader('content-type', 'application/json');
    response.end(JSON.stringify({ ok: true, url: `ws://127.0.0.1:${port}/link` }));
  });
  const sockets = new WebSocketServer({ server });
  sockets.on('connection', (socket) => {
    socket.on('message', (data) => heard.resolve(data.toString()));
    for (const text of [JSON.stringify({ type: 'hello', num_connections: 1 }), ...texts]) socket.send(text);
  });
  server.listen(0, '127.0.0.1');
  await once(server, 'listening');
  onTestFinished(() => {
    for (const socket of sockets.clients) socket.terminate();
    server.close();
  });
  return { url: `http://127.0.0.1:${Object(server.address()).port}/api/`, heard: heard.promise };
}

test('what is no envelope is passed over, and the connection lives on', async () => {
  const thrown: unknown[] = [];
  const hear = (error: unknown): void => void thrown.push(error);
  process.on('unhandledRejection', hear);
  onTestFinished(() => void process.off('unhandledRejection', hear));
  const { url, heard } = await saying([
    ...['', 'null', '[]', '0', '"x"', '{', '{}', '{"type":"error"}', '{"type":"disconnected"}', '{"type":null}'],
    '{"type":"events_api"}',
    '{"envelope_id":7,"type":"events_api","payload":null}',
    '{"envelope_id":"sound","type":"disconnected","payload":{"event":null}}',
  ]);
  const logger = boltLogger(quiet);
  const sockets = createSockets(
    { appToken: 'xapp-1', options: { slackApiUrl: url }, logger, logLevel: LogLevel.WARN },
    quiet,
  );
  new App({ token: 'xoxb-1', botId: 'B1', botUserId: 'U1', receiver: sockets, logger });
  await sockets.start();
  expect(JSON.parse(await heard)).toMatchObject({ envelope_id: 'sound' });
  expect(sockets.ready()).toBe(true);
  await sockets.stop();
  expect(thrown).toEqual([]);
});
