/** The connections of Socket Mode. */
import type { WebSocket } from 'ws';
import type { Attempt } from './deliveries.ts';
import type { Pending } from './model.ts';
import type { State } from './state.ts';
import type { Json } from './types.ts';

export const HOST = 'applink-local-1';

export interface Link {
  socket: WebSocket;
  greeted: boolean;
  stalled: boolean;
  /** It is going to be closed. */
  ending: boolean;
  /** What it has to acknowledge, by envelope_id. */
  envelopes: Map<string, { pending: Pending; attempt: Attempt }>;
}

export const newLink = (socket: WebSocket): Link => ({
  socket,
  greeted: false,
  stalled: false,
  ending: false,
  envelopes: new Map(),
});

export const isOpen = ({ greeted, ending, socket }: Link): boolean =>
  greeted && !ending && socket.readyState === socket.OPEN;

export function write({ socket, stalled }: Link, message: Json): void {
  if (!stalled) socket.send(JSON.stringify(message));
}

/** What a connection is greeted with. */
export const hello = (state: State, connections: number): Json => ({
  type: 'hello',
  num_connections: connections,
  debug_info: {
    host: HOST,
    started: new Date(state.now()).toISOString().replace('T', ' ').replace('Z', ''),
    build_number: 1,
    approximate_connection_time: 18_060,
  },
  connection_info: { app_id: state.appId },
});
