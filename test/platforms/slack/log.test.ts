import { App, LogLevel } from '@slack/bolt';
import { SocketModeClient } from '@slack/socket-mode';
import { WebClient } from '@slack/web-api';
import fc from 'fast-check';
import { expect, onTestFinished, test } from 'vitest';
import { boltLogger } from '../../../src/platforms/slack/log.ts';
import { slackWith } from '../../fakes/slack/clients.ts';
import type { Fault } from '../../fakes/slack/types.ts';
import { awkwardText } from '../../support/any-reply.ts';
import type { Logged } from '../../support/logged.ts';

/** What a person wrote, and so is read by nobody else. */
const SECRET = '민수의비밀';

function kept() {
  const logged: Logged[] = [];
  const level = (level: Logged['level']) => (fields: object, message: string) =>
    void logged.push({ level, fields, message });
  const logger = boltLogger({ error: level('error'), warn: level('warn'), info: level('info') });
  const said = (): unknown[] => logged.flatMap(({ fields }) => ('said' in fields ? [fields.said] : []));
  return { logger, logged, said };
}

/** Nothing of a person, of an address or of a token. */
const PRIVATE = new RegExp(`${SECRET}|xox|xapp|127\\.0\\.0\\.1|https?:/`);

test('of an error or a warning the library’s own words are kept, at a level that wakes nobody', () => {
  const { logger, logged } = kept();
  logger.warn(`Malformed request body: ${SECRET}`);
  logger.error(`Failed to send (error: ${SECRET})`, { text: SECRET });
  logger.error(new TypeError(SECRET));
  logger.error('Slack API error', new RangeError(SECRET));
  logger.warn(`Could not read {"text":"${SECRET}"}`);
  logger.warn(`One line\n${SECRET}`);
  expect(logged).toEqual(
    [
      'Malformed request body',
      'Failed to send',
      'TypeError',
      'Slack API error RangeError',
      'Could not read',
      'One line',
    ].map((said) => ({ level: 'info', fields: { said }, message: 'from the Slack library' })),
  );
});

test('whole payloads, which the library tells only where it is debugged, are asked for by nobody and kept nowhere', () => {
  const { logger, logged } = kept();
  logger.debug(`payload ${SECRET}`, { text: SECRET });
  logger.info(SECRET);
  logger.setLevel(LogLevel.DEBUG);
  logger.setName(SECRET);
  expect(logger.getLevel()).toBe(LogLevel.WARN);
  expect(logged).toEqual([]);
});

test('whatever is said behind the library’s words, none of it is kept', () => {
  fc.assert(
    fc.property(awkwardText, fc.constantFrom(': ', ' (', '\n', ' {'), (text, between) => {
      const { logger, said } = kept();
      logger.warn(`It went wrong${between}${text}${SECRET}`);
      logger.error(new Error(`${text}${SECRET}`), { [SECRET]: text }, [text], 1, undefined, null);
      expect(said()).toEqual(['It went wrong', 'Error']);
    }),
  );
});

test.each<[string, Fault | undefined]>([
  ['a form that Slack does not take', undefined],
  ['an error of Slack’s', { error: 'fatal_error' }],
  ['a status, with a body', { status: 500, body: SECRET }],
  ['a body that is no JSON', { status: 200, body: `<html>${SECRET}` }],
  ['a pause that is asked for', { retryAfter: 1 }],
  ['a connection that breaks', { drop: 'before' }],
  ['one that is closed', { drop: 'after', clean: true }],
])('the real client tells nothing private of %s', async (_, fault) => {
  const slack = await slackWith();
  const { logger, said, logged } = kept();
  const client = new WebClient(slack.botToken, {
    slackApiUrl: slack.url,
    logger,
    retryConfig: { retries: 0 },
    rejectRateLimitedCalls: true,
  });
  if (fault) slack.fault({ method: /chat/ }, fault);
  const channel = slack.channelId(slack.user('민수'), 'class');
  const blocks = [
    { type: 'header' as const, text: { type: 'plain_text' as const, text: SECRET.repeat(99) }, x: SECRET },
  ];
  await expect(client.chat.postMessage({ channel, text: SECRET, blocks })).rejects.toThrow();
  expect(JSON.stringify(logged)).not.toMatch(PRIVATE);
  if (!fault) expect(said()).toContain('must be less than 151 characters [json-pointer');
});

test('Bolt tells nothing private of requests that it cannot read, nor of listeners that fail', async () => {
  const slack = await slackWith({ mode: 'http' });
  const { logger, said, logged } = kept();
  const app = new App({
    token: slack.botToken,
    signingSecret: slack.signingSecret,
    port: 0,
    logger,
    clientOptions: { slackApiUrl: slack.url },
  });
  app.command(/./, async ({ ack }) => {
    await ack();
    throw Object.assign(new Error(SECRET), { code: SECRET, text: SECRET });
  });
  const server = await app.start();
  onTestFinished(async () => void (await app.stop()));
  const address = 'address' in server ? server.address() : undefined;
  if (!address || typeof address !== 'object') throw new Error('the app has no port');
  slack.deliverTo(`http://127.0.0.1:${address.port}/slack/events`);
  const json = { 'content-type': 'application/json' };
  for (const sign of ['right', 'wrong', 'old', 'none'] as const)
    for (const body of [`{"text":"${SECRET}"`, `payload=${SECRET}`]) await slack.request(body, json, sign);
  await slack.command(slack.user('민수'), 'class', `/k8s ${SECRET}`).acknowledged;
  await expect.poll(said).toContain('Error');
  expect(said()).toContain('Malformed request body');
  expect(said()).toContain('Failed to parse and verify the request data');
  expect(JSON.stringify(logged)).not.toMatch(PRIVATE);
  expect(new Set(logged.map(({ level }) => level))).toEqual(new Set(['info']));
});

test('the socket’s client tells nothing private of a token that is refused', async () => {
  const slack = await slackWith();
  const { logger, said, logged } = kept();
  slack.revoke('app-token');
  const { appToken, url: slackApiUrl } = slack;
  const client = new SocketModeClient({ appToken, logger, clientOptions: { slackApiUrl } });
  await expect(client.start()).rejects.toThrow();
  expect(said()).toContain('Failed to retrieve a new WSS URL');
  expect(JSON.stringify(logged)).not.toMatch(PRIVATE);
});
