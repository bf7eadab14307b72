import { expect, test, vi } from 'vitest';
import type { LabClient } from '../../../src/core/lab.ts';
import { PATIENCE } from '../../support/patience.ts';
import { openRoom } from './room.ts';

/** Answers on port 80 alone, with what it was asked. */
const ask: LabClient['ask'] = async (at, port, { method, path, body }) =>
  port === 80 ? { status: 200, headers: { 'x-pod': at.pod }, body: JSON.stringify({ method, path, body }) } : undefined;

test('a port of a Pod is asked by HTTP, over several connections', async () => {
  const { start } = await openRoom({ ask });
  const { told } = start('port-forward', 'pod/web', ':80', '--address', '127.0.0.1');
  await vi.waitFor(() => expect(told.out).toMatch(/Forwarding from 127\.0\.0\.1:\d+ -> 80/), { timeout: PATIENCE });
  const port = /127\.0\.0\.1:(\d+)/.exec(told.out)?.[1];
  const get = async (path: string, init?: RequestInit) => {
    const answer = await fetch(`http://127.0.0.1:${port}${path}`, init);
    const said: { path?: unknown } = JSON.parse(await answer.text());
    return { status: answer.status, pod: answer.headers.get('x-pod'), said };
  };
  expect(await get('/x?y=1', { method: 'POST', body: 'abc' })).toEqual({
    ...{ status: 200, pod: 'web' },
    said: { method: 'POST', path: '/x?y=1', body: 'abc' },
  });
  const many = await Promise.all(Array.from({ length: 20 }, (_, nth) => get(`/${nth}`)));
  expect(many.map(({ said }) => said.path)).toEqual(Array.from({ length: 20 }, (_, nth) => `/${nth}`));
});

test('a port is asked through the API, as kubectl proxy and get --raw do', async () => {
  const { url } = await openRoom({ ask });
  const get = async (path: string) => {
    const answer = await fetch(`${url}/api/v1/namespaces/default/${path}`);
    return { status: answer.status, said: JSON.parse(await answer.text()) };
  };
  expect(await get('pods/web:80/proxy/x/?y=1')).toEqual({
    ...{ status: 200, said: { method: 'GET', path: '/x/?y=1', body: '' } },
  });
  expect(await get('pods/web/proxy')).toMatchObject({ said: { path: '/' } });
  expect(await get('pods/web:81/proxy/')).toMatchObject({ status: 503, said: { reason: 'ServiceUnavailable' } });
  expect(await get('services/none/proxy/')).toMatchObject({ status: 404 });
});

test('where nothing listens kubectl says so', async () => {
  const { start } = await openRoom({ ask });
  const { told } = start('port-forward', 'pod/web', ':81', '--address', '127.0.0.1');
  await vi.waitFor(() => expect(told.out).toMatch(/Forwarding from/), { timeout: PATIENCE });
  const port = /127\.0\.0\.1:(\d+)/.exec(told.out)?.[1];
  await expect(fetch(`http://127.0.0.1:${port}/`)).rejects.toThrow();
  await vi.waitFor(() => expect(told.err).toContain('connect: connection refused'), { timeout: PATIENCE });
});
