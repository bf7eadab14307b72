import { once } from 'node:events';
import { connect } from 'node:net';
import { setTimeout as sleep } from 'node:timers/promises';
import { Hono } from 'hono';
import { HTTPException } from 'hono/http-exception';
import { streamSSE } from 'hono/streaming';
import { describe, expect, onTestFinished, test, vi } from 'vitest';
import { serveHttp } from '../../../src/app/http/server.ts';
import { StartError } from '../../../src/core/errors.ts';
import type { Guest, Routes } from '../../../src/core/guest.ts';
import { eventually } from '../../support/eventually.ts';
import { serving } from '../../support/serving.ts';

/** Long enough for a busy machine. */
const PATIENT = 20_000;

function guest(prefix: Guest['prefix'], add: (routes: Routes) => unknown, limits: Partial<Guest> = {}): Guest {
  const routes: Routes = new Hono();
  add(routes);
  return { prefix, routes, bodyLimit: 1000, timeout: PATIENT, ...limits };
}

/** What the server sends on one connection, until either side ends it. */
async function onSocket(port: number, ...parts: string[]): Promise<{ said: () => string; ended: Promise<unknown> }> {
  const socket = connect(port, '127.0.0.1');
  onTestFinished(() => void socket.destroy());
  let said = '';
  socket.on('data', (data) => {
    said += data.toString();
  });
  socket.on('error', () => {});
  const ended = once(socket, 'close');
  await once(socket, 'connect');
  for (const part of parts) socket.write(part);
  return { said: () => said, ended };
}

test('has room for many, each under a prefix of its own', async () => {
  const { get } = await serving([
    guest('/slack', (routes) => routes.post('/events', async (c) => c.text(`slack: ${await c.req.text()}`))),
    guest('/class', (routes) => routes.get('/', (c) => c.text('all')).get('/:id/*', (c) => c.text(c.req.param('id')))),
    guest('/classes', (routes) => routes.all('*', (c) => new Response(c.req.raw.url.slice(-9)))),
  ]);
  expect(await get('/slack/events', { method: 'POST', body: '{}' })).toMatchObject({ status: 200, text: 'slack: {}' });
  expect(await get('/class?x=1')).toMatchObject({ status: 200, text: 'all' });
  expect(await get(`/class/7/${'long/'.repeat(300)}`)).toMatchObject({ status: 200, text: '7' });
  expect(await get('/classes/a/b?q')).toMatchObject({ status: 200, text: 'ses/a/b?q' });
  for (const path of ['/', '/slack', '/slack/event', '/slackevents', '/nowhere', '/%', '/class/../slack'])
    expect(await get(path), path).toMatchObject({ status: 404, text: 'not found\n' });
});

test.each([
  ['/slack', '/slack'],
  ['/class', '/class/api'],
  ['/class/api/v1', '/class'],
] as const)('two that want %s and %s are not served at all', async (one, other) => {
  const guests = [one, '/between' as const, other].map((prefix) => guest(prefix, () => {}));
  const refused = serveHttp({ host: '127.0.0.1', port: 0 }, guests, { log: console, reference: () => '' });
  await expect(refused).rejects.toThrow(StartError);
  await expect(refused).rejects.toThrow(one);
  await expect(refused).rejects.toThrow(other);
});

test('a method that the path does not take is told which it takes; HEAD is GET without a body', async () => {
  const { get } = await serving([
    guest('/a', (routes) => routes.get('/b', (c) => c.text('b')).post('/b', (c) => c.text('posted'))),
  ]);
  const { status, headers } = await get('/a/b', { method: 'DELETE', body: 'x' });
  expect([status, headers.get('allow')]).toEqual([405, 'GET, HEAD, POST']);
  expect(await get('/a/b', { method: 'HEAD' })).toMatchObject({ status: 200, text: '' });
  expect(await get('/a/c', { method: 'DELETE' })).toMatchObject({ status: 404 });
});

describe('a body', () => {
  const echo = guest('/a', (routes) =>
    routes
      .post('/length', async (c) => c.text(`${(await c.req.arrayBuffer()).byteLength}`))
      .post('/first', async (c) => {
        for await (const chunk of c.req.raw.body ?? []) return c.text(Buffer.from(chunk).toString());
        return c.text('');
      }),
  );
  /** Without a length, in two parts. */
  const streamed = (length: number): RequestInit => {
    const part = new Uint8Array(length / 2);
    return { method: 'POST', body: ReadableStream.from([part, part]), duplex: 'half' };
  };

  test('may be as long as the guest takes, whether its length is told or not', async () => {
    const { get, logged } = await serving([echo]);
    const post = (length: number) => get('/a/length', { method: 'POST', body: 'x'.repeat(length) });
    expect(await post(1000)).toMatchObject({ status: 200, text: '1000' });
    expect(await post(1001)).toMatchObject({ status: 413, text: 'too large\n' });
    expect(await get('/a/length', streamed(1000))).toMatchObject({ status: 200, text: '1000' });
    expect(await get('/a/length', streamed(1002))).toMatchObject({ status: 413, text: 'too large\n' });
    expect(logged).toEqual([]);
  });

  test('is read as it comes', async () => {
    const { port } = await serving([echo]);
    const chunked = 'POST /a/first HTTP/1.1\r\nHost: a\r\nTransfer-Encoding: chunked\r\n\r\n3\r\nabc\r\n';
    const { said } = await onSocket(port, chunked);
    await eventually(() => expect(said()).toMatch(/^HTTP\/1\.1 200.*abc/s));
  });

  test.each(['Content-Length: 100\r\n\r\nab', 'Transfer-Encoding: chunked\r\n\r\n5\r\nab'])(
    'that its client breaks off is no bug (%j)',
    async (begun) => {
      const [came, failed] = [Promise.withResolvers<void>(), Promise.withResolvers<unknown>()];
      const read = guest('/a', (routes) =>
        routes.post('/', async (c) => {
          came.resolve();
          try {
            return c.text(await c.req.text());
          } catch (error) {
            failed.resolve(error);
            throw error;
          }
        }),
      );
      const { port, get, logged } = await serving([read]);
      const socket = connect(port, '127.0.0.1');
      socket.write(`POST /a HTTP/1.1\r\nHost: a\r\n${begun}`);
      await came.promise;
      socket.destroy();
      expect(await failed.promise).toBeInstanceOf(Error);
      expect((await get('/a', { method: 'POST', body: 'b' })).text).toBe('b');
      expect(logged).toEqual([]);
    },
  );

  test('that never ends is given up', async () => {
    const { port } = await serving([{ ...echo, timeout: 100 }]);
    const begun = ['POST /a/length HTTP/1.1\r\nHost: a\r\nContent-Length: 10\r\n\r\n', 'abc'];
    const { said, ended } = await onSocket(port, ...begun);
    await ended;
    expect(said()).toMatch(/^HTTP\/1\.1 503 .*took too long/s);
  });
});

test('headers that never end are given up', async () => {
  const { port } = await serving([]);
  const { said, ended } = await onSocket(port, 'GET / HTTP/1.1\r\n', 'X-Slow: ');
  await ended;
  expect(said()).toMatch(/^HTTP\/1\.1 408 /);
});

test('a guest that takes too long is answered for with 503, and its bug is logged all the same', async () => {
  const released = Promise.withResolvers<void>();
  const { get, logged } = await serving([
    guest(
      '/a',
      (routes) =>
        routes.get('/', async (c) => {
          await released.promise;
          return c.text('late').status === 200 ? Promise.reject(new Error('late, and wrong')) : c.text('');
        }),
      { timeout: 50 },
    ),
  ]);
  expect(await get('/a')).toMatchObject({ status: 503, text: 'took too long\n' });
  released.resolve();
  await eventually(() => expect(logged).toHaveLength(1));
});

describe('a stream', () => {
  const SHORT = 500;

  test('goes on for longer than the guest’s time-out, and as it comes', async () => {
    const more = Promise.withResolvers<void>();
    const { port } = await serving([
      guest(
        '/a',
        (routes) =>
          routes.get('/', (c) =>
            streamSSE(c, async (stream) => {
              await stream.writeSSE({ data: 'one' });
              await more.promise;
              await stream.writeSSE({ data: 'two' });
            }),
          ),
        { timeout: SHORT },
      ),
    ]);
    const response = await fetch(`http://127.0.0.1:${port}/a`);
    expect(response.headers.get('content-type')).toContain('text/event-stream');
    const reader = response.body?.pipeThrough(new TextDecoderStream()).getReader();
    expect(await reader?.read()).toMatchObject({ value: 'data: one\n\n' });
    await sleep(1.5 * SHORT);
    more.resolve();
    expect(await reader?.read()).toMatchObject({ value: 'data: two\n\n' });
    expect(await reader?.read()).toMatchObject({ done: true });
  });

  test('is told that its reader has gone', async () => {
    const gone = Promise.withResolvers<void>();
    const stream = () =>
      new ReadableStream({
        async pull(controller) {
          await sleep(5);
          controller.enqueue(new Uint8Array(10));
        },
        cancel: () => gone.resolve(),
      });
    const { port, logged } = await serving([guest('/a', (routes) => routes.get('/', () => new Response(stream())))]);
    const leaving = new AbortController();
    const response = await fetch(`http://127.0.0.1:${port}/a`, { signal: leaving.signal });
    await response.body?.getReader().read();
    leaving.abort();
    await gone.promise;
    expect(logged).toEqual([]);
  });

  test.each([0, 2])('that fails after %i parts just ends: nothing of the inside is told or printed', async (good) => {
    const printed = ['error', 'info', 'log'] as const;
    const spies = printed.map((name) => vi.spyOn(console, name).mockImplementation(() => {}));
    onTestFinished(() => spies.forEach((spy) => void spy.mockRestore()));
    let left = good;
    const stream = () =>
      new ReadableStream({
        async pull(controller) {
          await sleep(5);
          if (left-- === 0) throw new Error('secret');
          controller.enqueue(Buffer.from('part'));
        },
      });
    const { port, logged } = await serving([guest('/a', (routes) => routes.get('/', () => new Response(stream())))]);
    const { said, ended } = await onSocket(port, 'GET /a HTTP/1.1\r\nHost: a\r\n\r\n');
    await ended;
    expect(said()).not.toContain('secret');
    expect(said().split('part')).toHaveLength(good + 1);
    // The end of a whole body, https://www.rfc-editor.org/rfc/rfc9112#section-7.1
    expect(said()).not.toContain('\r\n0\r\n');
    expect(logged).toMatchObject([{ fields: { reference: 'bug-1', err: { message: 'secret' } } }]);
    for (const spy of spies) expect(spy).not.toHaveBeenCalled();
  });
});

test('of a bug the caller reads a reference alone; what a guest refuses is told as it says', async () => {
  const { get, logged } = await serving([
    guest('/a', (routes) =>
      routes
        .get('/error', () => {
          throw new Error('secret');
        })
        // As a library might.
        .get('/text', () => Promise.reject('secret'))
        .get('/refused', () => {
          throw new HTTPException(409, { message: 'not now' });
        }),
    ),
  ]);
  for (const path of ['/a/error?token=hidden', '/a/text'])
    expect(await get(path)).toMatchObject({ status: 500, text: 'failed; the log says why under bug-1\n' });
  expect(logged).toMatchObject([
    { message: 'a request failed', fields: { reference: 'bug-1', path: '/a/error', err: { message: 'secret' } } },
    { message: 'a request failed', fields: { reference: 'bug-1', err: 'secret' } },
  ]);
  expect(JSON.stringify(logged)).not.toContain('hidden');
  expect(await get('/a/refused')).toMatchObject({ status: 409, text: 'not now' });
});

test('one connection has several requests, and HTTP/1.0 needs no host', async () => {
  const { port } = await serving([guest('/a', (routes) => routes.get('/', (c) => c.text('here')))]);
  const twice = await onSocket(port, 'GET /a HTTP/1.1\r\nHost: a\r\n\r\n'.repeat(2));
  await eventually(() => expect(twice.said().split('here')).toHaveLength(3));
  const old = await onSocket(port, 'GET /a HTTP/1.0\r\n\r\n');
  await old.ended;
  expect(old.said()).toMatch(/^HTTP\/1\.1 200 .*here$/s);
});

test('once it is to end, answers what it was asked, and takes nothing more on the same connection', async () => {
  const [begun, released] = [Promise.withResolvers<void>(), Promise.withResolvers<void>()];
  const served: string[] = [];
  const slow = guest('/a', (routes) =>
    routes.get('/:name', async (c) => {
      const name = c.req.param('name');
      served.push(name);
      begun.resolve();
      if (name !== 'streamed') await released.promise;
      const words = async function* () {
        yield Buffer.from('some ');
        await released.promise;
        yield Buffer.from('words');
      };
      return new Response(ReadableStream.from(words()));
    }),
  );
  const { port, close } = await serving([slow]);
  const asking = (name: string): string => `GET /a/${name} HTTP/1.1\r\nHost: a\r\n\r\n`;
  const connections = await Promise.all(['whole', 'streamed'].map((name) => onSocket(port, asking(name))));
  await vi.waitFor(() => expect(connections[1]?.said()).toContain('some'), PATIENT);
  await begun.promise;
  close();
  released.resolve();
  await Promise.all(connections.map(({ ended }) => ended));
  const [whole, streamed] = connections.map(({ said }) => said());
  for (const said of [whole, streamed]) expect(said).toMatch(/^HTTP\/1\.1 200 .*words/s);
  // Its client knows not to use the connection again.
  expect(whole).toMatch(/^connection: close\r$/im);
  expect(served.toSorted()).toEqual(['streamed', 'whole']);
});

test('a port that is taken is told as what to mend', async () => {
  const { port } = await serving([]);
  const log = { error: () => {} };
  const again = serveHttp({ host: '127.0.0.1', port }, [], { log, reference: () => 'bug-1' });
  await expect(again).rejects.toEqual(new StartError(`PORT: cannot listen on 127.0.0.1:${port} (EADDRINUSE)`));
});

test.each(['GET / HTTP/1.1\r\nHost: ]]][\r\n\r\n', 'GET a HTTP/1.1\r\nHost: a\r\n\r\n', 'nonsense\r\n\r\n'])(
  '%j is refused',
  async (request) => {
    const { port, logged } = await serving([guest('/a', () => {})]);
    const { said } = await onSocket(port, request);
    await eventually(() => expect(said()).toMatch(/^HTTP\/1\.1 400 /));
    expect(logged).toEqual([]);
  },
);
