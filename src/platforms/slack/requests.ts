import { type Receiver, verifySlackRequest } from '@slack/bolt';
import { Hono } from 'hono';
import { z } from 'zod';
import type { Guest, Routes } from '../../core/guest.ts';
import { parseJson } from '../../core/json.ts';
import type { Log } from '../../core/log.ts';
import { handToBolt } from './hand-to-bolt.ts';

/** Seconds that a request's time may differ from ours (Verifying requests from Slack); Bolt looks back only. */
const SKEW = 300;
/** Bytes. Slack's largest payload has a message or a view; Bolt takes as much. */
const BODY = 4 * 1024 * 1024;
/** Milliseconds that Slack waits for an answer (Events API, Handling user interaction). */
const PATIENCE = 3000;

const FORM = 'application/x-www-form-urlencoded';
/** Bytes. Slack's check of a certificate has a token beside `ssl_check`, and little else. */
const CHECK = 4096;

/** Is it Slack that has sent these words, by the app's secret, and just now? `now` in epoch milliseconds. */
function isSlacks(headers: Headers, body: string, signingSecret: string, now: number): boolean {
  const sent = Number(headers.get('x-slack-request-timestamp') || Number.NaN);
  if (!(sent - now / 1000 <= SKEW)) return false;
  const signature = headers.get('x-slack-signature') ?? '';
  try {
    verifySlackRequest({
      signingSecret,
      body,
      headers: { 'x-slack-signature': signature, 'x-slack-request-timestamp': sent },
      nowMilliseconds: now,
    });
    return true;
  } catch {
    return false;
  }
}

/** What the words say: JSON, a form with JSON in its `payload`, or a form; undefined where that is no JSON. */
function read(body: string, isForm: boolean): unknown {
  if (!isForm) return parseJson(body);
  const form = new URLSearchParams(body);
  const payload = form.get('payload');
  return payload === null ? Object.fromEntries(form) : parseJson(payload);
}

/** What Slack asks of a new address, to have it back (Events API: url_verification). */
const verification = z.object({ type: z.literal('url_verification'), challenge: z.string() });
const challengeIn = (body: unknown): string | undefined => verification.safeParse(body).data?.challenge;

/** Slack is not to send again what will never be read (Events API: x-slack-no-retry). */
const refused = (): Response => new Response(null, { status: 400, headers: { 'x-slack-no-retry': '1' } });

const acknowledged = (payload: unknown): Response => {
  if (payload === undefined || payload === null || payload === '') return new Response(null);
  return typeof payload === 'string' ? new Response(payload) : Response.json(payload);
};

/**
 * Receives what Slack sends over HTTP to `/slack/events`, signed with the app's secret; every request is answered at
 * once. `now` gives epoch milliseconds.
 */
export function createRequests(
  signingSecret: string,
  now: () => number,
  log: Log,
): { receiver: Receiver; guest: Guest } {
  const bolt: { app?: Parameters<Receiver['init']>[0] } = {};

  async function answer(request: Request): Promise<Response> {
    const { headers } = request;
    const text = Buffer.from(await request.arrayBuffer()).toString();
    const isForm = headers.get('content-type')?.split(';')[0]?.trim().toLowerCase() === FORM;
    // Slack asks, unsigned, whether the certificate is good; nothing else in such a form counts. Anybody may send a long
    // one, which Node's URLSearchParams reads in time that grows with the square of its length (`a&a&…`).
    const mayCheck = isForm && text.length <= CHECK;
    if (mayCheck && new URLSearchParams(text).get('ssl_check') === '1') return new Response(null);
    if (!isSlacks(headers, text, signingSecret, now())) return new Response(null, { status: 401 });
    const body = read(text, isForm);
    const challenge = challengeIn(body);
    if (challenge !== undefined) return Response.json({ challenge });
    const retryNum = Number.parseInt(headers.get('x-slack-retry-num') ?? '', 10);
    const retryReason = headers.get('x-slack-retry-reason');
    const answered = Promise.withResolvers<Response>();
    handToBolt(
      bolt.app,
      { body, ...(retryNum > 0 ? { retryNum } : {}), ...(retryReason === null ? {} : { retryReason }) },
      {
        acknowledge: (payload) => answered.resolve(acknowledged(payload)),
        refuse: () => answered.resolve(refused()),
      },
      log,
    ).catch(answered.reject);
    return answered.promise;
  }

  const routes: Routes = new Hono();
  routes.post('/events', (c) => answer(c.req.raw));
  return {
    receiver: {
      init(app) {
        bolt.app = app;
      },
      // The one server, of which this is a guest, listens.
      start: async () => {},
      stop: async () => {},
    },
    guest: { prefix: '/slack', routes, bodyLimit: BODY, timeout: PATIENCE },
  };
}
