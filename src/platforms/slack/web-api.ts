import type { webApi } from '@slack/bolt';
import { request } from 'undici';
import type { Log } from '../../core/log.ts';
import { pause, runWithin, type Timers } from '../../core/timers.ts';
import { type Failure, failureInBody, failureOf, failureOfFetch, failureOfStatus } from './errors.ts';
import type { Trigger } from './incoming.ts';
import { SLACK, TIMES } from './limits.ts';
import { withDeadline, withPauses } from './pauses.ts';

/**
 * How the library calls Slack. It would try a call whose answer was lost again, and post twice; and it would hold all
 * calls back for one that is too fast. So it tries once, and what may be tried again is decided here, a call at a time.
 * All clients of a connection share these: a pause that Slack wants holds for all of them. `now` in milliseconds.
 */
export const clientOptions = (
  apiUrl: string | undefined,
  now: () => number,
  timers: Timers,
): webApi.WebClientOptions => ({
  ...(apiUrl === undefined ? {} : { slackApiUrl: apiUrl }),
  fetch: withPauses(now, withDeadline(timers)),
  retryConfig: { retries: 0 },
  rejectRateLimitedCalls: true,
  // Calls that hang hold up no other: a trigger is good for 3 s.
  maxRequestConcurrency: Number.POSITIVE_INFINITY,
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

interface Parts {
  log: Log;
  timers: Timers;
}

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
  { log, timers }: Parts,
  within: number = TIMES.answer,
  pauses: number = TIMES.pauses,
): Promise<Sent<T>> {
  const begun = timers.now();
  for (let tried = 0; ; tried++) {
    const sent = await send();
    if (sent.kind === 'done' || sent.kind === 'refused') return sent;
    log.info(
      { what, reason: sent.reason },
      sent.kind === 'busy' ? 'Slack wants a pause' : 'an answer of Slack’s was lost',
    );
    if (sent.kind === 'lost' && again === 'once') return sent;
    const breath = Math.min(BREATH.first * 1.5 ** tried, BREATH.longest);
    const wait = sent.kind === 'busy' ? Math.max(sent.wait, breath) : breath;
    const most = sent.kind === 'busy' && sent.asked ? pauses : within;
    if (timers.now() + wait > begun + most) {
      const { reason } = sent;
      return sent.kind === 'busy' ? { kind: 'late', reason, wait } : { kind: 'lost', reason };
    }
    await pause(wait, timers);
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
  parts: Parts,
  within?: number,
  pauses?: number,
): Promise<Sent<T>> => insist(what, () => attempt(method), again, parts, within, pauses);

/** The address that came with a command or a press. */
export interface ResponseUrl {
  url: string;
  /** When it came, epoch milliseconds. */
  at: number;
  /** How often it was used. */
  uses: number;
}

/** Why an address is used no more, in Slack's words. */
const worn = ({ at, uses }: ResponseUrl, most: number, now: number): string | undefined => {
  if (now - at > TIMES.url) return 'expired_url';
  return uses >= most ? 'used_url' : undefined;
};

/** The library's own `respond` has no time limit and does not tell what Slack says. */
async function post(
  url: string,
  message: object,
  timers: Timers,
): Promise<{ kind: 'done'; answer: undefined } | Failure> {
  try {
    // Not by fetch: that takes the processor twice as long, and until it rests no acknowledgement is sent either.
    // Redirects are not followed.
    const { statusCode, headers, body } = await runWithin(TIMES.call, timers, async (signal) => {
      const response = await request(url, {
        method: 'POST',
        headers: { 'content-type': 'application/json; charset=utf-8' },
        body: JSON.stringify(message),
        signal,
      });
      return { ...response, body: await response.body.text() };
    });
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
}

/**
 * Sends a message to a response_url, up to `most` times in all (Handling user interaction: up to 5 times within 30
 * minutes).
 */
export async function respond(
  to: ResponseUrl,
  message: object,
  again: Again,
  { now, ...parts }: Parts & { now: () => number },
  most: number = SLACK.urlUses,
): Promise<Sent<undefined>> {
  let wasLost = false;
  const send = async () => {
    const reason = worn(to, most, now());
    if (reason !== undefined) return { kind: 'refused', reason } as const;
    to.uses++;
    const sent = await post(to.url, message, parts.timers);
    wasLost ||= sent.kind === 'lost';
    return sent;
  };
  const sent = await insist('response_url', send, again, parts);
  // A try that was lost before the address was worn out may have been done.
  if (sent.kind === 'refused' && wasLost && worn(to, most, now())) return { kind: 'lost', reason: sent.reason };
  return sent;
}

/** Opens a modal while its trigger is good; see isOpen(). */
export async function openView(
  { at }: Trigger,
  open: () => Promise<unknown>,
  { now, ...parts }: Parts & { now: () => number },
): Promise<Sent<unknown>> {
  const left = (): number => at + TIMES.trigger - now();
  const send = async () => (left() > 0 ? attempt(open) : ({ kind: 'refused', reason: TOO_OLD } as const));
  const sent = await insist('views.open', send, 'freely', parts, left(), left());
  if (!isOpen(sent)) parts.log.info({ reason: reasonOf(sent) }, 'no modal could be opened');
  return sent;
}

const TOO_OLD = 'the trigger is too old';
const reasonOf = (sent: Sent<unknown>): string => ('reason' in sent ? sent.reason : '');

/** A trigger is good for one modal: where it is used up, a try whose answer was lost has opened it. */
export const isOpen = (sent: Sent<unknown>): boolean =>
  sent.kind === 'done' || reasonOf(sent) === 'exchanged_trigger_id';

/** Was it refused for what it is, and not for its trigger or for those that are open already? (views.open: errors) */
export const isRefused = (sent: Sent<unknown>): boolean =>
  sent.kind === 'refused' && !/trigger|limit/.test(sent.reason);

/** The same, where it matters only whether it is open. */
export const openModal = async (...given: Parameters<typeof openView>): Promise<boolean> =>
  isOpen(await openView(...given));
