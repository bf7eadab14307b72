import { once } from 'node:events';
import { createServer, type IncomingMessage, type Server } from 'node:http';
import type { Duplex } from 'node:stream';
import { getRequestListener } from '@hono/node-server';
import { Hono } from 'hono';
import { HTTPException } from 'hono/http-exception';
import { methodNotAllowed } from 'hono/method-not-allowed';
import { routePath } from 'hono/route';
import { timeout } from 'hono/timeout';
import { StartError } from '../../core/errors.ts';
import type { Bindings, Guest, Routes } from '../../core/guest.ts';
import type { Log } from '../../core/log.ts';
import { guarded, limitBody } from './bodies.ts';

export interface HttpServer {
  port: number;
  /** Takes no new requests, on no connection; what is being answered goes on. */
  close(): void;
}

interface Bugs {
  log: Pick<Log, 'error'>;
  /** A short name for a bug, which both the log and the caller get. */
  reference: () => string;
}

/** Milliseconds that a request's headers, and the whole of it, may take: a client that is slower is cut off. */
const PATIENCE = { headers: 10_000, request: 60_000, check: 5_000 } as const;
/** Milliseconds that an idle connection is kept: longer than proxies keep theirs (nginx and load balancers: 60 s). */
const IDLE = 300_000;

const GONE = new HTTPException(400, { message: 'broken off\n' });
const LATE = new HTTPException(503, { message: 'took too long\n' });

/** Takes all that no other guest does. */
const REST = '/';

/** Is one of two prefixes within the other? */
const clash = (one: string, other: string): boolean =>
  one === other || (other !== REST && `${one}/`.startsWith(`${other}/`));

/** @throws StartError where two guests want the same requests. */
function withoutClash(guests: readonly Guest[]): void {
  for (const [i, { prefix }] of guests.entries())
    for (const other of guests.slice(i + 1))
      if (clash(prefix, other.prefix) || clash(other.prefix, prefix))
        throw new StartError(`HTTP: two parts of the program want the requests to ${prefix} and ${other.prefix}`);
}

/** The guest that takes over connections to this address; undefined where none does. */
function upgradeFor(guests: readonly Guest[], url = '/'): Guest['upgrade'] {
  const path = `${url.split('?')[0]}/`;
  const own = guests.find(({ prefix }) => prefix !== REST && path.startsWith(`${prefix}/`));
  return (own ?? guests.find(({ prefix }) => prefix === REST))?.upgrade;
}

/** All guests' routes, each behind its limits. */
function routesOf(guests: readonly Guest[], bug: (error: unknown, prefix?: string) => Response): Routes {
  const root: Routes = new Hono();
  root.use(
    methodNotAllowed({
      app: root,
      onMethodNotAllowed: (c, methods) => c.text(`only ${methods.join(', ')}\n`, 405, { Allow: methods.join(', ') }),
    }),
  );
  // Of two that take a request, the first one answers it.
  const ordered = guests.toSorted((one, other) => Number(one.prefix === REST) - Number(other.prefix === REST));
  for (const { prefix, routes, bodyLimit, timeout: within } of ordered) {
    root.use(`${prefix}/*`.replace('//', '/'), timeout(within, LATE), limitBody(bodyLimit));
    root.route(prefix, routes);
  }
  root.notFound((c) => c.text('not found\n', 404));
  root.onError((error, c) => {
    if (error instanceof HTTPException) return error.getResponse();
    // The client broke off while it sent: no bug, and no client reads the answer.
    if (error === c.env.incoming.errored) return GONE.getResponse();
    return bug(error, routePath(c));
  });
  return root;
}

/** Connections that wait to be taken: a lecture hall comes in one moment, and what is refused comes again after seconds. */
const BACKLOG = 4096;

/** Ports that are tried where one is in use and was not asked for. */
const NEXT = 20;

const codeOf = (error: unknown): unknown => (error instanceof Error && 'code' in error ? error.code : error);

/** Listens on a port, or on the next free one where `orNext`. @throws StartError where it cannot. */
async function listenOn(
  server: Server,
  { host, port, orNext = false }: { host: string; port: number; orNext?: boolean },
): Promise<void> {
  for (let tried = port; ; tried++) {
    server.listen({ port: tried, host, backlog: BACKLOG });
    try {
      await once(server, 'listening');
      return;
    } catch (error) {
      if (orNext && codeOf(error) === 'EADDRINUSE' && tried < port + NEXT) continue;
      throw new StartError(`PORT: cannot listen on ${host}:${port} (${codeOf(error)})`);
    }
  }
}

/**
 * The process has this one server. Every request goes to the guest under whose prefix it is; see Guest. `orNext`: another
 * port will do where that one is in use.
 * @throws StartError where it cannot listen, or two guests want the same requests.
 */
export async function serveHttp(
  { host, port, ...where }: { host: string; port: number; orNext?: boolean },
  guests: readonly Guest[],
  { log, reference }: Bugs,
): Promise<HttpServer> {
  withoutClash(guests);
  /** `path`: as its route has it (`/j/:code`), since an address may hold what is secret. */
  const bug = (error: unknown, path?: string): Response => {
    const name = reference();
    log.error({ err: error, reference: name, path }, 'a request failed');
    return new Response(`failed; the log says why under ${name}\n`, { status: 500 });
  };
  const routes = routesOf(guests, bug);
  let isEnding = false;
  /** While the process ends, its parts have stopped: no further request may come over a connection that is kept. */
  const closeWhenEnding = (outgoing: Bindings['outgoing']): void => {
    if (isEnding && !outgoing.headersSent) outgoing.setHeader('Connection', 'close');
    // A stream's headers may have gone long before.
    outgoing.once('close', () => isEnding && server.closeIdleConnections());
  };
  const answer = async (request: Request, env: Bindings): Promise<Response> => {
    try {
      const response = await routes.fetch(request, env);
      closeWhenEnding(env.outgoing);
      return guarded(response, (error) => {
        bug(error);
        // The caller has read a part, and must not take it for the whole.
        env.outgoing.destroy();
      });
    } catch (error) {
      // hono hands on what is thrown and is no Error.
      return bug(error);
    }
  };
  const server = createServer(
    {
      headersTimeout: PATIENCE.headers,
      requestTimeout: PATIENCE.request,
      connectionsCheckingInterval: PATIENCE.check,
      keepAliveTimeout: IDLE,
      shouldUpgradeCallback: ({ url }) => upgradeFor(guests, url) !== undefined,
    },
    // HTTP/1.0 names no host.
    getRequestListener(answer, { overrideGlobalObjects: false, hostname: 'localhost' }),
  );
  const takenOver = new Set<Duplex>();
  server.on('upgrade', (incoming: IncomingMessage, socket: Duplex, head: Buffer) => {
    const upgrade = upgradeFor(guests, incoming.url);
    if (isEnding || upgrade === undefined) return void socket.destroy();
    takenOver.add(socket);
    socket.once('close', () => takenOver.delete(socket));
    // The other end may go at any time; who took it over hears of its close.
    socket.on('error', () => {});
    upgrade(incoming, socket, head).catch((error: unknown) => {
      bug(error);
      socket.destroy();
    });
  });
  await listenOn(server, { host, port, ...where });
  const address = server.address();
  return {
    port: typeof address === 'object' && address !== null ? address.port : port,
    close() {
      isEnding = true;
      server.close();
      server.closeIdleConnections();
      for (const socket of takenOver) socket.destroy();
    },
  };
}
