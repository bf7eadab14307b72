import { expect, onTestFinished, test } from 'vitest';
import { startDiscord } from './server.ts';
import type { Json, LocalDiscord } from './types.ts';

async function opened() {
  const discord = await startDiscord({ rateLimits: false });
  onTestFinished(() => discord.close());
  return { discord, channel: discord.channel('a') };
}

async function ask({ url, token }: LocalDiscord, method: string, path: string, body?: object | FormData) {
  const isForm = body instanceof FormData;
  const response = await fetch(`${url}/v10${path}`, {
    method,
    headers: { authorization: `Bot ${token}`, ...(body && !isForm ? { 'content-type': 'application/json' } : {}) },
    ...(body ? { body: isForm ? body : JSON.stringify(body) } : {}),
  });
  return { status: response.status, body: (await response.json()) as Json & Json[] };
}

const say = (discord: LocalDiscord, channel: string, more: object = {}) =>
  ask(discord, 'POST', `/channels/${channel}/messages`, { content: 'x', ...more });
const read = (discord: LocalDiscord, channel: string, query = '') =>
  ask(discord, 'GET', `/channels/${channel}/messages${query}`);

test('what the bot may not do in a channel is refused by its code, and a history that is hidden is empty', async () => {
  const { discord, channel } = await opened();
  await say(discord, channel);
  const look = () => ask(discord, 'GET', `/channels/${channel}`);
  discord.allow(channel, 'no writing');
  expect(await say(discord, channel)).toMatchObject({ status: 403, body: { code: 50013 } });
  discord.allow(channel, 'no history');
  const { body } = await say(discord, channel);
  expect(await read(discord, channel)).toEqual({ status: 200, body: [] });
  expect((await look()).body).toMatchObject({ last_message_id: body.id });
  discord.allow(channel, 'nothing');
  for (const refused of [await say(discord, channel), await read(discord, channel), await look()])
    expect(refused).toMatchObject({ status: 403, body: { code: 50001 } });
  discord.deleteChannel(channel);
  expect(await say(discord, channel)).toMatchObject({ status: 404, body: { code: 10003 } });
});

test('direct messages that are refused are refused by their code', async () => {
  const { discord } = await opened();
  const user = discord.user('kim');
  discord.refuseDirect(user);
  const { body } = await ask(discord, 'POST', '/users/@me/channels', { recipient_id: user.id });
  expect(await say(discord, String(body.id))).toMatchObject({ status: 403, body: { code: 50007 } });
});

test('the history has pages of 100, newest first, with what people wrote, and tells no nonce', async () => {
  const { discord, channel } = await opened();
  expect((await say(discord, channel, { nonce: 'n1', enforce_nonce: true })).body.nonce).toBe('n1');
  const user = discord.user('kim');
  for (let i = 0; i < 150; i++) discord.say(user, channel, String(i));
  const first = (await read(discord, channel, '?limit=100')).body;
  expect(first).toHaveLength(100);
  expect(first[0]).toMatchObject({ content: '149', author: { id: user.id } });
  const rest = (await read(discord, channel, `?limit=100&before=${first.at(-1)?.id}`)).body;
  expect(rest).toHaveLength(51);
  expect(rest.at(-1)).toMatchObject({ content: 'x', author: { id: discord.botId } });
  expect(rest.at(-1)).not.toHaveProperty('nonce');
  const after = (await read(discord, channel, `?limit=2&after=${rest.at(-1)?.id}`)).body;
  expect(after.map(({ content }) => content)).toEqual(['1', '0']);
});

test('an edit keeps attachments that it does not name, and may show them again by their names', async () => {
  const { discord, channel } = await opened();
  const show = (name: string) => ({
    flags: 1 << 15,
    components: [{ type: 12, items: [{ media: { url: `attachment://${name}` } }] }],
  });
  const form = new FormData();
  form.set('payload_json', JSON.stringify(show('card.png')));
  form.set('files[0]', new Blob([new Uint8Array(8)], { type: 'image/png' }), 'card.png');
  const { body } = await ask(discord, 'POST', `/channels/${channel}/messages`, form);
  const edit = (change: object) => ask(discord, 'PATCH', `/channels/${channel}/messages/${body.id}`, change);
  expect((await edit(show('card.png'))).status).toBe(200);
  const [message] = discord.messages(channel);
  expect(message?.attachments).toHaveLength(1);
  expect(JSON.stringify(message?.components)).toContain(message?.attachments[0]?.url);
  expect(await edit(show('other.png'))).toMatchObject({ status: 400, body: { code: 50035 } });
  expect(await edit({ ...show('card.png'), attachments: [] })).toMatchObject({ status: 400 });
  const other = discord.say(discord.user('kim'), channel, 'mine');
  expect(await ask(discord, 'PATCH', `/channels/${channel}/messages/${other.id}`, { content: 'y' })).toMatchObject({
    status: 403,
    body: { code: 50005 },
  });
});

test('a group, and a server without the bot, are seen by what a person has brought the app to alone', async () => {
  const { discord } = await opened();
  const [minsu, ann] = [discord.user('minsu', { installed: true }), discord.user('ann')];
  const body = [
    { name: 'all', description: 'x', integration_types: [0, 1], contexts: [0, 1, 2] },
    { name: 'here', description: 'x', integration_types: [0], contexts: [0] },
  ];
  const path = `/applications/${discord.applicationId}/commands`;
  expect((await ask(discord, 'PUT', path, body)).status).toBe(200);
  for (const where of ['group', 'elsewhere'] as const) {
    expect(() => discord.slash(ann, where, 'all')).toThrow('not for an installation');
    expect(() => discord.slash(minsu, where, 'here')).toThrow('is not for');
    expect(discord.slash(minsu, where, 'all').message).toBeUndefined();
    // The bot is in neither: it may only answer.
    expect(await say(discord, discord.channelId(minsu, where))).toMatchObject({ status: 403, body: { code: 50001 } });
  }
  expect(() => discord.slash(minsu, 'dm', 'here')).toThrow('is not for');
  for (const where of ['guild', 'dm'] as const) expect(discord.slash(ann, where, 'all').message).toBeUndefined();
});
