import { DefaultRestOptions, HTTPError, REST, type RESTOptions, type RouteLike } from 'discord.js';
import type { DiscordConfig } from './config.ts';
import { TIMES } from './limits.ts';
import { startProblem } from './problems.ts';

/** Milliseconds. */
const REQUEST = 10_000;

const isCallback = (route: string): boolean => route.endsWith('/callback');

/** Seconds to wait where Discord, or a proxy, asks for a pause without a length. */
const PAUSE = '1';

/** Sends a request, and makes what only proxies and others answer into what discord.js can bear. */
const makeRequest: RESTOptions['makeRequest'] = async (url, init) => {
  const response = await DefaultRestOptions.makeRequest(url, init);
  const { status, statusText, headers } = response;
  // discord.js would ask again at once, for ever.
  if (status === 429 && !(Number(headers.get('Retry-After')) > 0)) headers.set('Retry-After', PAUSE);
  if ((status >= 200 && status < 300) || (status >= 400 && status < 600)) {
    const json = async (): Promise<unknown> => {
      const body: unknown = await response.json();
      // discord.js looks into an error's body, which from elsewhere may be a bare word.
      return response.ok || (typeof body === 'object' && body !== null) ? body : {};
    };
    return { ...response, json };
  }
  // Whoever redirects is not Discord's API; discord.js would take it for done.
  response.arrayBuffer().catch(() => undefined);
  throw new HTTPError(status, statusText, init.method ?? 'GET', url, {});
};

/** Waits that are no use: longer than an answer is wanted, or than an operator looks at a silent terminal. */
const rejectOnRateLimit = ({ route, retryAfter }: { route: string; retryAfter: number }): boolean =>
  retryAfter > (isCallback(route) ? TIMES.answer : TIMES.fill);

/** How Discord is asked; its own address where none is set. */
export const restOptions = ({ apiUrl }: { apiUrl: string | undefined }) => ({
  timeout: REQUEST,
  makeRequest,
  rejectOnRateLimit,
  ...(apiUrl === undefined ? {} : { api: apiUrl }),
});

/**
 * One question to Discord by the bot's own token, before there is a connection.
 * @throws DiscordError with a line for people.
 */
export const ask = ({ token, apiUrl }: Pick<DiscordConfig, 'token' | 'apiUrl'>, route: RouteLike): Promise<unknown> =>
  new REST(restOptions({ apiUrl }))
    .setToken(token)
    .get(route)
    .catch((error: unknown) => Promise.reject(startProblem(error)));
