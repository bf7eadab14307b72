/** The HTTP side: reading requests, finding routes, authorization, faults, recording. */
import { createServer, type IncomingMessage, type Server, type ServerResponse } from 'node:http';
import { type ApiError, errorBody, refusals } from './errors.ts';
import { type Faults, rateLimitHeaders } from './faults.ts';
import { refused, type State, type Uploaded } from './state.ts';
import type { Fault, Recorded } from './types.ts';

export interface Call {
  path: string;
  query: URLSearchParams;
  body: unknown;
  uploads: readonly Uploaded[];
  /** A part of the path by its name in the route. */
  param(name: string): string;
}

export interface Reply {
  status: number;
  body?: unknown;
  bytes?: Uint8Array;
  headers?: Record<string, string>;
}

export interface Route {
  method: string;
  /** Parts with a colon match anything. */
  pattern: string;
  /** Whether the bot's token is needed. */
  auth: boolean;
  run(call: Call): Reply;
}

export const ok = (body: unknown): Reply => ({ status: 200, body });
export const done: Reply = { status: 204 };

const PREFIX = '/api/v10';

const ofError = (error: ApiError): Reply => ({ status: error.status, body: errorBody(error) });

async function bytesOf(request: IncomingMessage): Promise<Buffer> {
  const chunks: Buffer[] = [];
  for await (const chunk of request) chunks.push(chunk);
  return Buffer.concat(chunks);
}

/** The JSON body and the files; what is no valid body is undefined as JSON. */
async function readBody(request: IncomingMessage): Promise<{ body: unknown; uploads: Uploaded[]; bad: boolean }> {
  const bytes = await bytesOf(request);
  const type = request.headers['content-type'] ?? '';
  const uploads: Uploaded[] = [];
  if (bytes.length === 0) return { body: undefined, uploads, bad: false };
  try {
    if (!type.startsWith('multipart/form-data'))
      return { body: JSON.parse(bytes.toString()), uploads, bad: !type.startsWith('application/json') };
    const form = await new Response(new Uint8Array(bytes), { headers: { 'content-type': type } }).formData();
    let body: unknown;
    for (const [key, value] of form) {
      if (typeof value === 'string') {
        if (key === 'payload_json') body = JSON.parse(value);
        continue;
      }
      const data = new Uint8Array(await value.arrayBuffer());
      const index = Number(/^files\[(\d+)\]$/.exec(key)?.[1] ?? uploads.length);
      uploads.push({ index, name: value.name, size: data.length, type: value.type, data });
    }
    return { body, uploads, bad: false };
  } catch {
    return { body: undefined, uploads, bad: true };
  }
}

interface Found {
  route: Route;
  params: Map<string, string>;
}

function matcher(routes: readonly Route[]): (method: string, path: string) => Found | 'method' | undefined {
  const table = routes.map((route) => ({ route, parts: route.pattern.split('/') }));
  return (method, path) => {
    const given = path.split('/');
    let other = false;
    for (const { route, parts } of table) {
      if (parts.length !== given.length) continue;
      if (!parts.every((part, index) => part.startsWith(':') || part === given[index])) continue;
      if (route.method !== method) {
        other = true;
        continue;
      }
      const params = new Map<string, string>();
      for (const [index, part] of parts.entries())
        if (part.startsWith(':')) params.set(part.slice(1), decodeURIComponent(given[index] ?? ''));
      return { route, params };
    }
    return other ? 'method' : undefined;
  };
}

function answer(response: ServerResponse, { status, body, bytes, headers }: Reply): void {
  const payload = bytes ?? (body === undefined ? undefined : JSON.stringify(body));
  const type = bytes ? 'application/octet-stream' : 'application/json';
  response.writeHead(status, { ...(payload === undefined ? {} : { 'content-type': type }), ...headers });
  response.end(payload);
}

/** Ends the connection without an answer: closed, or reset. */
function drop(request: IncomingMessage, clean: boolean): void {
  if (clean) request.socket.destroy();
  else request.socket.resetAndDestroy();
}

export interface Listening {
  server: Server;
  requests: Recorded[];
}

export function createHttp(state: State, routes: readonly Route[], faults: Faults, recordBodies: boolean): Listening {
  const find = matcher(routes);
  const wait = (ms: number): Promise<void> =>
    new Promise((resolve) => {
      state.clock.after(ms, resolve);
    });
  const requests: Recorded[] = [];

  const run = (method: string, url: URL, request: IncomingMessage, body: unknown, uploads: Uploaded[]): Reply => {
    const path = url.pathname;
    const found = path.startsWith(PREFIX) ? find(method, path.slice(PREFIX.length)) : find(method, path);
    if (found === undefined) return ofError(refusals.notFound);
    if (found === 'method') return ofError(refusals.methodNotAllowed);
    const { route, params } = found;
    if (route.auth && request.headers.authorization !== `Bot ${state.token}`) return ofError(refusals.unauthorized);
    const param = (name: string): string => params.get(name) ?? '';
    try {
      return route.run({ path, query: url.searchParams, body, uploads, param });
    } catch (error) {
      const known = error instanceof Error ? refused.get(error) : undefined;
      if (known) return ofError(known);
      console.error(error);
      return ofError(refusals.serverError);
    }
  };

  const replied = (fault: Fault | undefined, effect: () => Reply): Reply | 'drop' => {
    if (fault === undefined || 'delay' in fault || 'late' in fault) return effect();
    if ('retryAfter' in fault) return faults.limited(fault.retryAfter, fault.global ?? false);
    if ('statusAfter' in fault) {
      effect();
      return { status: fault.statusAfter, body: { message: `${fault.statusAfter}: after the effect`, code: 0 } };
    }
    if ('drop' in fault) {
      if (fault.drop === 'after') effect();
      return 'drop';
    }
    return { status: fault.status, body: fault.body ?? { message: `${fault.status}: told to`, code: 0 } };
  };

  const handle = async (request: IncomingMessage, response: ServerResponse): Promise<void> => {
    const method = request.method ?? 'GET';
    const url = new URL(request.url ?? '/', 'http://local');
    const whole = url.pathname + url.search;
    const path = whole.startsWith(PREFIX) ? whole.slice(PREFIX.length) : whole;
    const { body, uploads, bad } = await readBody(request);
    const fault = faults.take(method, path);
    if (fault && 'delay' in fault) await wait(fault.delay);
    const reply = replied(fault, () =>
      bad ? ofError(refusals.invalidJson) : run(method, url, request, body, uploads),
    );
    if (fault && 'late' in fault) await wait(fault.late);
    const status = reply === 'drop' ? 0 : reply.status;
    requests.push({ method, path, status, body: recordBodies ? body : undefined });
    if (reply === 'drop') drop(request, fault !== undefined && 'drop' in fault && fault.clean === true);
    else answer(response, { ...reply, headers: { ...rateLimitHeaders(state, method, path), ...reply.headers } });
  };

  const server = createServer((request, response) => {
    handle(request, response).catch(() => request.socket.destroy());
  });
  server.keepAliveTimeout = 60_000;
  return { server, requests };
}
