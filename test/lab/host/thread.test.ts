import { expect, onTestFinished, test } from 'vitest';
import { systemTimers } from '../../../src/core/timers.ts';
import { startThread } from '../../../src/lab/host/thread.ts';
import { eventually } from '../../support/eventually.ts';
import { asking } from '../support/labs.ts';

test('a lab runs in a thread of its own, and is brought back in another', async () => {
  const logged: unknown[] = [];
  let ends = 0;
  const begin = () => {
    const thread = startThread({
      timers: systemTimers,
      log: { error: (fields) => void logged.push(fields) },
      ended: () => void ends++,
    });
    onTestFinished(() => thread.close());
    return thread;
  };
  const now = Date.now();
  const first = begin();
  const lab = first.lab('one');
  expect(await lab.open({ start: now, speed: 1, snapshot: undefined })).toBe(true);
  const body = JSON.stringify({
    ...{ apiVersion: 'v1', kind: 'Pod', metadata: { name: 'web' } },
    spec: { containers: [{ name: 'web', image: 'nginx:1.27' }] },
  });
  const pods = '/api/v1/namespaces/default/pods';
  expect((await lab.request(asking(pods, { method: 'POST', body }))).status).toBe(201);
  const phase = async (of: typeof lab): Promise<string> =>
    JSON.parse((await of.request(asking(`${pods}/web`))).body).status.phase;
  await eventually(async () => expect(await phase(lab)).toBe('Running'));
  const said: string[] = [];
  const code = await new Promise((resolve) => {
    const terminal = { out: (text: string) => void said.push(text), err: () => {}, ended: resolve };
    void lab.exec({ namespace: 'default', pod: 'web', container: '' }, ['echo', 'hello'], terminal, false);
  });
  expect({ code, said }).toEqual({ code: 0, said: ['hello\n'] });
  expect(await lab.power('node-3', 'off')).toBe(true);
  expect(await lab.off()).toEqual([{ node: 'node-3', noticedAt: expect.any(Number) }]);
  expect(await lab.power('node-3', 'on')).toBe(true);
  expect(await lab.off()).toEqual([]);
  const snapshot = await lab.snapshot();
  expect(snapshot?.byteLength).toBeLessThan(50_000);
  await first.close();
  const again = begin().lab('one');
  expect(await again.open({ start: now, speed: 1, snapshot: Uint8Array.of(1, 2, 3) })).toBe(false);
  expect(await again.open({ start: now, speed: 1, snapshot })).toBe(true);
  expect(await phase(again)).toBe('Running');
  expect({ logged, ends }).toEqual({ logged: [], ends: 0 });
});
