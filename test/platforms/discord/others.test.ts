/** Servers that speak Discord's protocol in part: what one cannot do, the bot does otherwise. */
import { once } from 'node:events';
import { setImmediate } from 'node:timers/promises';
import { Worker } from 'node:worker_threads';
import { HTTPError, REST } from 'discord.js';
import { Agent } from 'undici';
import { describe, expect, onTestFinished, test } from 'vitest';
import { TIMES } from '../../../src/platforms/discord/limits.ts';
import { restOptions } from '../../../src/platforms/discord/requests.ts';
import { type Answer, aboutPods, bare, connectedTo, json, jsonOf, lookup, rude } from '../../fakes/discord/rude.ts';
import type { Json } from '../../fakes/discord/types.ts';
import { eventually } from '../../support/eventually.ts';
import { botOf, COURSE } from '../../support/world.ts';

const { bot, logged: bugs } = await botOf([COURSE]);
const PRIVATE = 64;

interface Sent {
  data?: { flags?: number };
}

/** Refuses the callbacks that are so. */
const refusing =
  (status: number, is: (sent: Sent, body: string) => boolean): Answer =>
  (response, { path, body }) =>
    path.includes('/callback') &&
    is(JSON.parse(jsonOf(body)), jsonOf(body)) &&
    json(response, status, { message: 'no', code: 0 });

const isPrivate = ({ data }: Sent): boolean => ((data?.flags ?? 0) & PRIVATE) !== 0;

/** What the server took of what it was sent. */
const taken = (callbacks: readonly string[], isRefused: (sent: Sent, body: string) => boolean): string[] =>
  callbacks.filter((body) => !isRefused(JSON.parse(body), body));

describe.each<[string, number, (sent: Sent, body: string) => boolean]>([
  ['fails over private messages', 500, isPrivate],
  ['forbids private messages', 403, isPrivate],
  ['refuses private messages without a reason', 400, isPrivate],
  ['knows no flags', 400, ({ data }) => data !== undefined && 'flags' in data],
])('a server that %s', (_, status, is) => {
  test.concurrent('has one answer, which everyone sees, where its operator has set so', async () => {
    const server = await rude();
    server.answer = refusing(status, is);
    const { logged } = await connectedTo(server, bot, { publicAnswers: true });
    server.dispatch(bare({ data: lookup }));
    await eventually(() => expect(taken(server.callbacks(), is)).toEqual([aboutPods]));
    expect(logged.filter(({ level }) => level === 'error')).toEqual([]);
  });

  test.concurrent('is given none by itself, and the log says so', async () => {
    const server = await rude();
    server.answer = refusing(status, is);
    const { logged, clock } = await connectedTo(server, bot);
    server.dispatch(bare({ data: lookup }));
    if (status === 500) {
      await eventually(() => expect(server.callbacks().length).toBeGreaterThan(1));
      clock.advance(TIMES.answer);
    }
    // Where a fault lasts, time may be over first.
    const why = status === 500 ? /DISCORD_PUBLIC_ANSWERS|in time/ : /DISCORD_PUBLIC_ANSWERS/;
    await eventually(() =>
      expect(logged).toContainEqual({
        level: expect.stringMatching(/warn|error/),
        fields: {},
        message: expect.stringMatching(why),
      }),
    );
    expect(server.callbacks().map((body) => isPrivate(JSON.parse(body)))).not.toContain(false);
  });
});

test.each([
  ['a group', { context: 2 }, [true]],
  ['a group, by its channel', { channel: { id: '66', type: 3 } }, [true]],
  ['the bot alone', { context: 1, channel: { id: '66', type: 1 } }, [true, false]],
])('a private answer that is refused in direct messages with %s', async (_, where, tried) => {
  const server = await rude();
  server.answer = refusing(400, isPrivate);
  const { logged } = await connectedTo(server, bot);
  server.dispatch(bare({ ...where, data: lookup, guild_id: undefined }));
  const isOver = tried.includes(false)
    ? () => expect(server.callbacks().map((body) => isPrivate(JSON.parse(body)))).toContain(false)
    : () => expect(logged.map(({ level }) => level)).toContain('error');
  await eventually(isOver);
  expect([...new Set(server.callbacks().map((body) => isPrivate(JSON.parse(body))))]).toEqual(tried);
});

test('a callback that nobody answers is sent once more', async () => {
  const server = await rude();
  let hung = 0;
  server.answer = (_, { path }) => path.includes('/callback') && hung++ === 0;
  const { logged, clock } = await connectedTo(server, bot);
  server.dispatch(bare({ data: lookup }));
  await eventually(() => expect(server.callbacks()).toEqual([aboutPods]));
  clock.advance(TIMES.hangs);
  await eventually(() => expect(server.callbacks()).toEqual([aboutPods, aboutPods]));
  expect(logged).toEqual([]);
});

test.each(['/gateway', '/commands'])('a connection to %s that is closed once is made again', async (path) => {
  const server = await rude();
  const closed = new Set<string>();
  server.answer = (response, { method, ...asked }) => {
    if (!asked.path.includes(path) || closed.has(method)) return false;
    closed.add(method);
    response.socket?.end();
    return true;
  };
  const { logged } = await connectedTo(server, bot);
  server.dispatch(bare({ data: lookup }));
  await eventually(() => expect(server.callbacks()).toEqual([aboutPods]));
  expect([...closed]).toEqual(path === '/commands' ? ['GET', 'PUT'] : ['GET']);
  expect(logged).toEqual([]);
});

/** Answers before it has read anything; in a thread of its own, since one that shares ours is always too late. */
const HASTY = `
const { parentPort } = require('node:worker_threads');
const server = require('node:http').createServer((_, response) => response.writeHead(500).end());
server.listen(0, '127.0.0.1', () => parentPort.postMessage(server.address().port));
`;

test('an answer that comes while a file is still being sent is an answer, and nothing rejects unseen', async () => {
  const server = new Worker(HASTY, { eval: true });
  onTestFinished(() => void server.terminate());
  const [port] = await once(server, 'message');
  const rest = new REST(restOptions({ apiUrl: `http://127.0.0.1:${port}` }));
  const unseen: unknown[] = [];
  const note = (error: unknown): number => unseen.push(error);
  process.on('unhandledRejection', note);
  onTestFinished(() => void process.off('unhandledRejection', note));
  const files = [{ name: 'a.png', data: Buffer.alloc(30_000) }];
  for (let times = 0; times < 10; times++)
    await expect(rest.post('/x', { files, body: {}, auth: false })).rejects.toBeInstanceOf(HTTPError);
  await setImmediate();
  expect(unseen).toEqual([]);
});

test('a file is sent whole, though the undici that sends for the whole process is of another version', async () => {
  const server = await rude();
  const agent = new Agent();
  onTestFinished(() => agent.destroy());
  // @ts-expect-error: the two versions fit by their code alone, as they meet in globalThis.
  const rest = new REST({ ...restOptions({ apiUrl: server.url }), agent });
  await rest.post('/x', { files: [{ name: 'a.txt', data: Buffer.from('안녕') }], body: {}, auth: false });
  expect(server.asked.map(({ body }) => body)).toEqual([expect.stringContaining('안녕')]);
});

test.each<[string, Json]>([
  ['no application', { application: undefined }],
  ['an application that is null', { application: null }],
  ['an address to resume at that is none', { resume_gateway_url: '' }],
  ['no address to resume at', { resume_gateway_url: undefined }],
  ['an address to resume at that is null', { resume_gateway_url: null }],
])('with %s in READY, the bot answers, and answers again after a drop', async (_, ready) => {
  const server = await rude();
  server.ready = ready;
  const { logged } = await connectedTo(server, bot);
  server.dispatch(bare({ data: lookup }));
  await eventually(() => expect(server.callbacks()).toEqual([aboutPods]));
  server.identified[0]?.terminate();
  await eventually(() => expect(server.identified.length + server.resumed.length).toBe(2));
  server.dispatch(bare({ data: lookup }), 'INTERACTION_CREATE', server.resumed[0] ?? server.identified[1]);
  await eventually(() => expect(server.callbacks()).toEqual([aboutPods, aboutPods]));
  expect(logged.filter(({ level }) => level !== 'info')).toEqual([]);
});

test('packets that nobody asked for are not looked into', async () => {
  const server = await rude();
  const { logged } = await connectedTo(server, bot);
  for (const [t, d] of [
    ['MESSAGE_CREATE', { id: '1', author: { id: '77' }, application: { id: '5', install_params: null } }],
    ['GUILD_CREATE', { id: '5', channels: null, members: null }],
    ['GUILD_CREATE', {}],
    ['CHANNEL_CREATE', null],
    ['USER_UPDATE', {}],
    ['SOMETHING_NEW', null],
    ['INTERACTION_CREATE', bare({ type: 4 })],
    ['INTERACTION_CREATE', bare({ data: null })],
    ['INTERACTION_CREATE', bare({ type: 99, data: {} })],
  ] as const)
    server.dispatch(d, t);
  server.dispatch(bare({ data: lookup }));
  await eventually(() => expect(server.callbacks()).toEqual([aboutPods]));
  expect([logged, bugs]).toEqual([[], []]);
});
