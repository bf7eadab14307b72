import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, onTestFinished, test } from 'vitest';
import { startDiscord } from './fakes/discord/server.ts';
import { startSlack } from './fakes/slack/server.ts';
import { termFile } from './support/content.ts';
import { eventually } from './support/eventually.ts';
import { readExposition } from './support/exposition.ts';
import { freePort } from './support/ports.ts';
import { begin } from './support/running.ts';
import { SERVERS } from './support/store/engines.ts';
import { proxyTo } from './support/store/proxy.ts';
import { folderOf } from './support/world.ts';

const UP = 'store: ok\nslack: ok\n';

const TOKEN = 'open-sesame';
const BEARER = { Authorization: `Bearer ${TOKEN}` };

async function slackHere() {
  const slack = await startSlack();
  onTestFinished(() => slack.close());
  const env = { SLACK_BOT_TOKEN: slack.botToken, SLACK_APP_TOKEN: slack.appToken, SLACK_API_URL: slack.url };
  return { slack, env };
}

/** The real bot in Slack, as an operator runs it: figures are for who bears the token. */
async function running(more: Readonly<Record<string, string>>) {
  const { slack, env } = await slackHere();
  const port = await freePort();
  const bot = begin({ ...env, PORT: `${port}`, ...more }, onTestFinished);
  await bot.says('Connected to Slack');
  const get = async (path: string, method = 'GET', headers: Record<string, string> = {}) => {
    const response = await fetch(`http://127.0.0.1:${port}${path}`, { method, headers });
    return { status: response.status, text: await response.text() };
  };
  const figures = async () => readExposition((await get('/metrics', 'GET', BEARER)).text);
  return { slack, bot, get, figures };
}

test('/metrics tells what was asked and stored, and nothing of who or what, to who bears METRICS_TOKEN', async () => {
  const { slack, bot, get, figures } = await running({ METRICS_TOKEN: TOKEN });
  expect((await get('/metrics')).status).toBe(401);
  expect((await get('/metrics', 'GET', { Authorization: 'Bearer closed-sesame' })).status).toBe(401);
  const minsu = slack.user('민수', { locale: 'ko-KR' });
  await slack.command(minsu, 'class', '/ask 파드').message();
  await slack.command(minsu, 'class', '/quiz').message();
  await eventually(async () => {
    const all = await figures();
    const count = (family: string, key: string) => all.get(family)?.samples.get(`${family}${key}`);
    expect(count('dosirak_interactions_total', '{command="k8s",outcome="answered"}')).toBe(1);
    expect(count('dosirak_interactions_total', '{command="quiz",outcome="answered"}')).toBe(1);
    const seconds = 'dosirak_interaction_duration_seconds';
    expect(all.get(seconds)?.samples.get(`${seconds}_count{command="k8s"}`)).toBe(1);
    const stored = all.get('dosirak_store_operation_duration_seconds')?.samples;
    expect(
      stored?.get('dosirak_store_operation_duration_seconds_count{operation="record",outcome="done"}'),
    ).toBeGreaterThan(0);
    expect(count('dosirak_notes_queued', '')).toBe(0);
  });
  const { text } = await get('/metrics', 'GET', BEARER);
  for (const secret of ['파드', minsu.id, '민수', slack.botToken, slack.appToken]) expect(text).not.toContain(secret);
  expect((await get('/metrics', 'POST', BEARER)).status).toBe(405);
  expect(await get('/readyz')).toEqual({ status: 200, text: UP });
  bot.signal('SIGTERM');
  const { status, stdout, stderr } = await bot.ended();
  expect(status).toBe(0);
  expect(text + stdout + stderr).not.toContain('sesame');
});

test('/readyz has a line a platform, and names the one from which nothing arrives until it does again; /metrics counts pictures', async () => {
  const discord = await startDiscord({ identifyEvery: 0 });
  onTestFinished(() => discord.close());
  const env = { METRICS_TOKEN: TOKEN, DISCORD_TOKEN: discord.token, DISCORD_API_URL: discord.url };
  const { slack, get, figures } = await running(env);
  const up = { status: 200, text: 'store: ok\ndiscord: ok\nslack: ok\n' };
  expect(await get('/readyz')).toEqual(up);
  await discord.slash(discord.user('지수'), 'guild', 'card', {}).settled();
  const drawn = (await figures()).get('dosirak_pictures_total')?.samples.get('dosirak_pictures_total{outcome="drawn"}');
  expect(drawn).toBe(1);
  slack.socket.refuse(true);
  slack.socket.drop();
  const deaf = { status: 503, text: 'store: ok\ndiscord: ok\nslack: no events arrive\n' };
  await eventually(async () => expect(await get('/readyz')).toEqual(deaf));
  expect(await get('/healthz')).toEqual({ status: 200, text: 'ok\n' });
  slack.socket.refuse(false);
  await eventually(async () => expect(await get('/readyz')).toEqual(up));
});

test('what is saved is taught by the process that runs, and /metrics counts it', async () => {
  const folder = folderOf({ 'loop.md': termFile('loop') });
  const { slack, bot, figures } = await running({ METRICS_TOKEN: TOKEN, CONTENT_DIR: folder });
  const minsu = slack.user('민수', { locale: 'ko-KR' });
  const ask = async (): Promise<string> => (await slack.command(minsu, 'class', '/ask 개념 loop').message()).text;
  const count = async (key: string) => {
    const family = key.replace(/\{.*/, '');
    return (await figures()).get(family)?.samples.get(key);
  };
  expect(await ask()).toContain('뜻이에요.');
  writeFileSync(join(folder, 'loop.md'), termFile('loop').replace('뜻이에요.', '다른 뜻이에요.'));
  await eventually(async () => expect(await ask()).toContain('다른 뜻이에요.'));
  expect(await count('dosirak_content_reloads_total{outcome="taught"}')).toBe(1);
  writeFileSync(join(folder, 'loop.md'), '---\nid: lo');
  await eventually(async () => expect(await count('dosirak_content_reloads_total{outcome="taught"}')).toBe(2));
  expect(await count('dosirak_content_problems')).toBe(1);
  expect(await count('dosirak_content_refused_files')).toBe(1);
  expect(await ask()).toContain('다른 뜻이에요.');
  bot.signal('SIGTERM');
  const { status, stderr } = await bot.ended();
  expect(status).toBe(0);
  expect(stderr).toContain('loop.md');
});

describe.each(SERVERS)('with a PostgreSQL that goes away', ({ place }) => {
  test.each([
    ['away', 'cannot be reached'],
    ['silent', 'does not answer'],
  ] as const)('(%s) /readyz says so at once, and when it is back', async (state, said) => {
    const { address } = await place();
    const proxy = await proxyTo(address.url);
    const { slack, bot, get, figures } = await running({ METRICS_TOKEN: TOKEN, DATABASE_URL: proxy.url });
    expect(await get('/readyz')).toEqual({ status: 200, text: UP });
    await proxy.set(state);
    const down = { status: 503, text: `store: ${said}\nslack: ok\n` };
    // The first may still hear of a connection that was cut off.
    await eventually(async () => expect(await get('/readyz')).toEqual(down));
    expect((await get('/healthz')).status).toBe(200);
    const minsu = slack.user('민수', { locale: 'ko-KR' });
    expect((await slack.command(minsu, 'class', '/ask 파드').message()).text).toContain('가장 작은 배포 단위');
    const queued = async () => (await figures()).get('dosirak_notes_queued')?.samples.get('dosirak_notes_queued');
    expect(await queued()).toBe(1);
    await proxy.set('there');
    await eventually(async () => expect(await get('/readyz')).toEqual({ status: 200, text: UP }));
    await eventually(async () => expect(await queued()).toBe(0));
    bot.signal('SIGTERM');
    const { status, stderr } = await bot.ended();
    expect(status).toBe(0);
    expect(stderr).toContain('not ready');
    expect(stderr).not.toContain(new URL(address.url).password);
  });
});
