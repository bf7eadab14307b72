import { createServer, type RequestListener } from 'node:http';
import { gzipSync } from 'node:zlib';
import { expect, onTestFinished, test } from 'vitest';
import { download } from '../../src/core/download.ts';
import { createClock } from '../fakes/clock.ts';
import { eventually } from '../support/eventually.ts';

async function serving(listener: RequestListener): Promise<{ url: URL; asked: string[] }> {
  const asked: string[] = [];
  const server = createServer((request, response) => {
    asked.push(`${request.url} ${request.headers.authorization ?? ''}`);
    listener(request, response);
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  onTestFinished(() => {
    server.closeAllConnections();
    server.close();
  });
  const address = server.address();
  if (address === null || typeof address === 'string') throw new Error('no port');
  return { url: new URL(`http://127.0.0.1:${address.port}/a`), asked };
}

const clock = createClock();
const fetched = (url: URL, headers = {}) => download(url, { headers, most: 1000, within: 5000, timers: clock });
const bytes = (size: number) => new Uint8Array(size).fill(97);

test.each([
  ['as it is', 1000, bytes(1000), {}],
  ['packed', 1000, gzipSync(bytes(1000)), { 'content-encoding': 'gzip' }],
])('gives what is there, %s', async (_, size, body, headers) => {
  const { url } = await serving((_request, response) => {
    response.writeHead(200, { 'content-type': 'text/plain', ...headers }).end(body);
  });
  expect(await fetched(url)).toEqual({ kind: 'done', bytes: Buffer.from(bytes(size)), type: 'text/plain' });
});

test.each([
  ['as it is', bytes(1001), {}],
  ['packed small', gzipSync(bytes(9_000_000)), { 'content-encoding': 'gzip' }],
])('takes no more than it may, whatever its size is said to be: %s', async (_, body, headers) => {
  const { url } = await serving((_request, response) => {
    response.writeHead(200, headers).end(body);
  });
  expect(await fetched(url)).toEqual({ kind: 'tooLarge' });
});

test('follows no redirect, so that what is for one server never reaches another', async () => {
  const other = await serving((_request, response) => void response.end('theirs'));
  const { url, asked } = await serving((_request, response) => {
    response.writeHead(302, { location: other.url.href }).end();
  });
  expect(await fetched(url, { authorization: 'Bearer secret' })).toEqual({ kind: 'refused', status: 302 });
  expect([asked, other.asked]).toEqual([['/a Bearer secret'], []]);
});

test.each([
  [404, { kind: 'refused', status: 404 }],
  [503, { kind: 'lost', reason: 'status 503' }],
] as const)('tells a refusal from a fault: %s', async (status, told) => {
  const { url } = await serving((_request, response) => {
    response.writeHead(status).end('why');
  });
  expect(await fetched(url)).toEqual(told);
});

test('ends with the time that it has, though something came', async () => {
  const { url, asked } = await serving((_request, response) => {
    response.writeHead(200);
    response.write('a');
  });
  const fetching = fetched(url);
  await eventually(() => expect(asked).toHaveLength(1));
  clock.advance(5000);
  expect(await fetching).toMatchObject({ kind: 'lost' });
});

test('a server that is not there is no bug', async () => {
  expect(await fetched(new URL('http://127.0.0.1:1/'))).toMatchObject({ kind: 'lost' });
});
