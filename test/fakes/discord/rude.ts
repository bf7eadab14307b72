/** A server of another kind than Discord, which does as a test tells it. */
import { once } from 'node:events';
import { createServer, type ServerResponse } from 'node:http';
import { expect, onTestFinished } from 'vitest';
import { type WebSocket, WebSocketServer } from 'ws';
import { createClaims } from '../../../src/core/claims.ts';
import type { Bot } from '../../../src/core/command/dispatch.ts';
import { connect } from '../../../src/platforms/discord/adapter.ts';
import { endOf } from '../../support/ending.ts';
import type { Logged } from '../../support/logged.ts';
import { createClock, leave } from '../clock.ts';
import type { Json } from './types.ts';

const TOKEN = 'MTAwMDAwMDAwMDAwMDAwMDAw.GwRong.wrongwrongwrongwrongwrongwrongwrong';
interface Asked {
  method: string;
  path: string;
  body: string;
}

export type Answer = (response: ServerResponse, asked: Asked) => boolean;

/** What answers like nothing that Discord documents: each request by `answer`, unless that leaves it. */
class Rude {
  readonly asked: Asked[] = [];
  readonly identified: WebSocket[] = [];
  readonly resumed: WebSocket[] = [];
  shards = 1;
  /** What READY says otherwise; undefined leaves a field out. */
  ready: Json = {};
  answer: Answer = () => false;
  /** Whether a shard that identifies is told READY at once. */
  greets: (shard: number) => boolean = () => true;
  url = '';
  #sequence = 0;
  #port = 0;

  async listen(): Promise<void> {
    const server = createServer(async (request, response) => {
      const chunks: Buffer[] = [];
      for await (const chunk of request) chunks.push(chunk);
      const asked = { method: request.method ?? '', path: request.url ?? '', body: Buffer.concat(chunks).toString() };
      this.asked.push(asked);
      if (this.answer(response, asked)) return;
      if (asked.path.includes('/callback')) response.writeHead(204).end();
      else if (asked.path.includes('/gateway')) json(response, 200, this.#gateway());
      else json(response, 200, []);
    });
    const end = endOf(server);
    const sockets = new WebSocketServer({ server });
    sockets.on('connection', (socket) => this.#meet(socket));
    await once(server.listen(0, '127.0.0.1'), 'listening');
    onTestFinished(end);
    this.#port = (server.address() as { port: number }).port;
    this.url = `http://127.0.0.1:${this.#port}/api`;
  }

  dispatch(d: unknown, t = 'INTERACTION_CREATE', to = this.identified.at(-1)): void {
    to?.send(JSON.stringify({ op: 0, t, s: ++this.#sequence, d }));
  }

  /** What interactions were answered with, as JSON. */
  callbacks(): string[] {
    return this.asked.filter(({ path }) => path.includes('/callback')).map(({ body }) => jsonOf(body));
  }

  greet(shard: number, socket = this.identified.at(-1)): void {
    const ready: Json = {
      v: 10,
      user: { id: '900', username: 'bot', discriminator: '0', bot: true },
      guilds: [],
      session_id: `session ${this.identified.length}`,
      resume_gateway_url: `ws://127.0.0.1:${this.#port}`,
      shard: [shard, this.shards],
      application: { id: '901', flags: 0 },
      ...this.ready,
    };
    this.dispatch(ready, 'READY', socket);
  }

  #gateway(): object {
    const limit = { total: 1000, remaining: 1000, reset_after: 1, max_concurrency: 16 };
    return { url: `ws://127.0.0.1:${this.#port}`, shards: this.shards, session_start_limit: limit };
  }

  #meet(socket: WebSocket): void {
    socket.on('error', () => undefined);
    socket.send(JSON.stringify({ op: 10, d: { heartbeat_interval: 41_250 } }));
    socket.on('message', (data: Buffer) => {
      const { op, d } = JSON.parse(data.toString());
      if (op === 1) socket.send(JSON.stringify({ op: 11 }));
      if (op === 6) {
        this.resumed.push(socket);
        this.dispatch({}, 'RESUMED', socket);
      }
      if (op !== 2) return;
      this.identified.push(socket);
      if (this.greets(d.shard[0])) this.greet(d.shard[0], socket);
    });
  }
}

/** The JSON of a body, which beside files is a part of it (Discord: Uploading Files). */
export const jsonOf = (body: string): string =>
  /name="payload_json"\r\n(?:[^\r\n]+\r\n)*\r\n([^\r\n]*)\r\n/.exec(body)?.[1] ?? body;

export function json(
  response: ServerResponse,
  status: number,
  body: unknown,
  headers: Record<string, string> = {},
): true {
  response.writeHead(status, { 'content-type': 'application/json', ...headers }).end(JSON.stringify(body));
  return true;
}

export async function rude(): Promise<Rude> {
  const server = new Rude();
  await server.listen();
  return server;
}

let ids = 10 ** 15;

/** Only what no answer could do without. */
export const bare = (more: Json): Json => ({
  id: String(++ids),
  application_id: '901',
  token: `token${ids}`,
  type: 2,
  locale: 'ko',
  guild_id: '55',
  member: { user: { id: '77', username: 'minsu' } },
  ...more,
});

export const lookup = { name: 'k8s', type: 1, options: [{ name: 'term', type: 3, value: '파드' }] };
export const aboutPods = expect.stringContaining('가장 작은 배포 단위');

/** The bot's deadlines go by `clock`. */
export async function connectedTo({ url }: Rude, bot: Bot, { publicAnswers = false } = {}) {
  const logged: Logged[] = [];
  const level = (level: Logged['level']) => (fields: object, message: string) =>
    void logged.push({ level, fields, message });
  const log = { error: level('error'), warn: level('warn'), info: level('info') };
  const clock = createClock();
  const config = { token: TOKEN, guildId: undefined, apiUrl: url, publicAnswers, oneOfSeveral: false };
  const connection = await connect(bot, config, {
    draw: async () => new Uint8Array(),
    claims: createClaims(),
    now: Date.now,
    timers: clock,
    log,
  });
  onTestFinished(() => leave(connection, clock));
  return { connection, logged, clock };
}
