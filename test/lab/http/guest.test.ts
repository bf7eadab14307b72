import { once } from 'node:events';
import { request } from 'node:http';
import { expect, test, vi } from 'vitest';
import { WebSocket } from 'ws';
import { createLabGuest, createOnlyLabGuest } from '../../../src/lab/http/guest.ts';
import { PATIENCE } from '../../support/patience.ts';
import { serving } from '../../support/serving.ts';
import { openRoom } from './room.ts';

const ANSWER = { status: 200, headers: {}, body: 'late' };
const waiting: (() => void)[] = [];

const ask = async (url: string, headers: Record<string, string> = {}, method = 'GET') => {
  const asked = request(url, { headers, method }).end();
  const [answer] = await once(asked, 'response');
  let text = '';
  for await (const piece of answer) text += piece;
  return { status: answer.statusCode, headers: answer.headers, text };
};

test('a lab is found by its secret alone, and no browser may ask it', async () => {
  const { url } = await openRoom();
  expect((await ask(`${url}/version`)).status).toBe(200);
  const gone = await ask(`${url.replace('s3cret', 'other')}/version`);
  expect(gone.status).toBe(404);
  expect(JSON.parse(gone.text)).toMatchObject({ kind: 'Status', reason: 'NotFound' });
  for (const headers of [
    { origin: 'https://example.org' },
    { 'sec-fetch-site': 'cross-site' },
    { 'user-agent': 'Mozilla/5.0 (X11; Linux x86_64)' },
  ])
    expect(await ask(`${url}/version`, headers as Record<string, string>)).toMatchObject({ status: 403 });
  const typed = { 'user-agent': 'Mozilla/5.0', 'x-forwarded-for': '127.0.0.1', 'sec-fetch-site': 'none' };
  expect((await ask(`${url}/version`, typed)).status).toBe(403);
});

test('a manifest of more than the API takes is refused', async () => {
  const { url } = await openRoom();
  const answer = await fetch(`${url}/api/v1/namespaces`, {
    ...{ method: 'POST', body: 'x'.repeat(2 * 2 ** 20), headers: { 'content-type': 'application/json' } },
  });
  // Node's fetch is no browser, but for one header.
  expect([403, 413]).toContain(answer.status);
});

test('a long answer is packed where the client can unpack it', async () => {
  const { url } = await openRoom();
  const plain = await ask(`${url}/openapi/v3/api/v1`);
  expect(plain.headers['content-encoding']).toBeUndefined();
  const packed = await ask(`${url}/openapi/v3/api/v1`, { 'accept-encoding': 'gzip' });
  expect(packed.headers['content-encoding']).toBe('gzip');
  expect(packed.text.length).toBeLessThan(plain.text.length / 3);
});

test('other protocols are spoken where there are any, and nowhere else', async () => {
  const { url } = await openRoom();
  const open = async (path: string, protocols: string[]) => {
    const socket = new WebSocket(`${url.replace('http', 'ws')}${path}`, protocols);
    const [, answer] = await once(socket, 'unexpected-response');
    socket.on('error', () => {});
    return answer.statusCode;
  };
  const pod = '/api/v1/namespaces/default/pods/web';
  expect(await open(`${pod}/exec?command=ls`, ['v9.channel.k8s.io'])).toBe(400);
  expect(await open(`${pod}/exec`, ['v5.channel.k8s.io'])).toBe(400);
  expect(await open(`${pod}/log`, ['v5.channel.k8s.io'])).toBe(200);
  expect(await open('/api/v1/namespaces/default/pods/none/exec?command=ls', ['v5.channel.k8s.io'])).toBe(404);
  // Without a WebSocket there is nothing to take over.
  expect((await ask(`${url}${pod}/exec?command=ls`)).status).toBe(400);
});

test('an only lab is asked at its own path, and at none', async () => {
  const { client } = await openRoom();
  const behind = async (secret: string) => (secret === 's' ? client : undefined);
  const { port } = await serving([createOnlyLabGuest(client), createLabGuest({ behind }, '/lab')]);
  expect((await ask(`http://127.0.0.1:${port}/version`)).status).toBe(200);
  expect((await ask(`http://127.0.0.1:${port}/lab/s/version`)).status).toBe(200);
  expect((await ask(`http://127.0.0.1:${port}/lab/other/version`)).status).toBe(404);
  // kubectl proxy stands between, and a person before it.
  const typed = { 'user-agent': 'Mozilla/5.0', 'x-forwarded-for': '127.0.0.1', 'sec-fetch-site': 'none' };
  const asked = async (more = {}) => (await ask(`http://127.0.0.1:${port}/version`, { ...typed, ...more })).status;
  expect([await asked(), await asked({ 'sec-fetch-site': 'cross-site' }), await asked({ origin: 'http://x' })]).toEqual(
    [...[200, 403, 403]],
  );
});

test('so many requests at once, and no more', async () => {
  const { client, url } = await openRoom({
    stream: () => new Promise((resolve) => void waiting.push(() => resolve({ answer: ANSWER }))),
  });
  expect(client).toBeDefined();
  const codes: unknown[] = [];
  const all = Array.from({ length: 70 }, async () => codes.push((await ask(`${url}/version`)).status));
  await vi.waitFor(() => expect(codes).toEqual(Array.from({ length: 6 }, () => 429)), { timeout: PATIENCE });
  for (const answer of waiting) answer();
  await Promise.all(all);
  expect(codes.filter((one) => one === 200)).toHaveLength(64);
});

test('kubectl explains, and tells what a kind is not', async () => {
  const { kubectl } = await openRoom();
  const [explained, wrong] = await Promise.all([
    kubectl('explain', 'deployment.spec.strategy.rollingUpdate'),
    kubectl('explain', 'pod.spec.nothing'),
  ]);
  expect(explained.out).toContain('maxSurge\t<IntOrString>');
  expect(wrong.err).toContain('field "nothing" does not exist');
});
