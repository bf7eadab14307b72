/** The real clients, and bare calls, for tests of the server itself. */
import { App, LogLevel } from '@slack/bolt';
import { SocketModeClient } from '@slack/socket-mode';
import { WebClient } from '@slack/web-api';
import { afterEach } from 'vitest';
import { object } from './json.ts';
import { startSlack } from './server.ts';
import type { Json, LocalSlack, Options } from './types.ts';

const closing: (() => Promise<unknown>)[] = [];
afterEach(async () => {
  for (const close of closing.splice(0).reverse()) await close();
});

export async function slackWith(options?: Options): Promise<LocalSlack> {
  const slack = await startSlack(options);
  closing.push(slack.close);
  return slack;
}

const silent = {
  debug: () => undefined,
  info: () => undefined,
  warn: () => undefined,
  error: () => undefined,
  setLevel: () => undefined,
  setName: () => undefined,
  getLevel: () => LogLevel.ERROR,
};

export const webClient = (slack: LocalSlack, token: string = slack.botToken): WebClient =>
  new WebClient(token, { slackApiUrl: slack.url, logger: silent, retryConfig: { retries: 0 } });

/** Connected; it reconnects by itself, at once. */
export async function socketClient(slack: LocalSlack): Promise<SocketModeClient> {
  const client = new SocketModeClient({
    appToken: slack.appToken,
    logger: silent,
    // It waits as long before it connects again.
    clientPingTimeout: 1000,
    clientOptions: { slackApiUrl: slack.url },
  });
  await client.start();
  closing.push(() => client.disconnect());
  return client;
}

/** Bolt as an app would use it, over Socket Mode or HTTP; what its handlers throw is kept. */
export async function boltOn(slack: LocalSlack, listen: (app: App) => void, mode: 'socket' | 'http' = 'socket') {
  const errors: unknown[] = [];
  const how =
    mode === 'socket'
      ? { socketMode: true, appToken: slack.appToken }
      : { signingSecret: slack.signingSecret, port: 0 };
  const app = new App({ token: slack.botToken, ...how, logger: silent, clientOptions: { slackApiUrl: slack.url } });
  app.error(async (error) => {
    errors.push(error);
  });
  listen(app);
  const started = await app.start();
  closing.push(() => app.stop());
  if (mode === 'http' && started && 'address' in started) {
    const address = started.address();
    if (address && typeof address === 'object') slack.deliverTo(`http://127.0.0.1:${address.port}/slack/events`);
  }
  return { app, errors };
}

/** A bare call with a form, as the documentation shows it; a token of `''` is left out. */
export async function call(slack: LocalSlack, method: string, args: Json = {}, token = slack.botToken): Promise<Json> {
  const fields = Object.entries(args).map(([name, value]) => [
    name,
    typeof value === 'string' ? value : JSON.stringify(value),
  ]);
  const response = await fetch(slack.url + method, {
    method: 'POST',
    headers: {
      'content-type': 'application/x-www-form-urlencoded',
      ...(token === '' ? {} : { authorization: `Bearer ${token}` }),
    },
    body: new URLSearchParams(fields),
  });
  return object(await response.json());
}

/** A post to a response_url. */
export async function post(url: string, body: Json): Promise<{ status: number; body: string }> {
  const response = await fetch(url, {
    method: 'POST',
    headers: { 'content-type': 'application/json' },
    body: JSON.stringify(body),
  });
  return { status: response.status, body: await response.text() };
}

export const plain = (text: string) => ({ type: 'plain_text', text }) as const;

export const actions = (...elements: Json[]) => ({ type: 'actions', elements });

export const button = (label: string, actionId: string, more: Json = {}): Json => ({
  type: 'button',
  action_id: actionId,
  text: plain(label),
  ...more,
});

export const option = (label: string, value: string) => ({ text: plain(label), value });
