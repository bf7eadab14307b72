import { describe, expect, type TestContext, test } from 'vitest';
import { startDiscord } from '../../fakes/discord/server.ts';
import type { LocalDiscord } from '../../fakes/discord/types.ts';
import { run } from '../../support/process.ts';
import { begin } from '../../support/running.ts';

/** Of a token's shape, though no one's. */
const WRONG = 'MTAwMDAwMDAwMDAwMDAwMDAw.GwRong.wrongwrongwrongwrongwrongwrongwrong';

async function discordFor(finished: TestContext['onTestFinished']): Promise<LocalDiscord> {
  const discord = await startDiscord({ identifyEvery: 0 });
  finished(() => discord.close());
  return discord;
}

const envOf = ({ token, url }: LocalDiscord) => ({ DISCORD_TOKEN: token, DISCORD_API_URL: url });

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

  // Whatever else refuses it is proved by refused.test.ts.
  test('settings that cannot be used are named at once, and the token is not', async () => {
    const env = { DISCORD_TOKEN: WRONG, DISCORD_GUILD_ID: 'my class', DISCORD_API_URL: 'discord.com' };
    const { status, stdout, stderr } = await run([], { env });
    expect(stderr).toMatch(/^DISCORD_GUILD_ID: must be [^\n]+\nDISCORD_API_URL: must be [^\n]+\n$/);
    expect(stderr).not.toContain(WRONG);
    expect({ status, stdout }).toEqual({ status: 1, stdout: '' });
  });
});
