import { once } from 'node:events';
import { createServer } from 'node:http';
import { describe, expect, type TestContext, test } from 'vitest';
import { startDiscord } from '../../fakes/discord/server.ts';
import type { LocalDiscord } from '../../fakes/discord/types.ts';
import { run } from '../../support/process.ts';
import { begin } from '../../support/running.ts';

const ALWAYS = Number.POSITIVE_INFINITY;
/** Of a token's shape, though no one's. */
const WRONG = 'MTAwMDAwMDAwMDAwMDAwMDAw.GwRong.wrongwrongwrongwrongwrongwrongwrong';

async function discordFor(finished: TestContext['onTestFinished']): Promise<LocalDiscord> {
  const discord = await startDiscord({ identifyEvery: 0 });
  finished(() => discord.close());
  return discord;
}

const REFUSED = {
  code: 50035,
  message: 'Invalid Form Body',
  errors: { 0: { name: { _errors: [{ code: 'X', message: 'No' }] } } },
};

const envOf = ({ token, url }: LocalDiscord) => ({ DISCORD_TOKEN: token, DISCORD_API_URL: url });

/** An address where nobody listens. */
async function closedPort(): Promise<string> {
  const server = createServer().listen(0, '127.0.0.1');
  await once(server, 'listening');
  const address = server.address();
  if (address === null || typeof address === 'string') throw new Error('no port');
  server.close();
  await once(server, 'close');
  return `http://127.0.0.1:${address.port}/api`;
}

/** Ends with status 1, and a line alone that says why. */
async function expectOneLine(env: Record<string, string>, line: RegExp) {
  const { status, stdout, stderr } = await run([], { env });
  expect(stderr).toMatch(line);
  expect(stderr).toMatch(/^[^\n]+\n$/);
  expect(stderr).not.toMatch(/\s+at .*:\d+:\d+/);
  expect(stdout + stderr).not.toContain(env.DISCORD_TOKEN);
  expect({ status, stdout }).toEqual({ status: 1, stdout: '' });
}

describe.concurrent('npm start with DISCORD_TOKEN', () => {
  test('connects, says so in one line, answers, and registers what Discord does not have yet', async ({
    onTestFinished,
  }) => {
    const discord = await discordFor(onTestFinished);
    for (const [locale, greeting] of [
      ['en', /^Connected to Discord as \S.*: 1 server, 1 shard\.\n$/],
      ['ko', /^Discord에 ‘\S+’ 이름으로 접속했어요\. 서버 1곳, 샤드 1개\.\n$/],
    ] as const) {
      const env = { ...envOf(discord), DOSIRAK_LOCALE: locale, DISCORD_API_URL: `${discord.url}/v10/` };
      const bot = begin(env, onTestFinished);
      await bot.says('\n');
      const minsu = discord.user('민수', { locale: 'ko' });
      const seen = await discord.slash(minsu, 'guild', 'k8s', { term: '파드' }).settled();
      expect(JSON.stringify(seen)).toContain('가장 작은 배포 단위');
      bot.signal('SIGTERM');
      const { status, stdout, stderr } = await bot.ended();
      expect({ status, stdout }).toEqual({ status: 0, stdout: expect.stringMatching(greeting) });
      for (const secret of [discord.token, '파드']) expect(stderr).not.toContain(secret);
    }
    expect(discord.requests.filter(({ method }) => method === 'PUT')).toHaveLength(1);
  });

  test('a wrong token is one line', ({ onTestFinished }) =>
    discordFor(onTestFinished).then((discord) =>
      expectOneLine({ ...envOf(discord), DISCORD_TOKEN: WRONG }, /^DISCORD_TOKEN: /),
    ));

  test('an address where nobody listens is one line', async () => {
    const env = { DISCORD_TOKEN: WRONG, DISCORD_API_URL: await closedPort() };
    await expectOneLine(env, /DISCORD_API_URL \(ECONNREFUSED\)/);
  });

  test('an API that is out of order is one line', async ({ onTestFinished }) => {
    const discord = await discordFor(onTestFinished);
    discord.fault({ path: /^\/gateway/, times: ALWAYS }, { status: 500 });
    await expectOneLine(envOf(discord), /cannot be reached.*\(status 500\)/);
  });

  test.each([
    ['a missing permission', { status: 403, body: { code: 50001, message: 'Missing Access' } }, /^DISCORD_GUILD_ID: /],
    ['a name that Discord refuses', { status: 400, body: REFUSED }, /^Discord refuses the commands \(\w+\.name: No\)/],
  ])('%s is one line', async (_, fault, line) => {
    const discord = await startDiscord();
    try {
      discord.fault({ method: 'PUT', path: /^\/applications\/.*\/commands/, times: ALWAYS }, fault);
      await expectOneLine({ ...envOf(discord), DISCORD_GUILD_ID: discord.guild.id }, line);
    } finally {
      await discord.close();
    }
  });

  test('settings that cannot be used are named at once, and the token is not', async () => {
    const env = { DISCORD_TOKEN: WRONG, DISCORD_GUILD_ID: 'my class', DISCORD_API_URL: 'discord.com' };
    const { status, stdout, stderr } = await run([], { env });
    expect(stderr).toMatch(/^DISCORD_GUILD_ID: must be [^\n]+\nDISCORD_API_URL: must be [^\n]+\n$/);
    expect(stderr).not.toContain(WRONG);
    expect({ status, stdout }).toEqual({ status: 1, stdout: '' });
  });
});

test('without a token the terminal is what starts', async () => {
  const { status, stdout, stderr } = await run([], { input: '파드\n', env: { DISCORD_TOKEN: ' ' } });
  expect(stdout).toContain('파드 · Pod');
  expect({ status, stderr }).toEqual({ status: 0, stderr: '' });
});
