import { createServer, type IncomingMessage, type ServerResponse } from 'node:http';
import { expect, onTestFinished, test } from 'vitest';
import { endOf } from '../../support/ending.ts';
import { boltOn, slackWith } from './clients.ts';
import { TIME_TO_ACK } from './deliveries.ts';
import type { LocalSlack } from './types.ts';

interface Heard {
  headers: IncomingMessage['headers'];
  body: string;
}

/** An app's endpoint that answers as told. */
async function endpoint(slack: LocalSlack, answer: (response: ServerResponse, heard: Heard[]) => void) {
  const heard: Heard[] = [];
  const server = createServer(async (request, response) => {
    const chunks: Buffer[] = [];
    for await (const chunk of request) chunks.push(chunk);
    heard.push({ headers: request.headers, body: Buffer.concat(chunks).toString() });
    answer(response, heard);
  });
  const end = endOf(server);
  await new Promise<void>((resolve) => {
    server.listen(0, '127.0.0.1', resolve);
  });
  onTestFinished(end);
  const address = server.address();
  if (address === null || typeof address === 'string') throw new Error('No port');
  const url = `http://127.0.0.1:${address.port}/slack/events`;
  slack.deliverTo(url);
  return { heard, url };
}

test('Bolt takes what is signed right, and nothing else', async () => {
  const slack = await slackWith({ mode: 'http' });
  await boltOn(slack, (app) => app.command('/k8s', async ({ ack }) => ack('heard')), 'http');
  const body = new URLSearchParams({ command: '/k8s', text: '' }).toString();
  expect(await slack.request(body)).toEqual({ status: 200, body: 'heard' });
  for (const sign of ['wrong', 'old', 'none'] as const) expect((await slack.request(body, {}, sign)).status).toBe(401);
  const challenge = await slack.request(JSON.stringify({ type: 'url_verification', challenge: 'xyz' }));
  expect(JSON.parse(challenge.body)).toEqual({ challenge: 'xyz' });
  expect((await slack.request('ssl_check=1&token=x')).status).toBe(200);
});

test('commands and interactions come as forms, events as JSON', async () => {
  const slack = await slackWith({ mode: 'http' });
  const { heard } = await endpoint(slack, (response) => response.end());
  const user = slack.user('a');
  await slack.command(user, 'class', '/k8s pod').acknowledged;
  await slack.shortcut(user, 'open').acknowledged;
  await slack.mention(user, 'class', 'hi').acknowledged;
  expect(heard.map(({ headers }) => headers['content-type'])).toEqual([
    'application/x-www-form-urlencoded',
    'application/x-www-form-urlencoded',
    'application/json',
  ]);
  const form = (index: number) => new URLSearchParams(heard[index]?.body);
  expect([form(0).get('command'), form(0).get('text')]).toEqual(['/k8s', 'pod']);
  expect(JSON.parse(form(1).get('payload') ?? '')).toMatchObject({ type: 'shortcut', callback_id: 'open' });
  expect(JSON.parse(heard[2]?.body ?? '')).toMatchObject({ type: 'event_callback', event: { type: 'app_mention' } });
  expect(heard.every(({ headers }) => headers['x-slack-retry-num'] === undefined)).toBe(true);
});

test('an event that fails comes again with its number and reason, until it is taken or refused for good', async () => {
  const slack = await slackWith({ mode: 'http', retryAfter: [3000, 3000, 3000] });
  const { heard } = await endpoint(slack, (response, { length }) => response.writeHead(length < 3 ? 500 : 200).end());
  const user = slack.user('a');
  const act = slack.mention(user, 'class', 'hi');
  await act.acknowledged;
  const retries = heard.map(({ headers }) => [headers['x-slack-retry-num'], headers['x-slack-retry-reason']]);
  expect(retries).toEqual([
    [undefined, undefined],
    ['1', 'http_error'],
    ['2', 'http_error'],
  ]);
  expect(new Set(heard.map(({ body }) => body)).size).toBe(1);
  expect(act.deliveries).toBe(3);
  await endpoint(slack, (response) => response.writeHead(500, { 'x-slack-no-retry': '1' }).end());
  const refused = slack.mention(user, 'class', 'hi');
  await expect(refused.acknowledged).rejects.toThrow('http_error');
  expect(refused.deliveries).toBe(1);
});

test('an event without an answer comes again for the timeout', async () => {
  const slack = await slackWith({ mode: 'http', retryAfter: [20] });
  const { heard } = await endpoint(slack, (response, { length }) => {
    if (length > 1) response.end();
  });
  const act = slack.mention(slack.user('a'), 'class', 'hi');
  await expect.poll(() => heard.length).toBe(1);
  slack.clock.advance(20);
  await act.acknowledged;
  expect(heard[1]?.headers).toMatchObject({ 'x-slack-retry-num': '1', 'x-slack-retry-reason': 'http_timeout' });
});

test('a command that fails, is late or finds nobody is not delivered again', async () => {
  const slack = await slackWith({ mode: 'http', retryAfter: [20] });
  const { heard } = await endpoint(slack, (response) => response.writeHead(500).end());
  const user = slack.user('a');
  await expect(slack.command(user, 'class', '/k8s').acknowledged).rejects.toThrow('http_error');
  const late = await endpoint(slack, () => undefined);
  const asked = slack.command(user, 'class', '/k8s');
  await expect.poll(() => late.heard.length).toBe(1);
  slack.clock.advance(TIME_TO_ACK);
  await expect(asked.acknowledged).rejects.toThrow('within three seconds');
  slack.deliverTo('http://127.0.0.1:1/');
  await expect(slack.command(user, 'class', '/k8s').acknowledged).rejects.toThrow('connection_failed');
  expect([heard.length, late.heard.length]).toEqual([1, 1]);
});

test('several endpoints take turns', async () => {
  const slack = await slackWith({ mode: 'http' });
  const [one, two] = [
    await endpoint(slack, (response) => response.end()),
    await endpoint(slack, (response) => response.end()),
  ];
  slack.deliverTo(one.url, two.url);
  const user = slack.user('a');
  for (let time = 0; time < 4; time++) await slack.command(user, 'class', '/k8s').acknowledged;
  expect([one.heard.length, two.heard.length]).toEqual([2, 2]);
});

test('the answer to a command may be text or a message, for the person or for all', async () => {
  const slack = await slackWith({ mode: 'http' });
  const answers = ['plain', '{"text":"all","response_type":"in_channel"}', '{"blocks":[{}]}'];
  await endpoint(slack, (response) => {
    const answer = answers.shift() ?? '';
    response.writeHead(200, { 'content-type': answer.startsWith('{') ? 'application/json' : 'text/plain' }).end(answer);
  });
  const user = slack.user('a');
  expect(await slack.command(user, 'class', '/k8s').message()).toMatchObject({ text: 'plain', ephemeralFor: user.id });
  expect(await slack.command(user, 'class', '/k8s').message()).toMatchObject({ text: 'all', ephemeralFor: undefined });
  await expect(slack.command(user, 'class', '/k8s').acknowledged).rejects.toThrow('not as Slack takes it');
});
