import type { RequestListener } from 'node:http';
import { HTTPReceiver, type Logger } from '@slack/bolt';

/** Where Slack sends its requests. */
const PATH = '/slack/events';
/** Seconds that a request's time may differ from ours (Verifying requests from Slack); Bolt looks back only. */
const SKEW = 300;

/**
 * Receives what Slack sends over HTTP, signed with the app's secret. `now` gives epoch milliseconds. It does not
 * listen by itself: Bolt would on every interface.
 */
export function createRequests(
  signingSecret: string,
  logger: Logger,
  now: () => number,
): { receiver: HTTPReceiver; web: RequestListener } {
  const receiver = new HTTPReceiver({ signingSecret, endpoints: PATH, logger });
  return {
    receiver,
    web(request, response) {
      const sent = Number(request.headers['x-slack-request-timestamp'] ?? 0);
      if (sent - now() / 1000 > SKEW) response.writeHead(401).end();
      else receiver.requestListener(request, response);
    },
  };
}
