import { describe, expect, onTestFinished, test } from 'vitest';
import { type Pages, serveWeb } from '../../src/app/web.ts';

async function at(pages: Partial<Pages> = {}) {
  const ready = async () => ({ ready: true, text: 'store: ok\n' });
  const web = await serveWeb({ host: '127.0.0.1', port: 0 }, { ready, ...pages });
  onTestFinished(() => web.close());
  return async (path: string, method = 'GET') => {
    const response = await fetch(`http://127.0.0.1:${web.port}${path}`, { method });
    return { status: response.status, text: await response.text(), headers: response.headers };
  };
}

const metrics = { type: 'text/plain; version=0.0.4; charset=utf-8', text: async () => 'x 1\n' };

describe('the pages for operators', () => {
  const paths = ['/healthz', '/readyz', '/metrics'];

  test('are plain text that nobody keeps, whatever is asked behind their path', async () => {
    const get = await at({ metrics });
    for (const [path, text] of [
      ['/healthz', 'ok\n'],
      ['/readyz?verbose', 'store: ok\n'],
      ['/metrics?name[]=x', 'x 1\n'],
    ] as const) {
      const { status, headers, ...page } = await get(path);
      expect({ status, ...page }).toEqual({ status: 200, text });
      expect(headers.get('content-type')).toMatch(/^text\/plain; /);
      expect(headers.get('cache-control')).toBe('no-store');
    }
    expect((await get('/metrics')).headers.get('content-type')).toBe(metrics.type);
  });

  test.each(['POST', 'PUT', 'DELETE', 'PATCH', 'OPTIONS'])('do not take %s', async (method) => {
    const get = await at({ metrics, listener: (_, response) => void response.end('a platform') });
    for (const path of paths) {
      const { status, headers } = await get(path, method);
      expect({ status, allow: headers.get('allow') }).toEqual({ status: 405, allow: 'GET, HEAD' });
    }
  });

  test('answer HEAD without a body', async () => {
    const get = await at({ metrics });
    for (const path of paths) expect(await get(path, 'HEAD')).toMatchObject({ status: 200, text: '' });
  });

  test('say 503 with what is not ready', async () => {
    const get = await at({ ready: async () => ({ ready: false, text: 'store: does not answer\n' }) });
    expect(await get('/readyz')).toMatchObject({ status: 503, text: 'store: does not answer\n' });
    expect((await get('/healthz')).status).toBe(200);
  });

  test('say no more than that they failed', async () => {
    const text = () => Promise.reject(new Error('secret'));
    const get = await at({ metrics: { ...metrics, text }, ready: text });
    for (const path of ['/metrics', '/readyz'])
      expect(await get(path)).toMatchObject({ status: 500, text: 'failed\n' });
  });
});

test('all else is the platforms’, or nowhere', async () => {
  expect((await (await at())('/slack/events', 'POST')).status).toBe(404);
  expect((await (await at())('/metrics')).status).toBe(404);
  const get = await at({
    listener(request, response) {
      if (request.url !== '/slack/events') throw new Error('no such path');
      response.end('a platform');
    },
  });
  expect(await get('/slack/events', 'POST')).toMatchObject({ status: 200, text: 'a platform' });
  expect(await get('/healthz/x')).toMatchObject({ status: 404, text: 'not found\n' });
});
