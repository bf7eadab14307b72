import { setImmediate as pollOnce } from 'node:timers/promises';
import { DefaultRestOptions, HTTPError, REST, type RESTOptions, type RouteLike } from 'discord.js';
import type { z } from 'zod';
import type { Timers } from '../../core/timers.ts';
import { readAnswer } from './answers.ts';
import type { DiscordConfig } from './config.ts';
import { failureOf, LostError, startProblem, UnsentError } from './errors.ts';
import { TIMES } from './limits.ts';

/** Milliseconds for one request, its wait for its turn included. */
export const REQUEST = 10_000;

export const oneRequest = (): AbortSignal => AbortSignal.timeout(REQUEST);

const isCallback = (route: string): boolean => route.endsWith('/callback');

const isOfChannel = (route: string): boolean => /\/(?:channels|users\/@me)\//.test(route);

const isPost = (route: string, method: string): boolean =>
  method === 'POST' && /\/channels\/[^/]+\/messages$/.test(route);

/** Of a guild's scheduled events, or one of them. */
const isOfEvents = (route: string): boolean => /\/scheduled-events(?:\/|$)/.test(route);

/** Seconds to wait where Discord, or a proxy, asks for a pause without a length. */
const PAUSE = '1';

type Send = RESTOptions['makeRequest'];

/**
 * A form as bytes: undici reads it as a stream, whose failure no code can catch if the answer comes early. And the
 * undici that a process loads first sends for all others in it: Slack's cannot read discord.js's forms at all.
 */
async function asBytes(init: Parameters<Send>[1]): Promise<Parameters<Send>[1]> {
  if (!(init.body instanceof FormData)) return init;
  const form = new Response(init.body);
  const headers = { ...init.headers, 'content-type': form.headers.get('content-type') ?? '' };
  return { ...init, headers, body: new Uint8Array(await form.arrayBuffer()) };
}

/** discord.js tries again where a connection was reset; all that we ask may be asked twice where it was closed, too. */
const send: Send = (url, init) =>
  DefaultRestOptions.makeRequest(url, init).catch((error: unknown) => {
    const closed = error instanceof Error && 'code' in error && error.code === 'UND_ERR_SOCKET';
    throw closed ? Object.assign(error, { code: 'ECONNRESET' }) : error;
  });

/** One request that hangs must not cost the three seconds: of two callbacks Discord takes just one. */
const sendTwice =
  ({ after }: Timers): Send =>
  (url, init) => {
    const answered = new AbortController();
    const hangs = Promise.withResolvers<void>();
    const cancel = after(TIMES.hangs, hangs.resolve);
    const again = hangs.promise
      // A busy process looks first whether the answer is there.
      .then(() => pollOnce(undefined, answered))
      .then(() => send(url, init));
    return Promise.race([send(url, init), again]).finally(() => {
      cancel();
      answered.abort();
    });
  };

/** Each time that it is taken, there is one message, or one event, more. */
const makesMore = (url: string, method: string): boolean =>
  isPost(url, method) ||
  (method === 'POST' && isOfEvents(url)) ||
  (method === 'POST' && /\/webhooks\/[^/]+\/[^/]+$/.test(url));

/** Its sender has to know whether a message may be there: discord.js does not say that it has sent a request again. */
const sendOnce: Send = (url, init) => {
  if (init.signal?.aborted) return Promise.reject(new UnsentError());
  return DefaultRestOptions.makeRequest(url, init).catch((error: unknown) => {
    throw failureOf(error) === 'lost' ? new LostError(error) : error;
  });
};

const sendBest: Send = (url, init) => (makesMore(url, init.method ?? 'GET') ? sendOnce : send)(url, init);

/** Makes what only proxies and others answer to a request into what discord.js can bear. */
const bearably =
  (send: Send): Send =>
  async (url, init) => {
    const response = await send(url, await asBytes(init));
    const { status, statusText, headers } = response;
    // discord.js would ask again at once, for ever.
    if (status === 429 && !(Number(headers.get('Retry-After')) > 0)) headers.set('Retry-After', PAUSE);
    // discord.js would try a fault again three times at once; answers have tries and pauses of their own.
    const end = init.method === 'POST' || init.method === 'PATCH' ? 500 : 600;
    // discord.js would forget the bot's token, and throw at all else, for ever; a proxy may say so. The gateway knows better.
    const isForeign = status === 401 && isOfChannel(url);
    if ((status >= 200 && status < 300) || (status >= 400 && status < end && !isForeign)) {
      const json = async (): Promise<unknown> => {
        const body: unknown = await response.json();
        // discord.js looks into an error's body, which from elsewhere may be a bare word.
        return response.ok || (typeof body === 'object' && body !== null) ? body : {};
      };
      return { ...response, json };
    }
    // Nor is a redirection an answer, which discord.js would take for done.
    response.arrayBuffer().catch(() => undefined);
    throw new HTTPError(status, statusText, init.method ?? 'GET', url, {});
  };

/** Milliseconds. A post that waits longer in here may be another process's by then: its own worker waits instead. */
const POST_WAITS = 2000;

const longest = (route: string, method: string): number => {
  if (isPost(route, method) || isOfEvents(route)) return POST_WAITS;
  if (isCallback(route)) return TIMES.answer;
  // What is asked of a channel has one request's time.
  return isOfChannel(route) ? REQUEST : TIMES.fill;
};

/** Waits that are no use: longer than an answer is wanted, or than an operator looks at a silent terminal. */
const rejectOnRateLimit = ({ route, method, retryAfter }: { route: string; method: string; retryAfter: number }) =>
  retryAfter > longest(route, method);

/** How Discord is asked; its own address where none is set. */
export const restOptions = ({ apiUrl }: Pick<DiscordConfig, 'apiUrl'>) => ({
  timeout: REQUEST,
  makeRequest: bearably(sendBest),
  rejectOnRateLimit,
  ...(apiUrl === undefined ? {} : { api: apiUrl }),
});

/**
 * For answers to interactions, which go by tokens of their own: the bot's global limit is not for them (Discord, Rate
 * Limits: Global Rate Limit), and discord.js would count them in. Answers that a class
 * gets late would hold up the posts in its channel.
 */
export const createAnswerRest = (config: Pick<DiscordConfig, 'apiUrl'>, timers: Timers): REST => {
  const twice = sendTwice(timers);
  const makeRequest = bearably((url, init) => (isCallback(url) ? twice : sendBest)(url, init));
  return new REST({ ...restOptions(config), makeRequest, globalRequestsPerSecond: Number.POSITIVE_INFINITY });
};

/**
 * One question to Discord by the bot's own token, before there is a connection.
 * @throws DiscordError with a line for people.
 */
export const ask = <T>(
  { token, apiUrl }: Pick<DiscordConfig, 'token' | 'apiUrl'>,
  route: RouteLike,
  schema: z.ZodType<T>,
): Promise<T> =>
  readAnswer(schema, new REST(restOptions({ apiUrl })).setToken(token).get(route)).catch((error: unknown) =>
    Promise.reject(startProblem(error)),
  );
