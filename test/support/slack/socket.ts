/** Socket Mode: tickets, connections, envelopes and their acknowledgements. */
import { randomUUID } from 'node:crypto';
import type { IncomingMessage, Server } from 'node:http';
import type { Duplex } from 'node:stream';
import { type RawData, type WebSocket, WebSocketServer } from 'ws';
import type { Attempt, Results, Transport } from './deliveries.ts';
import { isJson, text } from './json.ts';
import type { Pending, State } from './state.ts';
import type { Json, Socket } from './types.ts';

const MAX_CONNECTIONS = 10;
const PING_EVERY = 10_000;
/** Slack closes a connection about ten seconds after its warning. */
const WARNED = 10_000;
/** How long connections have to end by themselves. */
const GOODBYE = 200;
const HOST = 'applink-local-1';

interface Link {
  socket: WebSocket;
  greeted: boolean;
  stalled: boolean;
  /** It is going to be closed. */
  ending: boolean;
  /** What it has to acknowledge, by envelope_id. */
  envelopes: Map<string, Pending>;
}

export interface SocketServer extends Socket, Transport {
  /** A new address, good for one connection. */
  ticket(): string;
  close(): Promise<void>;
}

/** These interactions are answered in their acknowledgement. */
const acceptsPayload = (pending: Pending): boolean =>
  pending.kind === 'slash_commands' || pending.type === 'view_submission' || pending.type === 'block_suggestion';

const parsed = (raw: RawData): unknown => {
  try {
    return JSON.parse(raw.toString());
  } catch {
    return undefined;
  }
};

export function createSocket(state: State, server: Server, results: Results): SocketServer {
  const tickets = new Set<string>();
  const links: Link[] = [];
  const waiting: { pending: Pending; attempt: Attempt }[] = [];
  const ids = new Map<Pending, string>();
  const timers = new Set<NodeJS.Timeout>();
  const settings = { withhold: false, refuse: false, linger: false, repeat: 1, lose: 0, opened: 0, next: 0 };

  const write = (link: Link, message: Json): void => {
    if (!link.stalled) link.socket.send(JSON.stringify(message));
  };
  const open = (): Link[] =>
    links.filter(({ greeted, ending, socket }) => greeted && !ending && socket.readyState === socket.OPEN);

  /** Each envelope goes to one connection, in turn. */
  const dispatch = (link: Link, pending: Pending, { number, reason }: Attempt): void => {
    const id = ids.get(pending) ?? randomUUID();
    ids.set(pending, id);
    link.envelopes.set(id, pending);
    results.sent(pending);
    write(link, {
      envelope_id: id,
      payload: pending.payload,
      type: pending.kind,
      accepts_response_payload: acceptsPayload(pending),
      ...(pending.kind === 'events_api' ? { retry_attempt: number, retry_reason: reason } : {}),
    });
  };

  const send: Transport['send'] = (pending, attempt) => {
    const ready = open();
    if (ready.length === 0) {
      // Events wait for a connection; of the rest, people are told at once that the app did not answer.
      if (pending.kind === 'events_api') waiting.push({ pending, attempt });
      else results.failed(pending, 'dispatch_failed');
      return;
    }
    for (let time = 0; time < settings.repeat; time++) {
      const link = ready[settings.next++ % ready.length];
      if (link) dispatch(link, pending, attempt);
    }
  };

  const greet = (link: Link): void => {
    link.greeted = true;
    write(link, {
      type: 'hello',
      num_connections: open().length,
      debug_info: {
        host: HOST,
        started: new Date(state.now()).toISOString().replace('T', ' ').replace('Z', ''),
        build_number: 1,
        approximate_connection_time: 18_060,
      },
      connection_info: { app_id: state.appId },
    });
    for (const { pending, attempt } of waiting.splice(0))
      send(pending, { number: Math.max(1, attempt.number), reason: attempt.reason || 'timeout' });
  };

  const acknowledge = (link: Link, raw: RawData): void => {
    const message = parsed(raw);
    const id = isJson(message) ? text(message.envelope_id) : '';
    const pending = link.envelopes.get(id);
    if (!isJson(message) || !pending || link.stalled) return;
    link.envelopes.delete(id);
    if (settings.lose === 0) {
      results.acknowledged(pending, message.payload);
      return;
    }
    settings.lose -= 1;
    if (pending.kind !== 'events_api') send(pending, { number: 1, reason: 'timeout' });
  };

  const gone = (link: Link): void => {
    const index = links.indexOf(link);
    if (index >= 0) links.splice(index, 1);
    for (const pending of new Set(link.envelopes.values())) results.failed(pending, 'timeout');
  };

  const later = (milliseconds: number, what: () => void): void => {
    const timer = setTimeout(() => {
      timers.delete(timer);
      what();
    }, milliseconds);
    timers.add(timer);
  };

  const part = (link: Link, reason: Parameters<Socket['disconnect']>[0]): void => {
    write(link, { type: 'disconnect', reason, debug_info: { host: HOST } });
    if (reason === 'warning') {
      later(WARNED, () => link.socket.close(1000));
      return;
    }
    link.ending = true;
    link.socket.close(1000);
  };

  const sockets = new WebSocketServer({ noServer: true, autoPong: false, perMessageDeflate: false });

  const connected = (socket: WebSocket): void => {
    const link: Link = { socket, greeted: false, stalled: false, ending: false, envelopes: new Map() };
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
    socket.on('message', (raw) => acknowledge(link, raw));
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
      return open().length;
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
      settings.repeat = times;
    },
    loseAcks: (count) => {
      settings.lose = count;
    },
    send,
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
      const patience = new Promise((resolve) => {
        timers.add(setTimeout(resolve, GOODBYE));
      });
      await Promise.race([Promise.all(left), patience]);
      for (const timer of timers) clearTimeout(timer);
      for (const { socket } of [...links]) socket.terminate();
      sockets.close();
    },
  };
}
