import { expect, onTestFinished, test } from 'vitest';
import { readConfig } from '../../../src/app/config.ts';
import { systemTimers } from '../../../src/core/timers.ts';
import { connect } from '../../../src/platforms/slack/adapter.ts';
import { SlackError } from '../../../src/platforms/slack/errors.ts';
import { startSlack } from '../../fakes/slack/server.ts';
import { botOf, COURSE, forgetful } from '../../support/world.ts';

const { bot } = await botOf([COURSE]);
const { claims, managers } = await forgetful();
const log = { error: () => {}, warn: () => {}, info: () => {} };

test.each<[string, Readonly<Record<string, string>>, string | undefined, RegExp]>([
  ['a wrong SLACK_BOT_TOKEN', { SLACK_BOT_TOKEN: 'xoxb-wrong' }, undefined, /^SLACK_BOT_TOKEN: .*\(invalid_auth\)$/],
  ['a wrong SLACK_APP_TOKEN', { SLACK_APP_TOKEN: 'xapp-wrong' }, undefined, /^SLACK_APP_TOKEN: .*\(invalid_auth\)$/],
  [
    'an app token that may not open sockets',
    {},
    'missing_scope',
    /^SLACK_APP_TOKEN: .*connections:write.*\(missing_scope\)$/,
  ],
])('%s is one line, without a token', async (_, changed, refusal, line) => {
  const slack = await startSlack();
  onTestFinished(() => slack.close());
  if (refusal !== undefined)
    slack.fault({ method: /apps\.connections\.open/, times: Number.POSITIVE_INFINITY }, { error: refusal });
  const { botToken, appToken, url } = slack;
  const env = { SLACK_BOT_TOKEN: botToken, SLACK_APP_TOKEN: appToken, SLACK_API_URL: url, ...changed };
  const config = readConfig(env, COURSE).slack;
  if (!config) throw new Error('Slack is not configured');
  const error: unknown = await connect(bot, config, {
    draw: () => Promise.reject(new Error('no pictures')),
    managers,
    claims,
    now: Date.now,
    timers: systemTimers,
    log,
  }).then(
    ({ stop }) => stop(1000),
    (error: unknown) => error,
  );
  if (!(error instanceof SlackError)) throw new Error(`no SlackError but ${error}`);
  expect(error.message).toMatch(line);
  expect(error.message).not.toContain('\n');
  for (const token of [env.SLACK_BOT_TOKEN, env.SLACK_APP_TOKEN]) expect(error.message).not.toContain(token);
  expect(slack.socket.connections).toBe(0);
});
