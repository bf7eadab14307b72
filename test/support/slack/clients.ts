/** The real clients, for tests of the server itself. */
import { App } from '@slack/bolt';
import { LogLevel } from '@slack/logger';
import { afterEach } from 'vitest';
import { startSlack } from './server.ts';
import type { LocalSlack, Options } from './types.ts';

const closing: (() => Promise<unknown>)[] = [];
afterEach(async () => {
  for (const close of closing.splice(0).reverse()) await close();
});

export async function slackWith(options?: Options): Promise<LocalSlack> {
  const slack = await startSlack(options);
  closing.push(slack.close);
  return slack;
}

/** Bolt as an app would use it, over Socket Mode or HTTP; what its handlers throw is kept. */
export async function boltOn(slack: LocalSlack, listen: (app: App) => void, mode: 'socket' | 'http' = 'socket') {
  const errors: unknown[] = [];
  const shared = { logLevel: LogLevel.ERROR, clientOptions: { slackApiUrl: slack.url } };
  const how =
    mode === 'socket'
      ? { socketMode: true, appToken: slack.appToken }
      : { signingSecret: slack.signingSecret, port: 0 };
  const app = new App({ token: slack.botToken, ...how, ...shared });
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
