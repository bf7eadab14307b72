import { describe, expect, type TestContext, test } from 'vitest';
import { startDiscord } from '../../fakes/discord/server.ts';
import { startSlack } from '../../fakes/slack/server.ts';
import type { LocalSlack, Options } from '../../fakes/slack/types.ts';
import { eventually } from '../../support/eventually.ts';
import { freePort } from '../../support/ports.ts';
import { run } from '../../support/process.ts';
import { begin } from '../../support/running.ts';

type Finished = TestContext['onTestFinished'];

async function slackFor(finished: Finished, options: Options = {}): Promise<LocalSlack> {
  const slack = await startSlack(options);
  finished(() => slack.close());
  return slack;
}

const tokens = ({ botToken, appToken, url }: LocalSlack) => ({
  SLACK_BOT_TOKEN: botToken,
  SLACK_APP_TOKEN: appToken,
  SLACK_API_URL: url,
});

/** Ends with status 1, and a line alone that says why. */
async function expectOneLine(env: Record<string, string>, line: RegExp) {
  const { status, stdout, stderr } = await run([], { env: { LOG_LEVEL: 'error', ...env } });
  expect(stderr).toMatch(line);
  expect(stderr).toMatch(/^[^\n]+\n$/);
  for (const secret of [env.SLACK_BOT_TOKEN, env.SLACK_APP_TOKEN].filter(Boolean))
    expect(stdout + stderr).not.toContain(secret);
  expect({ status, stdout }).toEqual({ status: 1, stdout: '' });
}

describe.concurrent('npm start with SLACK_BOT_TOKEN', () => {
  test('and SLACK_APP_TOKEN connects in Socket Mode, says so in one line, and answers', async ({ onTestFinished }) => {
    const slack = await slackFor(onTestFinished);
    const bot = begin({ ...tokens(slack), DOSIRAK_LOCALE: 'ko' }, onTestFinished);
    expect(await bot.says('\n')).toMatch(/^Slack ‘.+’에 ‘.+’ 이름으로 접속했어요\(Socket Mode\)\.\n$/);
    const minsu = slack.user('민수', { locale: 'ko-KR' });
    expect((await slack.command(minsu, 'class', '/k8s 파드').message()).text).toContain('가장 작은 배포 단위');
    bot.signal('SIGTERM');
    const { status, stderr } = await bot.ended();
    for (const secret of [slack.botToken, slack.appToken, '파드']) expect(stderr).not.toContain(secret);
    expect(status).toBe(0);
  });

  test('and SLACK_SIGNING_SECRET answers signed requests on PORT, and says whether it is well', async ({
    onTestFinished,
  }) => {
    const slack = await slackFor(onTestFinished, { mode: 'http' });
    const port = await freePort();
    const { SLACK_BOT_TOKEN, SLACK_API_URL } = tokens(slack);
    const env = { SLACK_BOT_TOKEN, SLACK_API_URL, SLACK_SIGNING_SECRET: slack.signingSecret, PORT: `${port}` };
    const bot = begin(env, onTestFinished);
    expect(await bot.says('\n')).toMatch(/^Connected to Slack ‘.+’ as .+ \(HTTP\)\.\n$/);
    slack.deliverTo(`http://127.0.0.1:${port}/slack/events`);
    const minsu = slack.user('민수', { locale: 'ko-KR' });
    expect((await slack.command(minsu, 'class', '/k8s 파드').message()).text).toContain('가장 작은 배포 단위');
    const status = async (path: string) => (await fetch(`http://127.0.0.1:${port}${path}`)).status;
    expect([await status('/healthz'), await status('/readyz'), await status('/')]).toEqual([200, 200, 404]);
    bot.signal('SIGTERM');
    const { status: ended, stderr } = await bot.ended();
    for (const secret of [slack.botToken, slack.signingSecret, '파드']) expect(stderr).not.toContain(secret);
    expect(ended).toBe(0);
  });

  test('lives on while no socket is open, and is back by itself', async ({ onTestFinished }) => {
    const slack = await slackFor(onTestFinished);
    slack.fault({ method: /apps\.connections\.open/ }, { retryAfter: 1 });
    slack.fault({ method: /apps\.connections\.open/, times: 2 }, { error: 'internal_error' });
    const bot = begin(tokens(slack), onTestFinished);
    await bot.says('Connected to Slack');
    const minsu = slack.user('민수', { locale: 'ko-KR' });
    const opened = () => slack.requests.filter(({ method }) => method === 'apps.connections.open').length;
    for (const trouble of ['none', 'status', 'refused'] as const) {
      if (trouble === 'status') slack.fault({ method: /apps\.connections\.open/, times: 4 }, { status: 500 });
      if (trouble === 'refused') slack.socket.refuse(true);
      const before = opened();
      slack.socket.drop();
      await eventually(() => expect(opened()).toBeGreaterThan(before));
      slack.socket.refuse(false);
      const asked = slack.mention(minsu, 'class', '파드');
      expect((await asked.message()).text).toContain('가장 작은 배포 단위');
    }
    bot.signal('SIGTERM');
    expect((await bot.ended()).status).toBe(0);
  });

  test('beside DISCORD_TOKEN serves both in one process', async ({ onTestFinished }) => {
    const slack = await slackFor(onTestFinished);
    const discord = await startDiscord({ identifyEvery: 0 });
    onTestFinished(() => discord.close());
    const env = { ...tokens(slack), DISCORD_TOKEN: discord.token, DISCORD_API_URL: discord.url };
    const bot = begin(env, onTestFinished);
    const said = (await bot.says('Slack')) && (await bot.says('Discord'));
    expect(said.trimEnd().split('\n')).toHaveLength(2);
    const onSlack = slack.command(slack.user('민수'), 'class', '/k8s pod').message();
    const onDiscord = discord.slash(discord.user('지수'), 'guild', 'k8s', { term: 'pod' }).settled();
    expect((await onSlack).text).toContain('Pod');
    expect(JSON.stringify(await onDiscord)).toContain('Pod');
    bot.signal('SIGTERM');
    expect((await bot.ended()).status).toBe(0);
  });

  test('beside a wrong DISCORD_TOKEN leaves Slack again and ends with one line', async ({ onTestFinished }) => {
    const slack = await slackFor(onTestFinished);
    const discord = await startDiscord({ identifyEvery: 0 });
    onTestFinished(() => discord.close());
    const wrong = 'MTAwMDAwMDAwMDAwMDAwMDAw.GwRong.wrongwrongwrongwrongwrongwrongwrong';
    await expectOneLine(
      { ...tokens(slack), DISCORD_TOKEN: wrong, DISCORD_API_URL: discord.url },
      /^DISCORD_TOKEN: Discord does not accept/,
    );
    expect(slack.socket.connections).toBe(0);
  });

  // Whatever else refuses it is proved by refused.test.ts; a port that is taken, by the server's own test.
  test('at an address where nobody listens is one line', async () => {
    const env = { SLACK_BOT_TOKEN: 'xoxb-1', SLACK_APP_TOKEN: 'xapp-1' };
    await expectOneLine(
      { ...env, SLACK_API_URL: `http://127.0.0.1:${await freePort()}/api/` },
      /^Slack cannot be reached; .*SLACK_API_URL \(ECONNREFUSED\)/,
    );
  });
});
