import { expect, test } from 'vitest';
import { boltOn, call, post, slackWith, webClient } from './clients.ts';

test('a fault strikes as often as told, by the method', async () => {
  const slack = await slackWith();
  slack.fault({ method: /^auth/, times: 2 }, { error: 'fatal_error' });
  const errors = [];
  for (const method of ['api.test', 'auth.test', 'auth.test', 'auth.test'])
    errors.push((await call(slack, method)).error);
  expect(errors).toEqual([undefined, 'fatal_error', 'fatal_error', undefined]);
});

test('faults before the effect have none, and those after it have', async () => {
  const slack = await slackWith();
  const user = slack.user('a');
  const channel = slack.channelId(user, 'class');
  const client = webClient(slack);
  const say = () => client.chat.postMessage({ channel, text: 'x' });
  const count = () => slack.messages(channel).length;
  const before = count();
  const method = /^chat\.postMessage$/;
  slack.fault({ method }, { status: 503, body: 'down' });
  await expect(say()).rejects.toThrow('503');
  slack.fault({ method }, { drop: 'before' });
  await expect(say()).rejects.toThrow('A request error occurred');
  slack.fault({ method }, { retryAfter: 7 });
  const limited = await fetch(`${slack.url}chat.postMessage`, { method: 'POST' });
  expect([limited.status, limited.headers.get('retry-after'), await limited.json()]).toEqual([
    429,
    '7',
    { ok: false, error: 'ratelimited' },
  ]);
  expect(count()).toBe(before);
  slack.fault({ method }, { statusAfter: 500 });
  await expect(say()).rejects.toThrow('500');
  slack.fault({ method }, { drop: 'after', clean: true });
  await expect(say()).rejects.toThrow('A request error occurred');
  expect(count()).toBe(before + 2);
  const waits = slack.fault({ method }, { delay: 20 });
  const late = say();
  await expect.poll(() => waits.struck()).toBe(1);
  expect(count()).toBe(before + 2);
  slack.clock.advance(20);
  await late;
  expect(slack.requests.filter((one) => one.method === 'chat.postMessage').map(({ status }) => status)).toEqual([
    503, 0, 429, 500, 0, 200,
  ]);
});

test('response_urls and uploads have faults too', async () => {
  const slack = await slackWith();
  const urls: string[] = [];
  await boltOn(slack, (bolt) =>
    bolt.command('/k8s', async ({ ack, command }) => {
      urls.push(command.response_url);
      await ack();
    }),
  );
  await slack.command(slack.user('a'), 'class', '/k8s').acknowledged;
  slack.fault({ method: /^response_url$/ }, { statusAfter: 500 });
  slack.fault({ method: /^upload$/ }, { status: 502 });
  expect((await post(urls[0] ?? '', { text: 'x' })).status).toBe(500);
  const { upload_url } = await call(slack, 'files.getUploadURLExternal', { filename: 'x', length: 1 });
  expect((await fetch(String(upload_url), { method: 'POST', body: 'x' })).status).toBe(502);
});

test('rate limits are kept when asked for: a message a second in a channel, and a tier a minute', async () => {
  let now = 1_800_000_000_000;
  const slack = await slackWith({ rateLimits: true, now: () => now });
  const user = slack.user('a');
  const say = (channel: string) => call(slack, 'chat.postMessage', { channel, text: 'x' });
  const [here, there] = [slack.channelId(user, 'class'), slack.channelId(user, 'dm')];
  const both = await Promise.all([say(here), say(here)]);
  expect(both.map(({ error }) => String(error)).sort()).toEqual(['ratelimited', 'undefined']);
  expect(await say(there)).toMatchObject({ ok: true });
  now += 1000;
  expect(await say(here)).toMatchObject({ ok: true });
  const open = () => call(slack, 'apps.connections.open', {}, slack.appToken);
  const answers = [];
  for (let time = 0; time < 4; time++) answers.push((await open()).ok);
  expect(answers).toEqual([true, true, true, false]);
});

test('calls are recorded with decoded arguments and their answers, unless told not to', async () => {
  const slack = await slackWith();
  const channel = slack.channelId(slack.user('a'), 'class');
  await call(slack, 'chat.postMessage', { channel, text: 'x', metadata: { event_type: 'a', event_payload: {} } });
  expect(slack.requests).toMatchObject([
    {
      method: 'chat.postMessage',
      status: 200,
      args: { channel, text: 'x', metadata: { event_type: 'a', event_payload: {} } },
      answer: { ok: true, channel },
      token: slack.botToken,
    },
  ]);
  const quiet = await slackWith({ record: false });
  await call(quiet, 'api.test');
  expect(quiet.requests).toEqual([]);
});
