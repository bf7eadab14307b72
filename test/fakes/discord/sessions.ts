/** Gateway sessions: what they are sent, and what they are sent again when they resume. */
import { randomBytes } from 'node:crypto';
import type { WebSocket } from 'ws';
import type { Identified } from './handshake.ts';
import { type Emitted, type State, shardOf } from './state.ts';
import type { Json } from './types.ts';

interface Session extends Identified {
  id: string;
  sequence: number;
  /** What the client has not acknowledged by a heartbeat. */
  replay: { sequence: number; payload: string }[];
  link?: Link;
  lostAt?: number;
}

export interface Link {
  socket: WebSocket;
  session?: Session;
  silent: boolean;
  sent: { since: number; count: number };
}

/** How long a session without a connection stays resumable. */
const RESUMABLE = 180_000;

export const send = (link: Link, payload: string | Json): void =>
  link.socket.send(typeof payload === 'string' ? payload : JSON.stringify(payload));

export interface Sessions {
  open(who: Identified): Session;
  /** A session that can still be resumed. */
  find(id: string): Session | undefined;
  forget(session: Session): void;
  attach(link: Link, session: Session): void;
  /** The connection is no longer the session's; the session waits to be resumed. */
  detach(link: Link): void;
  /** Opcode 9. */
  invalid(link: Link, resumable: boolean): void;
  /** The client has everything up to here. */
  acknowledge(session: Session, sequence: number): void;
  dispatch(session: Session, event: string, json: string, times?: number): void;
  /** A dispatch to whom it concerns. */
  emit(event: Emitted): void;
  /** How often dispatches are sent. */
  repeat(times: number): void;
}

export function createSessions(state: State): Sessions {
  const sessions = new Map<string, Session>();
  let repeated = 1;

  const timedOut = ({ lostAt }: Session): boolean => lostAt !== undefined && state.now() - lostAt > RESUMABLE;

  const forget = (session: Session): void => {
    sessions.delete(session.id);
    delete session.link?.session;
  };

  const detach = (link: Link): void => {
    const { session } = link;
    delete link.session;
    if (session?.link !== link) return;
    delete session.link;
    session.lostAt = state.now();
  };

  const dispatch = (session: Session, event: string, json: string, times = repeated): void => {
    session.sequence += 1;
    const { sequence } = session;
    const payload = `{"t":${JSON.stringify(event)},"s":${sequence},"op":0,"d":${json}}`;
    session.replay.push({ sequence, payload });
    if (session.link) for (let time = 0; time < times; time++) send(session.link, payload);
  };

  return {
    open: (who) => {
      const session = { id: randomBytes(16).toString('hex'), ...who, sequence: 0, replay: [] };
      sessions.set(session.id, session);
      return session;
    },
    find: (id) => {
      const session = sessions.get(id);
      return session && !timedOut(session) ? session : undefined;
    },
    forget,
    attach: (link, session) => {
      const { link: old } = session;
      if (old && old !== link) {
        detach(old);
        old.socket.close(4000);
      }
      delete session.lostAt;
      session.link = link;
      link.session = session;
    },
    detach,
    invalid: (link, resumable) => {
      if (link.session && !resumable) forget(link.session);
      detach(link);
      send(link, { op: 9, d: resumable, s: null, t: null });
    },
    acknowledge: (session, sequence) => {
      const kept = session.replay.findIndex((one) => one.sequence > sequence);
      session.replay.splice(0, kept < 0 ? session.replay.length : kept);
    },
    dispatch,
    emit: ({ event, data, guild, intent }) => {
      let json: string | undefined;
      for (const session of sessions.values()) {
        const [shard, count] = session.shard;
        const concerned = (guild ? shardOf(state.guild.id, count) : 0) === shard;
        if (timedOut(session)) forget(session);
        else if (concerned && (intent === undefined || (session.intents & intent) !== 0)) {
          json ??= JSON.stringify(data());
          dispatch(session, event, json);
        }
      }
    },
    repeat: (times) => {
      repeated = times;
    },
  };
}
