/** HTTP mode: signed requests to the app. */

import { type Attempt, type Results, TIME_TO_ACK, type Transport } from './deliveries.ts';
import type { Pending } from './model.ts';
import { signed } from './signing.ts';
import type { State } from './state.ts';
import type { LocalSlack } from './types.ts';

export interface Endpoint extends Transport, Pick<LocalSlack, 'deliverTo' | 'request'> {
  close(): void;
}

const FORM = 'application/x-www-form-urlencoded';

/** An act as Slack sends it over HTTP. */
function requestOf(pending: Pending): { type: string; body: string } {
  const { kind, payload } = pending;
  if (kind === 'events_api') return { type: 'application/json', body: JSON.stringify(payload) };
  if (kind === 'interactive')
    return { type: FORM, body: new URLSearchParams({ payload: JSON.stringify(payload) }).toString() };
  const fields = Object.entries(payload).map(([name, value]) => [name, String(value)]);
  return { type: FORM, body: new URLSearchParams(fields).toString() };
}

/** The payload of an acknowledgement: JSON, or text. */
function payloadOf(body: string, type: string): unknown {
  if (body === '') return undefined;
  if (!type.includes('json')) return body;
  try {
    return JSON.parse(body);
  } catch {
    return body;
  }
}

export function createEndpoint(state: State, results: Results): Endpoint {
  const targets = { urls: [] as readonly string[], next: 0 };
  const closing = new AbortController();

  const post = async (
    body: string,
    headers: Record<string, string>,
  ): Promise<{ response: Response; answer: string }> => {
    const url = targets.urls[targets.next++ % targets.urls.length];
    if (url === undefined) throw new Error('deliverTo() was not told where to');
    const late = new AbortController();
    const signal = AbortSignal.any([closing.signal, late.signal]);
    const cancel = state.clock.after(TIME_TO_ACK, () => late.abort(new DOMException('No answer', 'TimeoutError')));
    try {
      const response = await fetch(url, { method: 'POST', body, headers, signal, redirect: 'manual' });
      return { response, answer: await response.text() };
    } finally {
      cancel();
    }
  };

  const retryHeaders = ({ number, reason }: Attempt): Record<string, string> =>
    number === 0
      ? {}
      : {
          'x-slack-retry-num': String(number),
          'x-slack-retry-reason': reason === 'timeout' ? 'http_timeout' : reason,
        };

  const deliver = async (pending: Pending, attempt: Attempt): Promise<void> => {
    const { type, body } = requestOf(pending);
    const { response, answer } = await post(body, {
      'content-type': type,
      accept: '*/*',
      'user-agent': 'Slackbot 1.0 (+https://api.slack.com/robots)',
      ...signed(state, body),
      ...(pending.kind === 'events_api' ? retryHeaders(attempt) : {}),
    });
    if (response.ok) {
      const payload = payloadOf(answer, response.headers.get('content-type') ?? '');
      // What an event is answered with is of no interest.
      results.acknowledged(pending, pending.kind === 'events_api' ? undefined : payload);
      return;
    }
    results.failed(pending, attempt, 'http_error', response.headers.get('x-slack-no-retry') === '1');
  };

  return {
    deliverTo: (...urls) => {
      targets.urls = urls;
    },
    request: async (body, headers = {}, sign = 'right') => {
      const type = body.startsWith('{') ? 'application/json' : FORM;
      const { response, answer } = await post(body, { 'content-type': type, ...signed(state, body, sign), ...headers });
      return { status: response.status, body: answer };
    },
    send: (pending, attempt) => {
      results.sent(pending);
      deliver(pending, attempt).catch((error: unknown) => {
        const timeout = error instanceof Error && error.name === 'TimeoutError';
        // Of a timeout, the deliveries know by themselves.
        if (!timeout) results.failed(pending, attempt, 'connection_failed');
      });
    },
    close: () => closing.abort(),
  };
}
