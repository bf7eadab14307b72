import { expect, test } from 'vitest';
import { actions, boltOn, button, call, post, slackWith } from './clients.ts';
import type { LocalSlack } from './types.ts';

/** The response_urls of the acts, in order. */
async function urlsOf(slack: LocalSlack): Promise<string[]> {
  const urls: string[] = [];
  await boltOn(slack, (bolt) => {
    bolt.command(/.*/, async ({ ack, command }) => {
      urls.push(command.response_url);
      await ack();
    });
    bolt.action(/.*/, async ({ ack, body }) => {
      if ('response_url' in body) urls.push(String(body.response_url));
      await ack();
    });
  });
  return urls;
}

async function pressed(slack: LocalSlack, thread_ts?: string) {
  const urls = await urlsOf(slack);
  const user = slack.user('a');
  const channel = slack.channelId(user, 'class');
  const blocks = [actions(button('Go', 'go'))];
  await call(slack, 'chat.postMessage', { channel, text: 'x', blocks, ...(thread_ts ? { thread_ts } : {}) });
  const message = slack.messages(channel).at(-1);
  if (!message) throw new Error('No message');
  const act = slack.press(user, message, { label: 'Go' });
  await act.acknowledged;
  return { user, channel, message, act, url: urls[0] ?? '' };
}

test('it takes five posts within thirty minutes', async () => {
  let now = 1_800_000_000_000;
  const slack = await slackWith({ now: () => now });
  const urls = await urlsOf(slack);
  const user = slack.user('a');
  const act = slack.command(user, 'class', '/k8s');
  await act.acknowledged;
  const [url = ''] = urls;
  expect(await post(url, {})).toEqual({ status: 400, body: '{"ok":false,"error":"no_text"}' });
  expect((await post(url, { blocks: [{ type: 'nonsense' }] })).body).toContain('invalid_blocks');
  for (let time = 1; time <= 5; time++)
    expect(await post(url, { text: `${time}` })).toEqual({ status: 200, body: 'ok' });
  expect(await post(url, { text: '6' })).toEqual({ status: 404, body: '{"ok":false,"error":"used_url"}' });
  expect(act.responses).toHaveLength(5);
  await slack.command(user, 'class', '/k8s').acknowledged;
  now += 30 * 60_000 + 1;
  expect(await post(urls[1] ?? '', { text: 'x' })).toEqual({ status: 404, body: '{"ok":false,"error":"expired_url"}' });
  expect((await post(`${url}x`, { text: 'x' })).status).toBe(404);
  expect(slack.requests.filter(({ method }) => method === 'response_url').map(({ status }) => status)).toEqual([
    400, 400, 200, 200, 200, 200, 200, 404, 404, 404,
  ]);
});

test('of a command there is no original: what replaces is posted anew', async () => {
  const slack = await slackWith();
  const urls = await urlsOf(slack);
  const user = slack.user('a');
  await slack.command(user, 'class', '/k8s').acknowledged;
  const [url = ''] = urls;
  await post(url, { text: 'one' });
  await post(url, { text: 'two', replace_original: true });
  await post(url, { delete_original: true });
  const texts = slack.messages(slack.channelId(user, 'class'), user).map(({ text }) => text);
  expect(texts).toEqual(['lesson', 'one', 'two']);
});

test('a message that was used is replaced or deleted; what is left out is gone', async () => {
  const slack = await slackWith();
  const { message, url, act } = await pressed(slack);
  expect(await post(url, { replace_original: true, text: 'two' })).toEqual({ status: 200, body: '{"ok":true}' });
  expect(message).toMatchObject({ text: 'two', blocks: [], edits: 1 });
  expect(await act.message()).toBe(message);
  await post(url, { delete_original: 'true' });
  expect(message.deleted).toBe(true);
  expect((await post(url, { replace_original: true, text: 'x' })).body).toContain('message_not_found');
});

test('not told to replace, a text is for the person, and one for all overwrites what was used', async () => {
  const slack = await slackWith();
  const { user, channel, message, url } = await pressed(slack);
  await post(url, { text: 'for you' });
  expect(slack.messages(channel, user).at(-1)).toMatchObject({ text: 'for you', ephemeralFor: user.id });
  await post(url, { text: 'for all', response_type: 'in_channel', replace_original: false });
  expect(slack.messages(channel).at(-1)).toMatchObject({ text: 'for all', ephemeralFor: undefined });
  expect(message.text).toBe('x');
  await post(url, { text: 'over it', response_type: 'in_channel' });
  expect(message.text).toBe('over it');
});

test('only a message for all goes into a thread', async () => {
  const slack = await slackWith();
  const thread_ts = slack.threadTs;
  const { user, channel, url } = await pressed(slack, thread_ts);
  await post(url, { text: 'one', thread_ts });
  await post(url, { text: 'two', thread_ts, response_type: 'in_channel', replace_original: false });
  const threads = slack
    .messages(channel, user)
    .slice(-2)
    .map(({ text, threadTs }) => [text, threadTs]);
  expect(threads).toEqual([
    ['one', undefined],
    ['two', thread_ts],
  ]);
});
