import type { IncomingMessage } from 'node:http';
import type { Duplex } from 'node:stream';
import type { Http2Bindings, HttpBindings } from '@hono/node-server';
import type { Hono } from 'hono';

/** Node's own request and response, as hono's `c.env`: for the address of the socket. */
export type Bindings = HttpBindings | Http2Bindings;

export type Routes = Hono<{ Bindings: Bindings }>;

/**
 * Answers all requests under one prefix of the process's only HTTP server: Slack's requests, the metrics, a page for a
 * class, the API of a lab.
 *
 * - Routes are those of hono, by their paths below the prefix: `routes.get('/events', …)`. `'*'` takes longer paths. A
 *   handler made for the Fetch API is one route: `routes.all('*', (c) => handle(c.req.raw))`.
 * - What no route takes is 404, a method that no route of the path takes is 405, and HEAD is GET without its body.
 * - An error that a route throws is a bug: the server logs it, and the caller reads a reference to it alone. So a guest
 *   sets no `onError`; what it refuses it answers itself, or throws as hono's HTTPException.
 * - A stream may go on for as long as it likes (`streamSSE` of hono/streaming): `timeout` ends with the headers.
 *   `c.req.raw.signal`, or the stream's cancel(), tells that the other end has gone. Pass `streamSSE` an `onError`: its
 *   own prints.
 * - An upload is read as it comes, from `c.req.raw.body`, or whole: `bodyLimit` holds for both.
 * - A guest with `upgrade` is given the connections on which a client wants to go over to another protocol, such as
 *   WebSockets (with `noServer` of ws). Of all others such a request is answered as if the client had not asked for that.
 */
export interface Guest {
  /** Such as `/slack`. No guest's prefix lies within another's; `/` takes all that no other guest does. */
  prefix: `/${string}`;
  routes: Routes;
  /** Bytes that the body of a request may have. */
  bodyLimit: number;
  /** Milliseconds from a request's headers to those of its answer. */
  timeout: number;
  /** Takes a connection over, or ends it. It is cut when the process ends. */
  upgrade?(incoming: IncomingMessage, socket: Duplex, head: Buffer): Promise<void>;
}

/** `10.0.0.1:4711`, `[2001:db8::1]:4711` or a bare address, as headers name it, as its address alone. */
export const withoutPort = (node: string): string =>
  node
    .trim()
    .replace(/^\[([^\]]*)\](:\d+)?$/, '$1')
    .replace(/^([\d.]+):\d+$/, '$1');
