import { expect, test } from 'vitest';
import { call, slackWith, webClient } from './clients.ts';
import { object, text } from './json.ts';
import type { LocalSlack } from './types.ts';

const png = Buffer.from('89504e470d0a1a0a', 'hex');

async function uploaded(slack: LocalSlack, more: object = {}) {
  const announced = await call(slack, 'files.getUploadURLExternal', {
    filename: 'card.png',
    length: png.length,
    ...more,
  });
  const response = await fetch(text(announced.upload_url), { method: 'POST', body: png });
  return { id: text(announced.file_id), url: text(announced.upload_url), response };
}

const complete = (slack: LocalSlack, id: string, more: object = {}) =>
  call(slack, 'files.completeUploadExternal', { files: [{ id, title: 'Card' }], ...more });

const image = (id: string) => ({ type: 'image', alt_text: 'a card', slack_file: { id } });

test('a file is announced, uploaded and completed, and then shown by a block', async () => {
  const slack = await slackWith();
  const channel = slack.channelId(slack.user('a'), 'class');
  const { id, response } = await uploaded(slack, { alt_txt: 'a card' });
  expect([response.status, await response.text()]).toEqual([200, `OK - ${png.length}`]);
  const say = () => call(slack, 'chat.postMessage', { channel, text: 'x', blocks: [image(id)] });
  expect(await say()).toMatchObject({ error: 'invalid_blocks' });
  const files = object(((await complete(slack, id)).files as object[])[0]);
  expect(files).toMatchObject({ id, title: 'Card', size: png.length, channels: [], alt_txt: 'a card' });
  expect(await say()).toMatchObject({ ok: true });
  const message = slack.messages(channel).at(-1);
  expect(message?.files).toMatchObject([{ id, name: 'card.png', altText: 'a card' }]);
  expect(Buffer.from(message?.files[0]?.data ?? [])).toEqual(png);
  expect(slack.requests.map(({ method }) => method)).toContain('upload');
});

test('steps out of order, and lengths that differ, are refused', async () => {
  const slack = await slackWith();
  const announced = await call(slack, 'files.getUploadURLExternal', { filename: 'card.png', length: 3 });
  expect(await complete(slack, text(announced.file_id))).toEqual({ ok: false, error: 'file_not_found' });
  const wrong = await fetch(text(announced.upload_url), { method: 'POST', body: png });
  expect(wrong.status).toBe(400);
  expect((await fetch(`${text(announced.upload_url)}x`, { method: 'POST', body: png })).status).toBe(404);
  expect(await complete(slack, 'F404')).toEqual({ ok: false, error: 'file_not_found' });
  expect(await call(slack, 'files.completeUploadExternal', { files: [] })).toMatchObject({
    error: 'invalid_arguments',
  });
  expect(await call(slack, 'files.getUploadURLExternal', { length: 3 })).toMatchObject({ error: 'invalid_arguments' });
  expect(await call(slack, 'files.getUploadURLExternal', { filename: 'x' })).toMatchObject({
    error: 'invalid_arguments',
  });
  const { id, url } = await uploaded(slack);
  await complete(slack, id);
  expect(await complete(slack, id)).toEqual({ ok: false, error: 'file_not_found' });
  expect((await fetch(url, { method: 'POST', body: png })).status).toBe(404);
});

test('completed with a channel, it is a message there', async () => {
  const slack = await slackWith();
  const user = slack.user('a');
  const channel = slack.channelId(user, 'class');
  const { id } = await uploaded(slack);
  const more = { channel_id: channel, initial_comment: 'look', thread_ts: slack.threadTs };
  expect(await complete(slack, id, more)).toMatchObject({ files: [{ channels: [channel] }] });
  expect(slack.messages(channel).at(-1)).toMatchObject({ text: 'look', threadTs: slack.threadTs, files: [{ id }] });
  const { messages } = await call(slack, 'conversations.replies', { channel, ts: slack.threadTs });
  expect((messages as object[]).at(-1)).toMatchObject({ files: [{ id, title: 'Card' }] });
  const other = await uploaded(slack);
  expect(await complete(slack, other.id, { channel_id: slack.channelId(user, 'outside') })).toEqual({
    ok: false,
    error: 'not_in_channel',
  });
});

test('the real client uploads by itself', async () => {
  const slack = await slackWith();
  const channel = slack.channelId(slack.user('a'), 'class');
  await webClient(slack).files.uploadV2({ channel_id: channel, file: png, filename: 'card.png', alt_text: 'a card' });
  const [file] = slack.messages(channel).at(-1)?.files ?? [];
  expect(file).toMatchObject({ name: 'card.png', altText: 'a card' });
  expect(Buffer.from(file?.data ?? [])).toEqual(png);
});

test('its bytes and what is known of it are for whoever has the token', async () => {
  const slack = await slackWith();
  const { id } = await uploaded(slack);
  expect(await call(slack, 'files.info', { file: id })).toEqual({ ok: false, error: 'file_not_found' });
  await complete(slack, id);
  const { file } = await call(slack, 'files.info', { file: id });
  expect(file).toMatchObject({ id, name: 'card.png', mimetype: 'image/png' });
  const url = text(object(file).url_private);
  const got = await fetch(url, { headers: { authorization: `Bearer ${slack.botToken}` } });
  expect(Buffer.from(await got.arrayBuffer())).toEqual(png);
  expect((await fetch(url, { redirect: 'manual' })).status).toBe(302);
});

test('while Slack looks at a file, blocks cannot show it', async () => {
  let now = 1_800_000_000_000;
  const slack = await slackWith({ processing: 2000, now: () => now });
  const channel = slack.channelId(slack.user('a'), 'class');
  const { id } = await uploaded(slack);
  await complete(slack, id);
  const say = () => call(slack, 'chat.postMessage', { channel, text: 'x', blocks: [image(id)] });
  now += 1999;
  expect(await say()).toMatchObject({ errors: ['invalid slack file [json-pointer:/blocks/0/slack_file]'] });
  now += 1;
  expect(await say()).toMatchObject({ ok: true });
});

test('a file that a person shares is given for the token alone, and to no app that may not read files', async () => {
  const slack = await slackWith();
  const minsu = slack.user('민수');
  const [file] = slack.say(minsu, 'class', '', [{ name: 'web.yaml', data: 'kind: Pod' }]).files;
  const url = file?.urlPrivate ?? expect.fail('no file');
  const get = (token?: string) =>
    fetch(url, { redirect: 'manual', headers: token === undefined ? {} : { authorization: `Bearer ${token}` } });
  expect(await (await get(slack.botToken)).text()).toBe('kind: Pod');
  expect((await get()).status).toBe(302);
  slack.revoke({ scope: 'files:read' });
  expect((await get(slack.botToken)).status).toBe(302);
  expect(await (await fetch(url)).text()).toContain('Sign in');
  expect(await call(slack, 'files.info', { file: file?.id })).toMatchObject({ error: 'missing_scope' });
});
