import { setTimeout as sleep } from 'node:timers/promises';
import type { webApi } from '@slack/bolt';
import { request } from 'undici';
import type { Log } from '../../core/log.ts';
import { TIMES } from './limits.ts';
import { type Failure, failureInBody, failureOf, failureOfFetch, failureOfStatus } from './problems.ts';

/**
 * How the library calls Slack. It would try a call whose answer was lost again, and post twice; and it would hold all
 * calls back for one that is too fast. So it tries once, and what may be tried again is decided here, a call at a time.
 */
export const clientOptions = (apiUrl: string | undefined): webApi.WebClientOptions => ({
  ...(apiUrl === undefined ? {} : { slackApiUrl: apiUrl }),
  retryConfig: { retries: 0 },
  rejectRateLimitedCalls: true,
  // Calls that hang hold up no other: a trigger is good for 3 s.
  maxRequestConcurrency: Number.POSITIVE_INFINITY,
  timeout: TIMES.call,
});

/**
 * What became of something that was sent: Slack's answer, or why there is none; `late`: it was not done, since Slack
 * wants a longer pause than anyone waits (`wait`, in milliseconds) or cannot be reached at all, and no other form of it
 * would be either.
 */
export type Sent<T> =
  | { kind: 'done'; answer: T }
  | Exclude<Failure, { kind: 'busy' }>
  | { kind: 'late'; reason: string; wait: number };

/** May it be done twice? `once`: what is not known to have failed is not tried again. */
type Again = 'freely' | 'once';

/** Breath before what was lost is tried again, in milliseconds; each time half as long again, up to the longest. */
const BREATH = { first: 200, longest: 3000 } as const;

/**
 * Tries until it is done, refused or late, for `within` ms. `once` gives up what was lost; a pause that Slack asks for is
 * kept as long as it ends within `pauses` ms.
 */
async function insist<T>(
  what: string,
  send: () => Promise<{ kind: 'done'; answer: T } | Failure>,
  again: Again,
  log: Log,
  within: number = TIMES.answer,
  pauses: number = TIMES.pauses,
): Promise<Sent<T>> {
  const begun = performance.now();
  for (let tried = 0; ; tried++) {
    const sent = await send();
    if (sent.kind === 'done' || sent.kind === 'refused') return sent;
    log.info(
      { what, reason: sent.reason },
      sent.kind === 'busy' ? 'Slack wants a pause' : 'an answer of Slack’s was lost',
    );
    if (sent.kind === 'lost' && again === 'once') return sent;
    const pause = Math.min(BREATH.first * 1.5 ** tried, BREATH.longest);
    const wait = sent.kind === 'busy' ? Math.max(sent.wait, pause) : pause;
    const most = sent.kind === 'busy' && sent.asked ? pauses : within;
    if (performance.now() + wait > begun + most) {
      const { reason } = sent;
      return sent.kind === 'busy' ? { kind: 'late', reason, wait } : { kind: 'lost', reason };
    }
    await sleep(wait);
  }
}

/** A call of the Web API, tried once. */
export async function attempt<T>(method: () => Promise<T>): Promise<{ kind: 'done'; answer: T } | Failure> {
  try {
    return { kind: 'done', answer: await method() };
  } catch (error) {
    return failureOf(error);
  }
}

/** A call of the Web API. */
export const call = <T>(
  what: string,
  method: () => Promise<T>,
  again: Again,
  log: Log,
  within?: number,
  pauses?: number,
): Promise<Sent<T>> => insist(what, () => attempt(method), again, log, within, pauses);

/**
 * Sends a message to a response_url (Handling user interaction: up to 5 times within 30 minutes). The library's own
 * `respond` has no time limit and does not tell what Slack says. Not by fetch: that takes the processor twice as long,
 * and until it rests nobody hears of the acknowledgement either. Redirects are not followed.
 */
export const respond = (url: string, message: object, again: Again, log: Log): Promise<Sent<undefined>> =>
  insist(
    'response_url',
    async () => {
      try {
        const response = await request(url, {
          method: 'POST',
          headers: { 'content-type': 'application/json; charset=utf-8' },
          body: JSON.stringify(message),
          signal: AbortSignal.timeout(TIMES.call),
        });
        const { statusCode, headers } = response;
        const body = await response.body.text();
        if (statusCode < 200 || statusCode > 299) {
          const failure = failureOfStatus(statusCode, Number(headers['retry-after'] ?? 0));
          // Of what it refuses Slack also says why.
          const told = failure.kind === 'refused' ? failureInBody(body) : undefined;
          return told?.kind === 'refused' ? told : failure;
        }
        return failureInBody(body) ?? { kind: 'done', answer: undefined };
      } catch (error) {
        return failureOfFetch(error);
      }
    },
    again,
    log,
  );

/**
 * Opens a modal, and says whether it is open. A trigger is good for one: where it is used up, a try whose answer was
 * lost has opened it.
 */
export async function opens(open: () => Promise<unknown>, log: Log): Promise<boolean> {
  const sent = await call('views.open', open, 'freely', log, TIMES.answer, TIMES.open);
  if (sent.kind === 'done' || sent.reason === 'exchanged_trigger_id') return true;
  log.info({ reason: sent.reason }, 'no modal could be opened');
  return false;
}
