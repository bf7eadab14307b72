/** The gateway: connections, sessions that outlive them, dispatches and their replay. */
import type { Server } from 'node:http';
import { type RawData, WebSocketServer } from 'ws';
import { guildJson } from './guilds.ts';
import { hasGuild, identified, readyJson } from './handshake.ts';
import { isJson, number, object, text } from './json.ts';
import { createSessions, type Link, send } from './sessions.ts';
import type { Emitted, State } from './state.ts';
import type { Gateway, Json, Options } from './types.ts';

const GUILDS = 1;
const MAX_PAYLOAD = 4096;

/** A payload's JSON; undefined when it has none, or is too long. */
function parsed(payload: string): unknown {
  try {
    return payload.length <= MAX_PAYLOAD ? JSON.parse(payload) : undefined;
  } catch {
    return undefined;
  }
}

export interface GatewayServer extends Gateway {
  emit(event: Emitted): void;
  url(): string;
  remaining(): number;
  close(): void;
}

export function createGateway(state: State, server: Server, options: Options): GatewayServer {
  const links = new Set<Link>();
  const starts = new Map<number, number>();
  const counts = { identifies: 0, resumes: 0, heartbeats: 0 };
  const settings = { interval: options.heartbeatInterval ?? 41_250, refuse: false };
  const sessions = createSessions(state);
  const { attach, dispatch, forget, invalid } = sessions;
  const url = (): string => state.base.replace('http', 'ws');

  /** These return the code that the connection is closed with, if any. */
  const identify = (link: Link, data: Json): number | undefined => {
    if (link.session) return 4005;
    const who = identified(state, data, options.privileged ?? 0);
    if (typeof who === 'number') return who;
    const key = who.shard[0] % state.maxConcurrency;
    const since = state.now() - (starts.get(key) ?? Number.NEGATIVE_INFINITY);
    if (since < (options.identifyEvery ?? 5000)) {
      invalid(link, false);
      return undefined;
    }
    starts.set(key, state.now());
    counts.identifies += 1;
    const session = sessions.open(who);
    attach(link, session);
    dispatch(session, 'READY', JSON.stringify(readyJson(state, session.id, who, `${url()}/resume`)), 1);
    if (hasGuild(state, who.shard) && who.intents & GUILDS)
      dispatch(session, 'GUILD_CREATE', JSON.stringify(guildJson(state, true)), 1);
    return undefined;
  };

  const resume = (link: Link, data: Json): number | undefined => {
    if (link.session) return 4005;
    if (data.token !== state.token) return 4004;
    const session = sessions.find(text(data.session_id));
    const from = number(data.seq, -1);
    if (!session || settings.refuse) {
      settings.refuse = false;
      if (session) forget(session);
      invalid(link, false);
      return undefined;
    }
    if (from < 0 || from > session.sequence) {
      forget(session);
      return 4007;
    }
    counts.resumes += 1;
    attach(link, session);
    for (const { sequence, payload } of session.replay) if (sequence > from) send(link, payload);
    dispatch(session, 'RESUMED', '{"_trace":[]}', 1);
    return undefined;
  };

  const heartbeat = (link: Link, sequence: unknown): undefined => {
    counts.heartbeats += 1;
    const { session } = link;
    if (session && typeof sequence === 'number') sessions.acknowledge(session, sequence);
    if (!link.silent) send(link, { op: 11, d: null, s: null, t: null });
  };

  const receive = (link: Link, raw: RawData, binary: boolean): number | undefined => {
    const now = state.now();
    if (now - link.sent.since > 60_000) link.sent = { since: now, count: 0 };
    link.sent.count += 1;
    if (link.sent.count > 120) return 4008;
    const message = binary ? undefined : parsed(raw.toString());
    if (!isJson(message)) return 4002;
    const { op } = message;
    if (op === 1) return heartbeat(link, message.d);
    if (op === 2) return identify(link, object(message.d));
    if (op === 6) return resume(link, object(message.d));
    if (op !== 3 && op !== 4 && op !== 8 && op !== 31 && op !== 43) return 4001;
    return link.session ? undefined : 4003;
  };

  const sockets = new WebSocketServer({ server, perMessageDeflate: false });
  sockets.on('connection', (socket, request) => {
    const query = new URL(request.url ?? '/', 'ws://local').searchParams;
    if ((query.get('v') ?? '10') !== '10' || (query.get('encoding') ?? 'json') !== 'json' || query.get('compress')) {
      socket.close(query.get('v') === '10' ? 4002 : 4012);
      return;
    }
    const link: Link = { socket, silent: false, sent: { since: state.now(), count: 0 } };
    links.add(link);
    const { interval } = settings;
    // Whoever does not send heartbeats is not there any more.
    const expectHeartbeat = () => state.clock.after(interval * 2 + 5000, () => socket.close(4000));
    let heard = expectHeartbeat();
    socket.on('message', (raw, binary) => {
      heard();
      heard = expectHeartbeat();
      const code = receive(link, raw, binary);
      if (code !== undefined) socket.close(code);
    });
    socket.on('error', () => socket.terminate());
    socket.on('close', (code) => {
      heard();
      links.delete(link);
      const { session } = link;
      sessions.detach(link);
      if (session && (code === 1000 || code === 1001)) forget(session);
    });
    send(link, { op: 10, d: { heartbeat_interval: interval, _trace: [] }, s: null, t: null });
  });

  return {
    get connections() {
      return [...links].flatMap(({ session }) =>
        session ? [{ shard: session.shard, intents: session.intents, sessionId: session.id }] : [],
      );
    },
    get identifies() {
      return counts.identifies;
    },
    get resumes() {
      return counts.resumes;
    },
    get heartbeats() {
      return counts.heartbeats;
    },
    get heartbeatInterval() {
      return settings.interval;
    },
    set heartbeatInterval(milliseconds) {
      settings.interval = milliseconds;
    },
    drop: (code) => {
      for (const link of [...links]) {
        // Not resumable after these. Detached at once: what happens from now on is for the replay.
        if (link.session && (code === 4007 || code === 4009)) forget(link.session);
        sessions.detach(link);
        if (code === undefined) link.socket.terminate();
        else link.socket.close(code);
      }
    },
    reconnect: () => {
      for (const link of links) send(link, { op: 7, d: null, s: null, t: null });
    },
    invalidate: (resumable) => {
      for (const link of links) invalid(link, resumable);
    },
    refuseResume: () => {
      settings.refuse = true;
    },
    silence: () => {
      for (const link of links) link.silent = true;
    },
    requestHeartbeat: () => {
      for (const link of links) send(link, { op: 1, d: null, s: null, t: null });
    },
    duplicate: (times) => {
      sessions.repeat(times);
    },
    emit: sessions.emit,
    url,
    remaining: () => Math.max(0, 1000 - counts.identifies),
    close: () => sockets.close(),
  };
}
