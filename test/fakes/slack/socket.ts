/** Socket Mode: tickets, connections, and the controls of both. */

import { randomUUID } from 'node:crypto';
import type { IncomingMessage, Server } from 'node:http';
import type { Duplex } from 'node:stream';
import { setTimeout as sleep } from 'node:timers/promises';
import { type WebSocket, WebSocketServer } from 'ws';
import type { Results, Transport } from './deliveries.ts';
import { createEnvelopes } from './envelopes.ts';
import { HOST, hello, isOpen, type Link, newLink, write } from './links.ts';
import type { State } from './state.ts';
import type { Socket } from './types.ts';

const MAX_CONNECTIONS = 10;
const PING_EVERY = 10_000;
/** Slack closes a connection about ten seconds after its warning. */
const WARNED = 10_000;
/** How long connections have to end by themselves. */
const GOODBYE = 200;

export interface SocketServer extends Socket, Transport {
  /** A new address, good for one connection. */
  ticket(): string;
  close(): Promise<void>;
}

export function createSocket(state: State, server: Server, results: Results): SocketServer {
  const tickets = new Set<string>();
  const links: Link[] = [];
  const settings = { withhold: false, refuse: false, linger: false, opened: 0 };
  const envelopes = createEnvelopes(links, results);

  const greet = (link: Link): void => {
    link.greeted = true;
    write(link, hello(state, links.filter(isOpen).length));
    envelopes.flush();
  };

  const gone = (link: Link): void => {
    const index = links.indexOf(link);
    if (index >= 0) links.splice(index, 1);
    for (const { pending, attempt } of link.envelopes.values()) results.failed(pending, attempt, 'timeout');
  };

  const part = (link: Link, reason: Parameters<Socket['disconnect']>[0]): void => {
    write(link, { type: 'disconnect', reason, debug_info: { host: HOST } });
    if (reason === 'warning') {
      state.clock.after(WARNED, () => link.socket.close(1000));
      return;
    }
    link.ending = true;
    link.socket.close(1000);
  };

  const sockets = new WebSocketServer({ noServer: true, autoPong: false, perMessageDeflate: false });

  const connected = (socket: WebSocket): void => {
    const link = newLink(socket);
    settings.opened += 1;
    socket.on('error', () => socket.terminate());
    if (links.length >= MAX_CONNECTIONS) {
      part(link, 'too_many_websockets');
      return;
    }
    links.push(link);
    socket.on('ping', (data) => {
      if (!link.stalled) socket.pong(data);
    });
    socket.on('message', (raw) => envelopes.receive(link, raw));
    socket.on('close', () => gone(link));
    if (!settings.withhold) greet(link);
  };

  const upgrade = (request: IncomingMessage, socket: Duplex, head: Buffer): void => {
    const url = new URL(request.url ?? '/', 'ws://local');
    const good = url.pathname === '/link/' && tickets.delete(url.searchParams.get('ticket') ?? '');
    if (!good || settings.refuse) {
      socket.end(`HTTP/1.1 ${good ? '503 Service Unavailable' : '404 Not Found'}\r\ncontent-length: 0\r\n\r\n`);
      return;
    }
    if (settings.linger) socket.end = () => socket;
    sockets.handleUpgrade(request, socket, head, connected);
  };
  server.on('upgrade', upgrade);

  const pings = setInterval(() => {
    for (const link of links) if (!link.stalled) link.socket.ping(`Ping from ${HOST}`);
  }, PING_EVERY);
  pings.unref();

  const each = (nth: number | undefined, what: (link: Link) => void): void => {
    if (nth === undefined) {
      for (const link of [...links]) what(link);
      return;
    }
    const link = links[nth - 1];
    if (!link) throw new Error(`There is no connection ${nth}; there are ${links.length}`);
    what(link);
  };

  return {
    get connections() {
      return links.filter(isOpen).length;
    },
    get opened() {
      return settings.opened;
    },
    disconnect: (reason, nth) => each(nth, (link) => part(link, reason)),
    drop: (nth) =>
      each(nth, (link) => {
        // At once: what happens from now on does not go there.
        gone(link);
        link.envelopes.clear();
        link.socket.terminate();
      }),
    stall: (nth) =>
      each(nth, (link) => {
        link.stalled = true;
      }),
    withholdHello: (on) => {
      settings.withhold = on;
    },
    refuse: (on) => {
      settings.refuse = on;
    },
    linger: (on) => {
      settings.linger = on;
    },
    duplicate: (times) => {
      envelopes.repeat = times;
    },
    loseAcks: (count) => {
      envelopes.lose = count;
    },
    send: envelopes.send,
    ticket: () => {
      const ticket = randomUUID();
      tickets.add(ticket);
      return `${state.base.replace('http', 'ws')}/link/?ticket=${ticket}&app_id=${state.appId}`;
    },
    close: async () => {
      clearInterval(pings);
      // Whoever is just leaving may finish.
      const left = links.map(({ socket }) => new Promise((resolve) => socket.once('close', resolve)));
      for (const { socket, stalled } of links) {
        if (stalled) socket.terminate();
        else socket.close(1001);
      }
      const patience = new AbortController();
      await Promise.race([Promise.all(left), sleep(GOODBYE, undefined, patience)]);
      patience.abort();
      sockets.close();
    },
  };
}
