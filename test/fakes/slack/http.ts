/** The HTTP side: reading calls, authorization, faults, limits, recording. */

import { createServer, type IncomingMessage, type Server, type ServerResponse } from 'node:http';
import { type Body, readBody } from './body.ts';
import { authorize, type Reply, type Routes, type Site } from './calls.ts';
import { Refused } from './errors.ts';
import type { Faults } from './faults.ts';
import { random } from './ids.ts';
import { isJson, text } from './json.ts';
import type { State } from './state.ts';
import type { Fault, Json, Recorded } from './types.ts';

const API = '/api/';

const rateLimited = (seconds: number): Reply => ({
  status: 429,
  body: { ok: false, error: 'ratelimited' },
  headers: { 'retry-after': String(seconds) },
});

const replyOf = (error: unknown): Reply => {
  if (error instanceof Refused) return { status: error.status, body: error.answer };
  console.error(error);
  return { status: 500, body: { ok: false, error: 'internal_error' } };
};

/** The answer with a warning, as Slack words it twice. */
const warned = (answer: Json, warning: string | undefined): Json =>
  warning === undefined
    ? answer
    : {
        ...answer,
        warning,
        response_metadata: {
          ...(isJson(answer.response_metadata) ? answer.response_metadata : {}),
          warnings: [warning],
        },
      };

const tokenOf = (request: IncomingMessage, body: Body): string | undefined => {
  const header = /^Bearer\s+(.+)$/i.exec(request.headers.authorization ?? '')?.[1];
  // Of a JSON body, only the header counts.
  return header ?? (body.json || body.args.token === undefined ? undefined : text(body.args.token));
};

/** Ends the connection without an answer: closed, or reset. */
function drop(request: IncomingMessage, clean: boolean): void {
  if (clean) request.socket.destroy();
  else request.socket.resetAndDestroy();
}

function send(response: ServerResponse, { status, body, headers }: Reply): void {
  const isBytes = body instanceof Uint8Array;
  const payload = isBytes || typeof body === 'string' ? body : JSON.stringify(body);
  const json = typeof body === 'string' ? 'text/html' : 'application/json; charset=utf-8';
  const type = isBytes ? 'application/octet-stream' : json;
  response.writeHead(status, { 'content-type': type, ...headers });
  response.end(payload);
}

/** What a fault makes of a call; `drop` for no answer at all. */
function struck(fault: Fault | undefined, effect: () => Reply): Reply | 'drop' {
  if (fault === undefined || 'delay' in fault || 'late' in fault) return effect();
  if ('retryAfter' in fault) return rateLimited(fault.retryAfter);
  if ('error' in fault) return { status: 200, body: { ok: false, error: fault.error } };
  if ('errorAfter' in fault) {
    effect();
    return { status: 200, body: { ok: false, error: fault.errorAfter } };
  }
  if ('statusAfter' in fault) {
    effect();
    return { status: fault.statusAfter, body: '' };
  }
  if ('drop' in fault) {
    if (fault.drop === 'after') effect();
    return 'drop';
  }
  return { status: fault.status, body: fault.body ?? '' };
}

interface Listening {
  server: Server;
  requests: Recorded[];
}

/** Arguments that are JSON text in a form are JSON where they are recorded. */
const STRUCTURED = new Set(['blocks', 'attachments', 'metadata', 'view', 'files']);
function recordedArgs({ token: _token, ...args }: Json): Json {
  for (const [name, value] of Object.entries(args)) {
    if (!STRUCTURED.has(name) || typeof value !== 'string') continue;
    try {
      args[name] = JSON.parse(value);
    } catch {
      // Recorded as it came.
    }
  }
  return args;
}

const recordedAnswer = (body: Reply['body']): Json =>
  body instanceof Uint8Array ? {} : typeof body === 'string' ? { text: body } : body;

export function createHttp(state: State, routes: Routes, faults: Faults, record: boolean): Listening {
  const requests: Recorded[] = [];
  const wait = (ms: number): Promise<void> =>
    new Promise((resolve) => {
      state.clock.after(ms, resolve);
    });

  const call = (name: string, body: Body, path: string, token: string | undefined): Reply => {
    const method = Object.hasOwn(routes.methods, name) ? routes.methods[name] : undefined;
    const scopes = {
      'x-slack-req-id': random(32, '0123456789abcdef'),
      'x-oauth-scopes': token === state.appToken ? 'connections:write' : state.scopes.join(','),
      'x-accepted-oauth-scopes': method?.scopes.join(',') ?? '',
    };
    try {
      if (!method) throw new Refused('unknown_method', { req_method: name });
      if (body.error !== undefined) throw new Refused(body.error);
      if (name !== 'api.test') authorize(state, method, token);
      const seconds = routes.limited(name, body.args);
      if (seconds !== undefined) return rateLimited(seconds);
      const { token: _token, ...args } = body.args;
      const answer = method.run({ path, args, bytes: body.bytes, token });
      return { status: 200, body: warned({ ok: true, ...answer }, body.warning), headers: scopes };
    } catch (error) {
      const reply = replyOf(error);
      return { ...reply, body: isJson(reply.body) ? warned(reply.body, body.warning) : reply.body, headers: scopes };
    }
  };

  const visit = (site: Site, body: Body, path: string, token: string | undefined): Reply => {
    try {
      if (body.error !== undefined) throw new Refused(body.error, {}, 400);
      return site.run({ path, args: body.args, bytes: body.bytes, token });
    } catch (error) {
      return replyOf(error);
    }
  };

  const handle = async (request: IncomingMessage, response: ServerResponse): Promise<void> => {
    const url = new URL(request.url ?? '/', 'http://local');
    const path = url.pathname;
    const site = routes.sites.find(({ prefix }) => path.startsWith(prefix));
    if (!site && !path.startsWith(API)) {
      send(response, { status: 404, body: '' });
      return;
    }
    const name = site?.name ?? path.slice(API.length);
    const body = await readBody(request, url.searchParams, site?.raw ?? false);
    const token = tokenOf(request, body);
    const fault = faults.take(name);
    if (fault && 'delay' in fault) await wait(fault.delay);
    const reply = struck(fault, () => (site ? visit(site, body, path, token) : call(name, body, path, token)));
    if (fault && 'late' in fault) await wait(fault.late);
    if (record)
      requests.push({
        method: name,
        status: reply === 'drop' ? 0 : reply.status,
        args: recordedArgs(body.args),
        answer: reply === 'drop' ? {} : recordedAnswer(reply.body),
        token,
        at: state.now(),
      });
    if (reply === 'drop') drop(request, fault !== undefined && 'drop' in fault && fault.clean === true);
    else send(response, reply);
  };

  const server = createServer((request, response) => {
    handle(request, response).catch(() => request.socket.destroy());
  });
  server.keepAliveTimeout = 60_000;
  return { server, requests };
}
