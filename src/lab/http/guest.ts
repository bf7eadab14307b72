import type { IncomingMessage } from 'node:http';
import type { Duplex } from 'node:stream';
import { promisify } from 'node:util';
import { gzip } from 'node:zlib';
import { type Context, Hono } from 'hono';
import { UserError } from '../../core/errors.ts';
import type { Bindings, Guest, Routes } from '../../core/guest.ts';
import type { ApiAnswer, ApiRequest, LabClient, Labs } from '../../core/lab.ts';
import { ApiError } from '../engine/errors.ts';
import { refuse, upgradeTo } from './upgrade.ts';

/** Bytes of a manifest, and a little: what the API server's store takes of one object. */
const BODY = 1.6 * 2 ** 20;
const TIMEOUT = 30_000;
/** Bytes that wait for who does not read. */
const UNREAD = 512 * 1024;
/** Answers of so many bytes are packed, as the API server does. */
const LARGE = 128 * 1024;

const packed = promisify(gzip);

/** Answers in the form that kubectl prints. */
function sorry(status: number, reason: string, message: string): ApiAnswer {
  const { status: said } = new ApiError(status, reason, message);
  return { status, headers: { 'content-type': 'application/json' }, body: JSON.stringify(said) };
}

const GONE = sorry(404, 'NotFound', 'there is no lab at this address any more; ask the bot for a new kubeconfig');
const BROWSER = sorry(403, 'Forbidden', 'this is the API of a lab, for kubectl; a browser may not ask it');

/** A page of somebody else could have a browser ask: programs alone may. */
const isBrowser = (headers: IncomingMessage['headers']): boolean =>
  headers.origin !== undefined ||
  headers['sec-fetch-site'] !== undefined ||
  /^Mozilla\//.test(headers['user-agent'] ?? '');

const headersOf = (headers: IncomingMessage['headers']): Record<string, string> =>
  Object.fromEntries(
    Object.entries(headers).map(([name, value]) => [name, Array.isArray(value) ? value.join(',') : `${value}`]),
  );

/** `/lab/<secret>/api/v1/pods` -> its secret, and the path within the lab. */
function placeOf(url: string, prefix: string): { secret: string; path: string; query: URLSearchParams } | undefined {
  const { pathname, searchParams } = new URL(url, 'http://lab');
  const rest = pathname.startsWith(`${prefix}/`) ? pathname.slice(prefix.length + 1) : '';
  const at = rest.indexOf('/');
  const secret = at < 0 ? rest : rest.slice(0, at);
  return secret === '' ? undefined : { secret, path: at < 0 ? '/' : rest.slice(at), query: searchParams };
}

async function answered(request: ApiRequest, { status, headers, body }: ApiAnswer): Promise<Response> {
  // A process or a port, asked for without a WebSocket.
  if (status === 101) return new Response('Upgrade request required', { status: 400 });
  const isLarge = body.length > LARGE && (request.headers['accept-encoding'] ?? '').includes('gzip');
  const isBodiless = request.method === 'HEAD';
  if (!isLarge || isBodiless) return new Response(isBodiless ? null : body, { status, headers });
  const all = { ...headers, 'content-encoding': 'gzip', vary: 'Accept-Encoding' };
  return new Response(new Uint8Array(await packed(body, { level: 1 })), { status, headers: all });
}

/** A watch or a log goes on for as long as both ends like; who does not read is cut off by the lab. */
async function streamed(client: LabClient, request: ApiRequest): Promise<Response> {
  const encoder = new TextEncoder();
  let stop = (): void => {};
  let isOver = false;
  let controller: ReadableStreamDefaultController<Uint8Array> | undefined;
  const body = new ReadableStream<Uint8Array>(
    {
      start(own) {
        controller = own;
      },
      cancel() {
        isOver = true;
        stop();
      },
    },
    new ByteLengthQueuingStrategy({ highWaterMark: UNREAD }),
  );
  const begun = await client.stream(request, {
    write: (piece) => isOver || controller?.enqueue(encoder.encode(piece)),
    end() {
      if (!isOver) controller?.close();
      isOver = true;
    },
    isFull: () => isOver || (controller?.desiredSize ?? 0) <= 0,
  });
  if ('answer' in begun) return answered(request, begun.answer);
  stop = begun.stop;
  return new Response(body, { status: 200, headers: begun.headers });
}

/** Serves the API of labs at `prefix/<secret>/…`, to kubectl and programs like it. */
export function createLabGuest(labs: Pick<Labs, 'behind'>, prefix: `/${string}`): Guest {
  async function find(secret: string): Promise<LabClient | ApiAnswer> {
    try {
      return (await labs.behind(secret)) ?? GONE;
    } catch (error) {
      if (error instanceof UserError) return sorry(503, 'ServiceUnavailable', error.text.en);
      throw error;
    }
  }
  const take = async (c: Context<{ Bindings: Bindings }>): Promise<Response> => {
    const { incoming } = c.env;
    const place = placeOf(c.req.raw.url, prefix);
    const request: ApiRequest = {
      ...{ method: c.req.method, path: place?.path ?? '/', query: place?.query ?? new URLSearchParams() },
      headers: headersOf(incoming.headers),
      body: new Uint8Array(await c.req.raw.arrayBuffer()),
    };
    if (isBrowser(incoming.headers)) return answered(request, BROWSER);
    const client = place === undefined ? GONE : await find(place.secret);
    return 'stream' in client ? streamed(client, request) : answered(request, client);
  };
  const routes: Routes = new Hono();
  routes.all('*', take);
  return {
    ...{ prefix, routes, bodyLimit: BODY, timeout: TIMEOUT },
    async upgrade(incoming: IncomingMessage, socket: Duplex, head: Buffer) {
      if (isBrowser(incoming.headers)) return refuse(socket, BROWSER);
      const place = placeOf(incoming.url ?? '/', prefix);
      const client = place === undefined ? GONE : await find(place.secret);
      if (place === undefined || !('stream' in client)) return refuse(socket, 'stream' in client ? GONE : client);
      const { path, query } = place;
      const request = { method: incoming.method ?? 'GET', path, query, headers: headersOf(incoming.headers) };
      return upgradeTo(client, { ...request, body: new Uint8Array() }, { incoming, socket, head });
    },
  };
}
