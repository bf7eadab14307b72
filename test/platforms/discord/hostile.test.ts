import { once } from 'node:events';
import { createServer, type ServerResponse } from 'node:http';
import { expect, onTestFinished, test } from 'vitest';
import { DiscordError } from '../../../src/platforms/discord/errors.ts';
import { TIMES } from '../../../src/platforms/discord/limits.ts';
import { onDiscord } from '../../fakes/discord/bot.ts';
import { type Answer, aboutPods, bare, connectedTo, json, lookup, rude } from '../../fakes/discord/rude.ts';
import type { Json, LocalDiscord } from '../../fakes/discord/types.ts';
import { eventually } from '../../support/eventually.ts';
import type { Logged } from '../../support/logged.ts';
import { forged, inChannel, pressed, said } from '../../support/seen.ts';
import { botOf, COURSE } from '../../support/world.ts';

const { bot, logged: bugs } = await botOf([COURSE]);
const aPod = { content: '파드' };
const menuOf = (message: object): Json => ({
  data: { name: '이 말 찾아보기', type: 3, target_id: '5', resolved: { messages: { 5: message } } },
});
const SHARE = '📢 채널에 공유';

test('what discord.js itself could not read is answered, while other shards are still on their way as well', async () => {
  const server = await rude();
  server.shards = 2;
  server.greets = (shard) => shard === 0;
  const connecting = connectedTo(server, bot);
  await eventually(() => expect(server.identified).toHaveLength(2));
  server.dispatch(bare({ data: lookup }), 'INTERACTION_CREATE', server.identified[0]);
  await eventually(() => expect(server.callbacks()).toEqual([aboutPods]));
  server.greet(1);
  const { logged } = await connecting;
  server.dispatch(bare({ data: lookup }));
  await eventually(() => expect(server.callbacks()).toEqual([aboutPods, aboutPods]));
  expect([logged, bugs]).toEqual([[], []]);
});

test.each<[string, Json, unknown]>([
  ['options that are null', { data: { name: 'dosirak', type: 1, options: null } }, '/k8s'],
  ['a message that is null', { message: null, data: lookup }, '가장 작은 배포 단위'],
  ['no type of command', { data: { ...lookup, type: undefined } }, '가장 작은 배포 단위'],
  ['a message that is not told', { data: { name: 'Look it up', type: 3, target_id: '5' } }, '읽을 수 있는 글이 없어요'],
  ['a message without a word', menuOf({ content: null, attachments: null }), '읽을 수 있는 글이 없어요'],
  [
    'a message that was forwarded',
    menuOf({ content: '', message_snapshots: [{ message: aPod }] }),
    '가장 작은 배포 단위',
  ],
  ['a file that is not told', { data: { ...lookup, options: [{ name: 'file', type: 11, value: '9' }] } }, '"type":9'],
  ['half-typed words without options', { type: 4, data: { name: 'k8s', type: 1 } }, '"choices":[]'],
  [
    'half-typed words of a number',
    { type: 4, data: { name: 'quiz', type: 1, options: [{ name: 'count', type: 4, value: 5, focused: true }] } },
    '"choices":[]',
  ],
])('%s: answered', async (_, more, words) => {
  const server = await rude();
  const { logged } = await connectedTo(server, bot);
  server.dispatch(bare(more));
  await eventually(() => expect(server.callbacks()).toEqual([expect.stringContaining(String(words))]));
  expect([logged, bugs]).toEqual([[], []]);
});

test('a session whose address is out of order is given up for a new one', async () => {
  const broken = createServer();
  broken.on('upgrade', (_, socket) => socket.end('HTTP/1.1 503 Service Unavailable\r\n\r\n'));
  await once(broken.listen(0, '127.0.0.1'), 'listening');
  onTestFinished(() => void broken.close());
  const server = await rude();
  server.ready = { resume_gateway_url: `ws://127.0.0.1:${(broken.address() as { port: number }).port}` };
  await connectedTo(server, bot);
  server.identified[0]?.terminate();
  await eventually(() => expect(server.identified).toHaveLength(2));
  server.dispatch(bare({ data: lookup }));
  await eventually(() => expect(server.callbacks()).toEqual([aboutPods]));
});

/** Answers callbacks so many times like this. */
const callbacksGet = (times: number, how: (response: ServerResponse) => void): Answer => {
  let left = times;
  return (response, { path }) => {
    if (!path.includes('/callback') || left-- <= 0) return false;
    how(response);
    return true;
  };
};

test.each<[string, (response: ServerResponse) => void]>([
  ['a redirection', (response) => response.writeHead(307, { location: '/elsewhere' }).end('moved')],
  ['a number that is no status', (response) => response.socket?.end('HTTP/1.1 600 What\r\nContent-Length: 0\r\n\r\n')],
  ['no HTTP at all', (response) => response.socket?.end('GARBAGE\r\n\r\n')],
  ['an error that is a bare word', (response) => json(response, 400, 'no')],
  ['a 429 without a time', (response) => json(response, 429, {})],
  ['a 429 with a date', (response) => json(response, 429, {}, { 'retry-after': 'Wed, 21 Oct 2026 07:28:00 GMT' })],
])('%s is no answer that was delivered: the bot tries again', async (_, how) => {
  const server = await rude();
  const { logged } = await connectedTo(server, bot);
  server.answer = callbacksGet(1, how);
  server.dispatch(bare({ data: lookup }));
  await eventually(() => expect(server.callbacks()).toEqual([aboutPods, aboutPods]));
  expect([logged.filter(({ level }) => level === 'error'), bugs]).toEqual([[], []]);
});

test('a pause that is longer than anyone waits is told in the log, and nothing hangs on it', async () => {
  const server = await rude();
  const { logged } = await connectedTo(server, bot);
  server.answer = callbacksGet(1, (response) => json(response, 429, {}, { 'retry-after': '3600' }));
  server.dispatch(bare({ data: lookup }));
  const told = { level: 'warn', fields: expect.objectContaining({ status: 429 }), message: expect.any(String) };
  await eventually(() => expect(logged).toEqual([told]));
  expect(server.callbacks()).toHaveLength(1);
  expect(JSON.stringify(logged)).not.toMatch(/token\d|파드|127\.0\.0\.1/);
});

const AT_START: readonly [string, string, Answer, RegExp][] = [
  ['a redirection', '/gateway', (response) => !response.writeHead(301).end().closed, /cannot be reached.*status 301/],
  ['another service', '/gateway', (response) => json(response, 200, {}), /cannot be reached.*not Discord’s API/],
  ['a bare word', '/gateway', (response) => json(response, 400, 'no'), /^Discord answers with an error/],
  [
    'a pause of ten hours',
    '/commands',
    (response) => json(response, 429, {}, { 'retry-after': '36000' }),
    /\(429, again in 3600\d s\)$/,
  ],
  [
    'several lines in colour',
    '/commands',
    (response) => json(response, 403, { code: 50001, message: 'a\nb\n\u001b[31mred' }),
    /\(a b \[31mred\)$/,
  ],
];

test.each(AT_START)('%s at the start ends it in one plain line', async (_, at, answer, line) => {
  const server = await rude();
  server.answer = (response, asked) => asked.path.includes(at) && answer(response, asked);
  const error: unknown = await connectedTo(server, bot).catch((problem: unknown) => problem);
  if (!(error instanceof DiscordError)) throw new Error(`no DiscordError but ${error}`);
  expect(error.message).toMatch(line);
  expect(error.message).not.toMatch(/\p{Cc}/u);
});

async function seen(): Promise<{ discord: LocalDiscord; logged: Logged[] } & Record<'share', () => Promise<string>>> {
  const { discord, logged } = await onDiscord({ bot });
  const minsu = discord.user('민수', { locale: 'ko' });
  const pod = await discord.slash(minsu, 'guild', 'k8s', { term: '파드' }).settled();
  return { discord, logged, share: async () => said(await pressed(discord, minsu, pod, SHARE)) };
}

test('what did not reach the channel can be shared again', async () => {
  const { discord, logged, share } = await seen();
  discord.fault({ path: /\/callback/ }, { status: 404, body: { message: 'Unknown interaction', code: 10062 } });
  const lost = share().catch((error: unknown) => error);
  await eventually(() =>
    expect(logged.map(({ fields }) => fields)).toEqual([expect.objectContaining({ code: 10062 })]),
  );
  expect(inChannel(discord)).toEqual([]);
  expect(await share()).toContain('가장 작은 배포 단위');
  expect(await share()).toBe('이미 채널에 공유했어요.');
  expect(inChannel(discord)).toHaveLength(1);
  discord.clock.advance(TIMES.answer);
  expect(await lost).toBeInstanceOf(Error);
});

test.each(['SHARE k8s pod', ' share ask pod', 'ｓｈａｒｅ k8s pod'])(
  'one message is shared once, forged as it may be: %j',
  async (id) => {
    const { discord } = await onDiscord({ bot });
    const minsu = discord.user('민수', { locale: 'ko' });
    const pod = await discord.slash(minsu, 'guild', 'k8s', { term: '파드' }).settled();
    await forged(discord, minsu, pod, id);
    expect(said(await forged(discord, minsu, pod, id))).toBe('이미 채널에 공유했어요.');
    expect(inChannel(discord)).toHaveLength(1);
  },
);
