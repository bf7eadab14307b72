import type { webApi } from '@slack/bolt';
import { runWithin, type Timers } from '../../core/timers.ts';
import { pauseOf } from './errors.ts';
import { TIMES } from './limits.ts';

type Fetch = NonNullable<webApi.WebClientOptions['fetch']>;

/** Calls Slack, and takes an answer that is whole in time. */
export const withDeadline =
  (timers: Timers): Fetch =>
  (url, init) =>
    runWithin(TIMES.call, timers, async (late) => {
      const signal = init?.signal ? AbortSignal.any([init.signal, late]) : late;
      const response = await fetch(url, { ...init, signal });
      const body = await response.arrayBuffer();
      // A status without a body takes none.
      return new Response(body.byteLength === 0 ? null : body, response);
    });

/** What Slack counts together (Rate limits): a method's calls in a workspace; of chat.postMessage, a channel's. */
function limitOf(url: string | URL, body: unknown): string {
  const method = String(url).split('/').at(-1) ?? '';
  if (method !== 'chat.postMessage' || typeof body !== 'string') return method;
  return `${method} ${new URLSearchParams(body).get('channel')}`;
}

/**
 * Calls Slack, but nothing for which it wants a pause: before Retry-After is over, that is answered here as Slack would
 * answer it. `now` in milliseconds.
 */
export function withPauses(now: () => number, send: Fetch): Fetch {
  const pauses = new Map<string, { since: number; until: number }>();

  /** Milliseconds that are left; a clock that was set back tells nothing of them. */
  function leftOf(limit: string): number {
    const pause = pauses.get(limit);
    const at = now();
    if (pause && pause.since <= at && at < pause.until) return pause.until - at;
    pauses.delete(limit);
    return 0;
  }

  return async (url, init) => {
    const limit = limitOf(url, init?.body);
    const left = leftOf(limit);
    if (left > 0)
      return new Response(null, { status: 429, headers: { 'retry-after': String(Math.ceil(left / 1000)) } });
    const response = await send(url, init);
    if (response.status === 429) {
      const wait = pauseOf(Number(response.headers.get('retry-after') ?? 0));
      // Of two calls that were under way, one may have been told a longer pause.
      const until = Math.max(now() + wait, pauses.get(limit)?.until ?? 0);
      pauses.set(limit, { since: now(), until });
    }
    return response;
  };
}
