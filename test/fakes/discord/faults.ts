/** Faults that tests ask for, and rate limits. */
import { rateLimited } from './errors.ts';
import type { Reply } from './http.ts';
import type { State, Window } from './state.ts';
import type { Fault, FaultMatch, Striking } from './types.ts';

export interface Faults {
  add(match: FaultMatch, what: Fault): Striking;
  /** The fault that strikes this request. */
  take(method: string, path: string): Fault | undefined;
  limited(seconds: number, global: boolean): Reply;
}

export function createFaults(): Faults {
  const planned: { match: FaultMatch; left: number; struck: number; what: Fault }[] = [];
  return {
    add: (match, what) => {
      const fault = { match, left: match.times ?? 1, struck: 0, what };
      planned.push(fault);
      const end = (): void => {
        fault.left = 0;
      };
      return Object.assign(end, { struck: () => fault.struck });
    },
    take: (method, path) => {
      if (planned.length === 0) return undefined;
      const found = planned.find(
        ({ match, left }) => left > 0 && (match.method ?? method) === method && path.search(match.path) >= 0,
      );
      if (!found) return undefined;
      found.left -= 1;
      found.struck += 1;
      if (found.left === 0) planned.splice(planned.indexOf(found), 1);
      return found.what;
    },
    limited: (seconds, global) => tooMany(seconds, global),
  };
}

const tooMany = (seconds: number, global: boolean): Reply => ({
  status: 429,
  body: rateLimited(seconds, global),
  headers: {
    'retry-after': String(Math.ceil(seconds)),
    'x-ratelimit-scope': global ? 'global' : 'user',
    ...(global
      ? { 'x-ratelimit-global': 'true' }
      : { 'x-ratelimit-remaining': '0', 'x-ratelimit-reset-after': String(seconds) }),
  },
});

/** One rate limit: so many uses in so many milliseconds. */
export interface Limit {
  name: string;
  uses: number;
  every: number;
}

export const EDITS: Limit = { name: 'webhook-message-edits', uses: 5, every: 2000 };
export const CHANNEL_MESSAGES: Limit = { name: 'channel-messages', uses: 5, every: 5000 };

/** A use of a limited route: its headers, or the 429. The window passes by the server's clock. */
export function useLimit(
  state: State,
  limit: Limit,
  window: Window,
): { over?: Reply; headers: Record<string, string> } {
  if (!state.rateLimits) return { headers: {} };
  const now = state.now();
  if (window.used === 0 || now - window.at >= limit.every) Object.assign(window, { at: now, used: 0 });
  const left = (limit.every - (now - window.at)) / 1000;
  const over = window.used >= limit.uses;
  if (!over) window.used += 1;
  const headers = {
    'x-ratelimit-limit': String(limit.uses),
    'x-ratelimit-remaining': String(limit.uses - window.used),
    'x-ratelimit-reset': ((now + left * 1000) / 1000).toFixed(3),
    'x-ratelimit-reset-after': left.toFixed(3),
    'x-ratelimit-bucket': limit.name,
  };
  if (!over) return { headers };
  const reply = tooMany(Number(left.toFixed(3)), false);
  return { headers, over: { ...reply, headers: { ...reply.headers, ...headers } } };
}

/** What routes without a limit of their own answer; interaction callbacks have none. */
export function rateLimitHeaders({ now }: State, method: string, path: string): Record<string, string> {
  if (path.startsWith('/interactions/')) return {};
  const route = path
    .replace(/\?.*$/, '')
    .replace(/^\/webhooks\/\d+\/[^/]+/, '/webhooks')
    .replace(/\d{17,20}/g, ':id');
  return {
    'x-ratelimit-limit': '50',
    'x-ratelimit-remaining': '49',
    'x-ratelimit-reset': (now() / 1000 + 1).toFixed(3),
    'x-ratelimit-reset-after': '1.000',
    'x-ratelimit-bucket': `${method}${route}`,
  };
}
