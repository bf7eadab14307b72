import { ServerResponse } from 'node:http';
import type { Socket } from 'node:net';

/** Of Node's HTTP server: what reads requests from a connection. */
interface Parser {
  remove(): void;
  free(): void;
  close(): void;
}

const isParser = (value: unknown): value is Parser =>
  typeof value === 'object' &&
  value !== null &&
  ['remove', 'free', 'close'].every((name) => typeof Reflect.get(value, name) === 'function');

/** Frees a parser. It may be at work on the very request that leads here. */
function letGo(parser: Parser): void {
  parser.remove();
  parser.free();
  setImmediate(() => parser.close());
}

/** Of a socket: a closure would keep, beside it, what is known where it is made. */
function end(this: Socket): void {
  this.destroy();
}

/**
 * Takes the connection of a request away from Node's HTTP server, as an upgrade does: the request, its answer and its
 * parser would be kept for as long as it is open, three times as much as the connection itself. Node lets go of a parser
 * for upgrades alone, so that we find it where Node keeps it; where that is elsewhere, it stays. Undefined where there is
 * no connection of its own to take: over HTTP/2, or once it is gone.
 *
 * What the other end sends from now on is another request, which is not answered here: it ends the connection.
 */
export function takeConnection(outgoing: unknown): Socket | undefined {
  if (!(outgoing instanceof ServerResponse)) return undefined;
  const { socket } = outgoing;
  if (!socket || socket.destroyed) return undefined;
  outgoing.detachSocket(socket);
  const parser: unknown = Reflect.get(socket, 'parser');
  // Who listens for data gets them instead of the parser (node:http: connectionListenerInternal).
  socket.on('data', () => {});
  socket.removeAllListeners();
  if (isParser(parser)) {
    Reflect.set(socket, 'parser', null);
    letGo(parser);
  }
  return socket.setTimeout(0).on('error', end).on('end', end).on('data', end);
}
