import type { IncomingMessage } from 'node:http';
import { Hono } from 'hono';
import { UserError } from '../../core/errors.ts';
import type { Guest, Routes } from '../../core/guest.ts';
import type { ApiAnswer, ApiRequest, LabClient, Labs } from '../../core/lab.ts';
import { answered, streamed } from './answers.ts';
import { sorry } from './sorry.ts';
import { refuse, upgradeTo } from './upgrade.ts';

/** Bytes of a manifest, and a little: what the API server's store takes of one object. */
const BODY = 1.6 * 2 ** 20;
const TIMEOUT = 30_000;
/** Connections of one lab that are taken over: shells and forwarded ports. */
const TAKEN = 40;
/** Requests to one lab that wait for its answer. */
const ASKED = 64;

const GONE = sorry(404, 'NotFound', 'there is no lab at this address any more; ask the bot for a new kubeconfig');
const BROWSER = sorry(403, 'Forbidden', 'this is the API of a lab, for kubectl; a browser may not ask it');
const FULL = sorry(429, 'TooManyRequests', 'too many shells and forwarded ports at once; end some of them');
const BUSY = sorry(429, 'TooManyRequests', 'too many requests at once', { 'retry-after': '1' });

/** A page of another site could have a browser ask: programs alone may. */
function isBrowser(headers: IncomingMessage['headers']): boolean {
  const { origin, 'sec-fetch-site': site, 'user-agent': agent = '' } = headers;
  return origin !== undefined || site !== undefined || /^Mozilla\//.test(agent);
}

/** A browser that asks through `kubectl proxy`, for the student who sits before it: no page of another site had it do so. */
function isThroughProxy(headers: IncomingMessage['headers']): boolean {
  const { origin, 'sec-fetch-site': site = 'none', 'x-forwarded-for': through } = headers;
  return through !== undefined && origin === undefined && (site === 'none' || site === 'same-origin');
}

const headersOf = (headers: IncomingMessage['headers']): Record<string, string> =>
  Object.fromEntries(
    Object.entries(headers).map(([name, value]) => [name, Array.isArray(value) ? value.join(',') : `${value}`]),
  );

/** What kubectl is told of a lab that cannot answer just now. What is a bug is thrown on. */
function stopped(error: unknown): ApiAnswer {
  if (error instanceof UserError) return sorry(503, 'ServiceUnavailable', error.text.en);
  throw error;
}

/** Which lab a path is of, and where in it; an answer instead where it is of none. */
type Locate = (path: string) => Promise<{ client: LabClient; path: string } | ApiAnswer>;

/** Counts what each lab has of something just now. */
function createCount(): (client: LabClient, by: 1 | -1) => number {
  const counts = new WeakMap<LabClient, number>();
  return (client, by) => {
    const now = (counts.get(client) ?? 0) + by;
    counts.set(client, now);
    return now;
  };
}

function guestAt(
  { prefix, isOnly }: { prefix: `/${string}`; isOnly: boolean },
  locate: Locate,
): Guest & Required<Pick<Guest, 'upgrade'>> {
  // On a server with other pages, what a program of a lab answers must not be one of them.
  const isRefused = (headers: IncomingMessage['headers']): boolean =>
    isBrowser(headers) && !(isOnly && isThroughProxy(headers));
  const taken = createCount();
  const asked = createCount();
  async function read(
    { method = 'GET', headers }: Pick<IncomingMessage, 'method' | 'headers'>,
    url: string,
    body: Uint8Array,
  ) {
    const { pathname, searchParams } = new URL(url, 'http://lab');
    const request: ApiRequest = { method, path: pathname, query: searchParams, headers: headersOf(headers), body };
    return { request, place: isRefused(headers) ? BROWSER : await locate(pathname) };
  }
  const routes: Routes = new Hono();
  routes.all('*', async (c) => {
    const { request, place } = await read(c.env.incoming, c.req.raw.url, new Uint8Array());
    if (!('client' in place)) return answered(request, place);
    const { client, path } = place;
    try {
      if (asked(client, 1) > ASKED) return answered(request, BUSY);
      // Only now: of requests that are refused nothing is held.
      const body = new Uint8Array(await c.req.raw.arrayBuffer());
      return await streamed(client, { ...request, path, body });
    } catch (error) {
      return answered(request, stopped(error));
    } finally {
      asked(client, -1);
    }
  });
  return {
    ...{ prefix, routes, bodyLimit: BODY, timeout: TIMEOUT },
    async upgrade(incoming, socket, head) {
      const { request, place } = await read(incoming, incoming.url ?? '/', new Uint8Array());
      if (!('client' in place)) return refuse(socket, place);
      const { client, path } = place;
      socket.once('close', () => taken(client, -1));
      if (taken(client, 1) > TAKEN) return refuse(socket, FULL);
      return upgradeTo(client, { ...request, path }, { incoming, socket, head }).catch((error: unknown) =>
        refuse(socket, stopped(error)),
      );
    },
  };
}

/** Serves the API of labs at `prefix/<secret>/…`, to kubectl and programs like it. */
export function createLabGuest(labs: Pick<Labs, 'behind'>, prefix: `/${string}`): Guest {
  return guestAt({ prefix, isOnly: false }, async (whole) => {
    const [, secret = '', path = '/'] = /^\/([^/]+)(\/.*)?$/.exec(whole.slice(prefix.length)) ?? [];
    try {
      const client = secret === '' ? undefined : await labs.behind(secret);
      return client === undefined ? GONE : { client, path };
    } catch (error) {
      return stopped(error);
    }
  });
}

/**
 * The API of a server's only lab, at no path of its own: `kubectl get --raw` asks there, whatever path its kubeconfig has.
 */
export const createOnlyLabGuest = (client: LabClient): Guest =>
  guestAt({ prefix: '/', isOnly: true }, async (path) => ({ client, path }));
