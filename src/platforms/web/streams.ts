import type { Socket } from 'node:net';
import { RESPONSE_ALREADY_SENT } from '@hono/node-server/utils/response';
import type { Log } from '../../core/log.ts';
import { takeConnection } from './connection.ts';
import { WEB } from './limits.ts';

/** What a stream is opened for: who plays a live quiz, a wall or an instructor's phone, or a chat. */
export type Listening = 'player' | 'walls' | 'chats';

interface Opening {
  address: string;
  browser: string;
  as: Listening;
}

/** The head of a stream of events; it ends with its connection. */
const headOf = (now: number): string =>
  [
    'HTTP/1.1 200 OK',
    'Content-Type: text/event-stream; charset=utf-8',
    'Cache-Control: no-store, no-transform',
    'X-Content-Type-Options: nosniff',
    // nginx holds what it is sent back otherwise.
    'X-Accel-Buffering: no',
    `Date: ${new Date(now).toUTCString()}`,
    'Connection: close',
    '\r\n',
  ].join('\r\n');

/** The connections on which pages are told what is new (Server-sent events), and who has how many of them. */
export function createStreams({ now, log }: { now: () => number; log: Pick<Log, 'warn'> }) {
  const sockets = new Set<Socket>();
  const open = new Map<string, number>();
  const add = (key: string, more: number): void => {
    const count = (open.get(key) ?? 0) + more;
    if (count <= 0) open.delete(key);
    else open.set(key, count);
  };
  return {
    /**
     * Answers a request by a stream, which `serve` writes to and ends. `full`: its address or its browser has too many, or
     * all have. `none`: its connection is none that can be kept.
     */
    open(
      { address, browser, as }: Opening,
      outgoing: unknown,
      serve: (socket: Socket) => Promise<void>,
    ): Response | 'full' | 'none' {
      const limits: readonly [key: string, most: number][] = [
        [`a ${address}`, WEB.streams.address],
        [`b ${browser}`, WEB.streams.browser],
        // Places of a lecture hall are for those who play.
        ...(as === 'player' ? [] : [[`${as} ${address}`, WEB.streams[as]] as [string, number]]),
      ];
      if (sockets.size >= WEB.streams.all || limits.some(([key, most]) => (open.get(key) ?? 0) >= most)) return 'full';
      const socket = takeConnection(outgoing);
      if (!socket) return 'none';
      const keys = limits.map(([key]) => key);
      sockets.add(socket);
      for (const key of keys) add(key, 1);
      socket.once('close', () => {
        sockets.delete(socket);
        for (const key of keys) add(key, -1);
      });
      socket.write(headOf(now()));
      serve(socket).catch((error: unknown) => {
        log.warn({ err: error }, 'a page could not be told what is new');
        socket.destroy();
      });
      return RESPONSE_ALREADY_SENT;
    },
    /** Ends all of them: each comes again, to a process that is there by then. */
    stop(): void {
      for (const socket of sockets) socket.destroySoon();
    },
  };
}

export type Streams = ReturnType<typeof createStreams>;
