import { describe, expect, test } from 'vitest';
import type { PagesOptions } from '../../../src/app/http/pages.ts';
import { pagesOf } from '../../../src/app/http/pages.ts';
import { serving } from '../../support/serving.ts';

const metrics = { type: 'text/plain; version=0.0.4; charset=utf-8', text: async () => 'x 1\n' };
const up = { ready: async () => ({ ready: true, text: 'store: ok\n' }), metrics, token: undefined };
const paths = ['/healthz', '/readyz', '/metrics'];

async function at(pages: Partial<PagesOptions> = {}) {
  const { get, logged } = await serving(pagesOf({ ...up, ...pages }));
  return { get, logged };
}

test('are plain text that nobody keeps, whatever is asked behind their path', async () => {
  const { get } = await at();
  for (const [path, text] of [
    ['/healthz', 'ok\n'],
    ['/readyz?verbose', 'store: ok\n'],
    ['/metrics?name[]=x', 'x 1\n'],
  ] as const) {
    const { status, headers, ...page } = await get(path);
    expect({ status, ...page }).toEqual({ status: 200, text });
    expect(headers.get('content-type')).toMatch(/^text\/plain; /i);
    expect(headers.get('cache-control')).toBe('no-store');
  }
  expect((await get('/metrics')).headers.get('content-type')).toBe(metrics.type);
  expect((await get('/healthz/x')).status).toBe(404);
});

test.each(['POST', 'PUT', 'DELETE', 'PATCH', 'OPTIONS'])('do not take %s', async (method) => {
  const { get } = await at();
  for (const path of paths) {
    const { status, headers } = await get(path, { method });
    expect({ status, allow: headers.get('allow') }).toEqual({ status: 405, allow: 'GET, HEAD' });
  }
});

test('answer HEAD without a body', async () => {
  const { get } = await at();
  for (const path of paths) expect(await get(path, { method: 'HEAD' })).toMatchObject({ status: 200, text: '' });
});

test('say 503 with what is not ready', async () => {
  const { get } = await at({ ready: async () => ({ ready: false, text: 'store: does not answer\n' }) });
  expect(await get('/readyz')).toMatchObject({ status: 503, text: 'store: does not answer\n' });
  expect((await get('/healthz')).status).toBe(200);
});

test('say no more than a reference where they fail', async () => {
  const text = () => Promise.reject(new Error('secret'));
  const { get, logged } = await at({ metrics: { ...metrics, text }, ready: text });
  for (const path of ['/metrics', '/readyz'])
    expect(await get(path)).toMatchObject({ status: 500, text: 'failed; the log says why under bug-1\n' });
  expect(logged.map(({ level, fields }) => ({ level, ...fields }))).toMatchObject([
    { level: 'error', reference: 'bug-1', path: '/metrics' },
    { level: 'error', reference: 'bug-1', path: '/readyz' },
  ]);
});

test('there are no figures where nothing is counted', async () => {
  expect((await (await at({ metrics: undefined })).get('/metrics')).status).toBe(404);
});

describe('who may ask', () => {
  const STRANGER = [
    { 'X-Forwarded-For': '203.0.113.7' },
    { 'X-Forwarded-For': '203.0.113.7, 10.0.0.1' },
    { 'X-Forwarded-For': '10.0.0.1, 2001:db8::1' },
    { 'X-Real-IP': '203.0.113.7' },
    { Forwarded: 'for=203.0.113.7;proto=https' },
    { Forwarded: 'proto=https;By=10.0.0.1;FOR="[2001:db8::1]:4711", for=10.0.0.2' },
    { Forwarded: 'for=_hidden' },
    { 'X-Forwarded-For': 'unknown' },
    { 'CF-Connecting-IP': '203.0.113.7' },
  ];

  test.each(STRANGER)('without a token no stranger behind a proxy: %j', async (headers) => {
    const { get } = await at();
    for (const path of ['/readyz', '/metrics']) {
      expect((await get(path, { headers })).status).toBe(403);
      expect((await get(path, { headers: { ...headers, Authorization: 'Bearer ' } })).status).toBe(403);
    }
    expect((await get('/healthz', { headers })).status).toBe(200);
  });

  test.each([
    { 'X-Forwarded-For': '10.0.0.1:80, 192.168.1.2, [fd00::1]:443' },
    { Forwarded: 'for=127.0.0.1, for="[::1]:5"' },
  ])('without a token the neighbour behind a proxy: %j', async (headers) => {
    const { get } = await at();
    for (const path of paths) expect((await get(path, { headers })).status).toBe(200);
  });

  test('with a token who bears it, from anywhere; a kubelet needs none', async () => {
    const token = 'abc.DEF-1_2~3+4/5==';
    const { get, logged } = await at({ token });
    for (const headers of [{}, ...STRANGER]) {
      expect((await get('/metrics', { headers: { ...headers, Authorization: `Bearer ${token}` } })).status).toBe(200);
      for (const wrong of ['', 'Bearer', `Bearer ${token}x`, `Bearer ${token.slice(1)}`, `Basic ${token}`, token]) {
        const refused = await get('/metrics', { headers: { ...headers, Authorization: wrong } });
        expect(refused.status).toBe(401);
        expect(refused.headers.get('www-authenticate')).toBe('Bearer');
      }
    }
    expect((await get('/metrics', { headers: { Authorization: `bearer ${token}` } })).status).toBe(200);
    expect((await get('/readyz')).status).toBe(200);
    const headers = { 'X-Forwarded-For': '203.0.113.7' };
    expect((await get('/readyz', { headers })).status).toBe(401);
    expect((await get('/readyz', { headers: { ...headers, Authorization: `Bearer ${token}` } })).status).toBe(200);
    expect((await get('/healthz', { headers })).status).toBe(200);
    expect(logged).toEqual([]);
  });
});
