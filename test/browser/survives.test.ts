import { once } from 'node:events';
import { join as pathOf } from 'node:path';
import { expect, onTestFinished, test } from 'vitest';
import { startDiscord } from '../fakes/discord/server.ts';
import { eventually } from '../support/eventually.ts';
import { freePort } from '../support/ports.ts';
import { hear, start } from '../support/process.ts';
import { said } from '../support/seen.ts';
import { beginLive, join } from './people.ts';
import { everyType, everyTypes, newFolder } from './program.ts';
import { told, withoutStreams } from './told.ts';
import { theBrowser, visit, WALL } from './visit.ts';

/** MANAGE_GUILD (https://docs.discord.com/developers/topics/permissions). */
const MANAGER = '32';

/** The program with a token, on a port and a database that it has again after a restart. */
async function openClass() {
  const discord = await startDiscord({ identifyEvery: 0 });
  onTestFinished(() => discord.close());
  const port = await freePort();
  const url = `http://127.0.0.1:${port}`;
  const env = {
    ...{ DISCORD_TOKEN: discord.token, DISCORD_API_URL: discord.url, DOSIRAK_LOCALE: 'ko', WEB: 'on' },
    ...{ PORT: String(port), PUBLIC_URL: url, DATABASE_URL: pathOf(newFolder(), 'dosirak.db') },
    CONTENT_DIR: newFolder(everyType()),
  };
  const begin = async () => {
    const bot = start([], { env });
    onTestFinished(() => void bot.kill('SIGKILL'));
    const heard = hear(bot);
    await eventually(() => expect(heard.stdout, heard.stderr).toContain('Discord'), 50);
    return bot;
  };
  const teacher = discord.user('김선생', { locale: 'ko', permissions: MANAGER });
  return { discord, url, begin, teacher };
}

test('after the server was killed each page comes back by itself, with the question and the way to answer it', async () => {
  const { discord, url, begin, teacher } = await openClass();
  const first = await begin();
  await discord
    .slash(teacher, 'guild', 'class setup', { channel: discord.guild.channelId, time: '9시', days: '평일' })
    .settled();
  const started = await discord
    .slash(teacher, 'guild', 'live start', { topic: 'a', count: 2, seconds: 300, auto: 'manual' })
    .settled();
  await discord.slash(teacher, 'guild', 'live pause').settled();
  const words = said(started);
  const wallAddress = /http\S+\/screen/.exec(words)?.[0] ?? '';
  const wall = await visit({ url }, wallAddress, { viewport: WALL, losesServer: true });
  const code = ((await wall.page.locator('aside .code').textContent()) ?? '').replace(/\D/g, '');
  const minsu = await join({ url, link: '' }, code, '민수', { losesServer: true });
  await discord.slash(teacher, 'guild', 'live next').settled();
  for (const { page } of [wall, minsu]) await page.locator('body[data-scene=ask]').waitFor();
  first.kill('SIGKILL');
  await once(first, 'close');
  for (const { page } of [wall, minsu]) await page.locator('.connection.shown').waitFor();
  // What is shown stays meanwhile.
  expect(await minsu.page.locator('#live form').count()).toBeGreaterThan(0);
  await begin();
  for (const { page } of [wall, minsu]) await page.locator('.connection:not(.shown)').waitFor({ state: 'attached' });
  await minsu.page.locator('#live').getByRole('button', { name: '모르겠어요' }).click();
  await minsu.page.locator('#own .reply').waitFor();
  await wall.page.locator('#live', { hasText: '1명이 답했어요' }).waitFor();
  await discord.slash(teacher, 'guild', 'live next').settled();
  for (const { page } of [wall, minsu]) await page.locator('body[data-scene=tell]').waitFor();
});

test('an old page loads itself anew once the server is of another version', async () => {
  const program = await everyTypes();
  const { wallAddress } = await beginLive(program, 'a 1개');
  const context = await (await theBrowser()).newContext({ viewport: WALL, locale: 'ko-KR' });
  onTestFinished(() => context.close());
  await withoutStreams(context);
  const page = await context.newPage();
  await page.goto(wallAddress);
  const version = await page.locator('body').getAttribute('data-version');
  await told(page, { name: 'hello', data: { version, now: Date.now() } });
  expect(await page.locator('.connection').getAttribute('class')).not.toContain('shown');
  const words = await page.locator('body').getAttribute('data-new-version');
  await page.evaluate('globalThis.old = true');
  await told(page, { name: 'hello', data: { version: 'another', now: Date.now() } });
  expect(await page.locator('.connection.shown').textContent()).toBe(words);
  await page.waitForFunction(() => !('old' in window) && document.body?.dataset.version !== undefined);
});
