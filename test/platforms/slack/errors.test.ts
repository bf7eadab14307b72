import { once } from 'node:events';
import { createServer } from 'node:net';
import { LogLevel } from '@slack/bolt';
import { WebClient } from '@slack/web-api';
import { describe, expect, onTestFinished, test } from 'vitest';
import { StartError } from '../../../src/core/errors.ts';
import { systemTimers } from '../../../src/core/timers.ts';
import {
  type Failure,
  failureInBody,
  failureOf,
  failureOfFetch,
  failureOfStatus,
  fatal,
  logFields,
  SlackError,
} from '../../../src/platforms/slack/errors.ts';
import { clientOptions } from '../../../src/platforms/slack/web-api.ts';
import { slackWith } from '../../fakes/slack/clients.ts';
import type { Fault, LocalSlack } from '../../fakes/slack/types.ts';

const thrown = (work: Promise<unknown>): Promise<unknown> =>
  work.then(
    () => expect.unreachable('nothing was thrown'),
    (error: unknown) => error,
  );

const CONTENT = '민수의 답';
const silent = {
  debug: () => {},
  info: () => {},
  warn: () => {},
  error: () => {},
  setLevel: () => {},
  setName: () => {},
};

/** What the real client, as the bot uses it, throws of a message. */
function posted(
  { url, botToken }: Pick<LocalSlack, 'url' | 'botToken'>,
  channel: string,
  more: { timeout?: number } = {},
) {
  const logger = { ...silent, getLevel: () => LogLevel.ERROR };
  const client = new WebClient(botToken, { ...clientOptions(url, Date.now, systemTimers), logger, ...more });
  return thrown(client.chat.postMessage({ channel, text: CONTENT }));
}

async function failed(fault: Fault, more?: { timeout: number }): Promise<Failure> {
  const slack = await slackWith();
  slack.fault({ method: /chat/ }, fault);
  return failureOf(await posted(slack, slack.channelId(slack.user('민수'), 'class'), more));
}

/** A server that answers whatever it is asked with these bytes, and hangs up. */
async function saying(bytes: string): Promise<string> {
  const server = createServer((socket) => {
    socket.on('error', () => {});
    socket.once('data', () => socket.end(bytes));
  });
  server.listen(0, '127.0.0.1');
  await once(server, 'listening');
  onTestFinished(() => void server.close());
  const address = server.address();
  if (address === null || typeof address === 'string') throw new Error('no port');
  return `http://127.0.0.1:${address.port}/`;
}

const HALF = 'HTTP/1.1 200 OK\r\nContent-Type: application/json\r\nContent-Length: 99\r\n\r\n{"ok":';
const NO_HTTP = 'SSH-2.0-OpenSSH\r\n';

describe('what becomes of a call of the real client', () => {
  test.each<[string, Fault, Partial<Failure>]>([
    ['a channel that is none', { error: 'channel_not_found' }, { kind: 'refused', reason: 'channel_not_found' }],
    ['a form that Slack does not take', { error: 'invalid_blocks' }, { kind: 'refused', reason: 'invalid_blocks' }],
    ['a status of a request that is wrong', { status: 404 }, { kind: 'refused', reason: 'status 404' }],
    ['a pause of two seconds', { retryAfter: 2 }, { kind: 'busy', wait: 2000, asked: true, reason: 'status 429' }],
    ['a 429 of a proxy', { status: 429 }, { kind: 'busy', wait: 1000, asked: true }],
    ['Slack’s word for too fast', { error: 'ratelimited' }, { kind: 'busy', wait: 1000, reason: 'ratelimited' }],
    ['a fault of Slack’s', { error: 'fatal_error' }, { kind: 'lost', reason: 'fatal_error' }],
    ['a service that is away', { error: 'service_unavailable' }, { kind: 'lost' }],
    ['a word that is none', { error: `<b>${CONTENT}</b>` }, { kind: 'lost', reason: 'no answer of Slack’s' }],
    ['a 500', { status: 500, body: CONTENT }, { kind: 'lost', reason: 'status 500' }],
    ['a 503 after the effect', { statusAfter: 503 }, { kind: 'lost', reason: 'status 503' }],
    ['a page for an answer', { status: 200, body: `<html>${CONTENT}` }, { kind: 'lost' }],
    ['nothing for an answer', { status: 200, body: '' }, { kind: 'lost' }],
    ['a connection that is reset', { drop: 'before' }, { kind: 'lost', reason: 'ECONNRESET' }],
    ['one that is closed after the effect', { drop: 'after', clean: true }, { kind: 'lost' }],
  ])('%s', async (_, fault, expected) => {
    const failure = await failed(fault);
    expect(failure).toMatchObject(expected);
    expect(failure.reason).not.toMatch(/민수|127\.0\.0\.1|http|xox/);
  });

  test('an answer that does not come in time: lost', async () => {
    expect(await failed({ delay: 2000 }, { timeout: 20 })).toMatchObject({ kind: 'lost' });
  });

  test('a token that is revoked, and a scope that is lacking: refused, in Slack’s words', async () => {
    const slack = await slackWith({ scopes: ['commands'] });
    const channel = slack.channelId(slack.user('민수'), 'class');
    expect(failureOf(await posted(slack, channel))).toEqual({ kind: 'refused', reason: 'missing_scope' });
    slack.revoke('token');
    expect(failureOf(await posted(slack, channel))).toMatchObject({
      kind: 'refused',
      reason: /^(?:token_revoked|invalid_auth)$/,
    });
  });

  test('a server that is not there: nothing was sent', async () => {
    const slack = await slackWith();
    await slack.close();
    expect(failureOf(await posted(slack, 'C1'))).toEqual({ kind: 'busy', wait: 1000, reason: 'ECONNREFUSED' });
  });

  test.each([HALF, NO_HTTP, ''])('an answer that breaks off or is none: lost (%j)', async (bytes) => {
    const url = await saying(bytes);
    expect(failureOf(await posted({ url, botToken: 'xoxb-1' }, 'C1')).kind).toBe('lost');
  });
});

describe('what becomes of a request by fetch', () => {
  test('a server that is not there, by any of its addresses: nothing was sent', async () => {
    const slack = await slackWith();
    await slack.close();
    const { port } = new URL(slack.url);
    for (const host of ['127.0.0.1', 'localhost'])
      expect(failureOfFetch(await thrown(fetch(`http://${host}:${port}/`)))).toMatchObject({
        kind: 'busy',
        wait: 1000,
      });
  });

  test.each([HALF, NO_HTTP, ''])('an answer that breaks off or is none: lost (%j)', async (bytes) => {
    const url = await saying(bytes);
    const failure = failureOfFetch(await thrown(fetch(url).then((response) => response.text())));
    expect(failure.kind).toBe('lost');
    expect(failure.reason).toMatch(/^[A-Z]\w+$/);
  });

  test('an answer that does not come in time, or leads elsewhere: lost', async () => {
    const slack = await slackWith();
    slack.fault({ method: /api/ }, { delay: 2000 });
    const late = await thrown(fetch(`${slack.url}api.test`, { method: 'POST', signal: AbortSignal.timeout(20) }));
    expect(failureOfFetch(late)).toEqual({ kind: 'lost', reason: 'TimeoutError' });
    const url = await saying('HTTP/1.1 302 Found\r\nLocation: /elsewhere\r\nContent-Length: 0\r\n\r\n');
    expect(failureOfFetch(await thrown(fetch(url, { redirect: 'error' })))).toMatchObject({ kind: 'lost' });
  });

  test.each<[number, number, Failure]>([
    [429, 3, { kind: 'busy', wait: 3000, asked: true, reason: 'status 429' }],
    [429, Number.NaN, { kind: 'busy', wait: 1000, asked: true, reason: 'status 429' }],
    [404, 0, { kind: 'refused', reason: 'status 404' }],
    [500, 0, { kind: 'lost', reason: 'status 500' }],
    [503, 9, { kind: 'lost', reason: 'status 503' }],
  ])('status %i with a pause of %f', (status, pause, expected) => {
    expect(failureOfStatus(status, pause)).toEqual(expected);
  });

  test.each<[string, Failure | undefined]>([
    ['ok', undefined],
    ['', undefined],
    [' \n', undefined],
    ['{"ok":true}', undefined],
    ['{}', undefined],
    ['{"ok":false,"error":"used_url"}', { kind: 'refused', reason: 'used_url' }],
    ['{"ok":false,"error":"ratelimited"}', { kind: 'busy', wait: 1000, reason: 'ratelimited' }],
    ['{"ok":false,"error":"민수의 답"}', { kind: 'lost', reason: 'no answer of Slack’s' }],
    ['<html>', { kind: 'lost', reason: 'no answer of Slack’s' }],
    ['null', { kind: 'lost', reason: 'no answer of Slack’s' }],
    ['[]', { kind: 'lost', reason: 'no answer of Slack’s' }],
    ['"ok"', { kind: 'lost', reason: 'no answer of Slack’s' }],
  ])('the body %j', (body, expected) => {
    expect(failureInBody(body)).toEqual(expected);
  });
});

describe('why the bot cannot go on', () => {
  const DEAD = ['invalid_auth', 'not_authed', 'account_inactive', 'token_revoked', 'token_expired', 'team_disabled'];

  test.each(['bot-token', 'app-token'] as const)('a dead %s is one line that names its setting', (token) => {
    for (const reason of DEAD) {
      const problem = fatal({ kind: 'refused', reason }, token);
      expect(problem).toBeInstanceOf(StartError);
      expect(problem?.message).toMatch(token === 'bot-token' ? /^SLACK_BOT_TOKEN: / : /^SLACK_APP_TOKEN: /);
      expect(problem?.message).toMatch(new RegExp(`\\(${reason}\\)$`));
    }
  });

  test('a socket that is closed to the token says where to open it; to the bot’s token that is another matter', () => {
    for (const reason of ['missing_scope', 'socket_mode_not_enabled', 'access_denied']) {
      expect(fatal({ kind: 'refused', reason }, 'app-token')?.message).toMatch(/Socket Mode.*connections:write/);
      expect(fatal({ kind: 'refused', reason }, 'bot-token')?.message).toMatch(/^SLACK_BOT_TOKEN: /);
    }
  });

  test('what may pass is no end', () => {
    for (const reason of ['channel_not_found', 'ratelimited', 'status 404'])
      expect(fatal({ kind: 'refused', reason }, 'bot-token')).toBeUndefined();
    expect(fatal({ kind: 'lost', reason: 'invalid_auth' }, 'bot-token')).toBeUndefined();
    expect(fatal({ kind: 'busy', wait: 1, reason: 'invalid_auth' }, 'app-token')).toBeUndefined();
  });

  test('its words are one line, without controls', () => {
    expect(new SlackError('other', 'one\n two\u001b[31m').message).toMatch(/ \(one two\[31m\)$/);
    expect(new SlackError('away').message).not.toMatch(/\n|\(/);
  });
});

test('a log has where something went wrong, and nothing of what a person wrote', () => {
  const error = new TypeError(`${CONTENT}\n    at ${CONTENT} (x)\n${CONTENT}`);
  const other = new Error(`${CONTENT}\n    at ${CONTENT}`);
  const said = JSON.stringify([
    logFields(error),
    logFields(other),
    logFields(CONTENT),
    logFields({ text: CONTENT }),
    logFields(undefined),
  ]);
  expect(said).not.toContain('민수');
  expect(logFields(error)).toMatchObject({ reason: 'TypeError', stack: expect.stringContaining('errors.test.ts') });
  expect(logFields(CONTENT)).toEqual({ reason: 'string', stack: undefined });
});
