import { expect, type TestContext, test } from 'vitest';
import { startDiscord } from '../../fakes/discord/server.ts';
import { eventually } from '../../support/eventually.ts';
import { run } from '../../support/process.ts';
import { begin } from '../../support/running.ts';
import { sample } from '../../support/sample.ts';

async function discordFor(finished: TestContext['onTestFinished'], shards = 2) {
  const discord = await startDiscord({ shards, identifyEvery: 0 });
  finished(() => discord.close());
  return { discord, env: { DISCORD_TOKEN: discord.token, DISCORD_API_URL: discord.url } };
}

test.concurrent('one process a shard: each answers its own, a lost one comes back, one signal ends all', async ({
  onTestFinished,
}) => {
  const { discord, env } = await discordFor(onTestFinished);
  const bot = begin(env, onTestFinished, ['shards']);
  expect(await bot.says('2 processes')).toBe('Connected to Discord with 2 processes, one per shard.\n');
  const shards = () => discord.gateway.connections.map(({ shard }) => shard.join('/')).sort();
  expect(shards()).toEqual(['0/2', '1/2']);
  const minsu = discord.user('민수', { locale: 'ko' });
  const answers = async () => {
    for (const where of ['guild', 'thread', 'dm'] as const) {
      const asked = discord.slash(minsu, where, 'k8s', { term: '파드' });
      expect((await asked.settled()).ephemeral).toBe(true);
    }
  };
  await answers();
  expect(discord.messages(discord.guild.channelId, minsu)).toHaveLength(1);
  expect(discord.requests.filter(({ method }) => method === 'PUT')).toHaveLength(1);

  // Discord closes both for good; their processes end, and others take their place.
  discord.gateway.drop(4014);
  await eventually(() => expect(shards()).toEqual(['0/2', '1/2']));
  await answers();
  expect(discord.requests.filter(({ method }) => method === 'PUT')).toHaveLength(1);

  bot.signal('SIGTERM');
  const { status, stderr } = await bot.ended();
  expect({ status, connections: shards() }).toEqual({ status: 0, connections: [] });
  expect(stderr).not.toContain(discord.token);
});

test.concurrent('a signal during the start leaves no process behind', async ({ onTestFinished }) => {
  const { discord, env } = await discordFor(onTestFinished);
  const bot = begin(env, onTestFinished, ['shards']);
  await eventually(() => expect(discord.gateway.connections).toHaveLength(1));
  bot.signal('SIGTERM');
  expect(await bot.ended()).toMatchObject({ status: 0, stdout: '' });
  await eventually(() => expect(discord.gateway.connections).toEqual([]));
});

test.concurrent.for(sample(['shards', 'invite'], 1))(
  '%s says in one line that the token is wrong',
  async (mode, { onTestFinished }) => {
    const { env } = await discordFor(onTestFinished, 1);
    const { status, stdout, stderr } = await run([mode], { env: { ...env, DISCORD_TOKEN: 'no.such.token' } });
    expect({ status, stdout }).toEqual({ status: 1, stdout: '' });
    expect(stderr).toMatch(/^DISCORD_TOKEN: Discord does not accept this token[^\n]*\n$/);
  },
);

test.concurrent.each(sample(['shards', 'invite'], 1))('%s needs a token, and says so', async (mode) => {
  const { status, stderr } = await run([mode]);
  expect({ status, stderr }).toEqual({ status: 1, stderr: 'DISCORD_TOKEN: is needed for this; see README.md\n' });
});

test.concurrent('a link invites the bot with its commands, and another installs it for a person', async ({
  onTestFinished,
}) => {
  const { discord, env } = await discordFor(onTestFinished, 1);
  const { status, stdout, stderr } = await run(['invite'], { env });
  expect({ status, stderr }).toEqual({ status: 0, stderr: '' });
  const links = stdout
    .trim()
    .split('\n')
    .map((link) => Object.fromEntries(new URL(link).searchParams));
  const client_id = discord.applicationId;
  const server = {
    client_id,
    scope: 'bot applications.commands',
    integration_type: '0',
    // View Channel, Send Messages, Embed Links, Attach Files, Read Message History: 1024 + 2048 + 16384 + 32768 + 65536;
    // Create Events: 17592186044416.
    permissions: '17592186162176',
  };
  expect(links).toEqual([server, { client_id, scope: 'applications.commands', integration_type: '1' }]);
});
