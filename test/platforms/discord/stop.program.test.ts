import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { createServer } from 'node:http';
import { join } from 'node:path';
import { describe, expect, type TestContext, test } from 'vitest';
import { WebSocketServer } from 'ws';
import { startDiscord } from '../../fakes/discord/server.ts';
import type { Interaction, LocalDiscord } from '../../fakes/discord/types.ts';
import { eventually } from '../../support/eventually.ts';
import { begin } from '../../support/running.ts';
import { sample } from '../../support/sample.ts';
import { ROOT } from '../../support/world.ts';

type Finished = TestContext['onTestFinished'];

const CALLBACK = /^\/interactions\//;
/** Milliseconds of Discord's clock, shorter than it waits for an answer. */
const ANSWERED = 1500;
const TOKEN = 'MTAwMDAwMDAwMDAwMDAwMDAw.GwRong.wrongwrongwrongwrongwrongwrongwrong';

async function connected(finished: Finished) {
  const discord = await startDiscord();
  finished(() => discord.close());
  const bot = begin({ DISCORD_TOKEN: discord.token, DISCORD_API_URL: discord.url }, finished);
  await bot.says('Connected to Discord');
  return { discord, bot, minsu: discord.user('민수', { locale: 'ko' }) };
}

/** Somebody asks, and the bot's answer is on its way until Discord's clock passes `ANSWERED`. */
async function inFlight({ discord, minsu }: Awaited<ReturnType<typeof connected>>): Promise<Interaction> {
  const waits = discord.fault({ path: CALLBACK, times: Number.POSITIVE_INFINITY }, { delay: ANSWERED });
  const asked = discord.slash(minsu, 'guild', 'k8s', { term: '파드' });
  await eventually(() => expect(waits.struck()).toBeGreaterThan(0));
  return asked;
}

/** Resolves once the bot has left: it has heard the signal. */
const left = ({ gateway }: LocalDiscord) => eventually(() => expect(gateway.connections).toEqual([]));

/** A REST API that knows of a gateway, and that gateway's port, where `greet` sees who comes. */
async function gatewayThat(
  greet: 'is silent' | 'refuses',
  finished: Finished,
): Promise<{ url: string; came: Promise<unknown> }> {
  const server = createServer((_, response) => {
    const { port } = server.address() as { port: number };
    const limit = { total: 1000, remaining: 1000, reset_after: 1, max_concurrency: 1 };
    response.setHeader('content-type', 'application/json');
    response.end(
      JSON.stringify({
        url: `ws://127.0.0.1:${greet === 'refuses' ? 1 : port}`,
        shards: 1,
        session_start_limit: limit,
      }),
    );
  });
  const sockets = new WebSocketServer({ server });
  const came = greet === 'refuses' ? once(server, 'request') : once(sockets, 'connection');
  await once(server.listen(0, '127.0.0.1'), 'listening');
  finished(() => {
    for (const socket of sockets.clients) socket.terminate();
    server.close().closeAllConnections();
  });
  const { port } = server.address() as { port: number };
  return { url: `http://127.0.0.1:${port}/api`, came };
}

const SIGNALS = ['SIGTERM', 'SIGINT'] as const;
const STARTS = SIGNALS.flatMap((signal) => (['is silent', 'refuses'] as const).map((greet) => ({ signal, greet })));

describe.concurrent('a signal', () => {
  test.for(sample(SIGNALS, 1))(
    'ends the bot with status 0, what is in flight first (%s)',
    async (signal, { onTestFinished }) => {
      const all = await connected(onTestFinished);
      const { discord, bot, minsu } = all;
      const asked = await inFlight(all);
      bot.signal(signal);
      await left(discord);
      discord.clock.advance(ANSWERED);
      const { status, stderr } = await bot.ended();
      expect(JSON.stringify(await asked.settled())).toContain('가장 작은 배포 단위');
      expect(discord.messages(discord.guild.channelId, minsu)).toEqual([asked.message]);
      expect(discord.gateway.connections).toEqual([]);
      for (const secret of [discord.token, asked.token, '파드']) expect(stderr).not.toContain(secret);
      expect(status).toBe(0);
    },
  );

  test.for(sample(STARTS, 2))(
    'ends the bot while its gateway $greet at the start ($signal)',
    async ({ signal, greet }, { onTestFinished }) => {
      const { url, came } = await gatewayThat(greet, onTestFinished);
      const bot = begin({ DISCORD_TOKEN: TOKEN, DISCORD_API_URL: url }, onTestFinished);
      await came;
      bot.signal(signal);
      const { status, stdout, stderr } = await bot.ended();
      expect({ status, stdout }).toEqual({ status: 0, stdout: '' });
      expect(stderr).not.toContain(TOKEN);
    },
  );
});

describe.concurrent('SIGTERM', () => {
  test('ends the bot while Discord is gone', async ({ onTestFinished }) => {
    const { discord, bot } = await connected(onTestFinished);
    await discord.close();
    bot.signal('SIGTERM');
    expect(await bot.ended()).toMatchObject({ status: 0 });
  });

  test('ends the bot while it resumes, and what was asked before is answered', async ({ onTestFinished }) => {
    const all = await connected(onTestFinished);
    const { discord, bot, minsu } = all;
    const asked = await inFlight(all);
    discord.gateway.drop();
    bot.signal('SIGTERM');
    discord.clock.advance(ANSWERED);
    expect(await bot.ended()).toMatchObject({ status: 0 });
    expect(discord.messages(discord.guild.channelId, minsu)).toEqual([await asked.settled()]);
  });

  test('twice does not wait for what is in flight', async ({ onTestFinished }) => {
    const all = await connected(onTestFinished);
    const { discord, bot } = all;
    await inFlight(all);
    bot.signal('SIGTERM');
    await left(discord);
    bot.signal('SIGTERM');
    expect(await bot.ended()).toMatchObject({ status: 1 });
  });
});

test('npm passes a signal on to the shell alone; the bot ends when that shell is gone', async ({ onTestFinished }) => {
  const discord = await startDiscord();
  onTestFinished(() => discord.close());
  const env = { PATH: process.env.PATH, DISCORD_TOKEN: discord.token, DISCORD_API_URL: discord.url };
  // A shell that waits for the bot, as npm's does.
  const script = `"${process.execPath}" "${join(ROOT, 'src/launch.mjs')}"; true`;
  const shell = spawn('sh', ['-c', script], { env: { ...env, npm_lifecycle_event: 'start' }, stdio: 'ignore' });
  onTestFinished(() => void shell.kill('SIGKILL'));
  await eventually(() => expect(discord.gateway.connections).toHaveLength(1));
  shell.kill('SIGTERM');
  await left(discord);
});
