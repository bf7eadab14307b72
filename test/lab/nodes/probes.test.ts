import { expect, test } from 'vitest';
import { answer, conditionOf, createRoom, first, podOf } from './support.ts';

test('readiness follows the probe, with its thresholds and words', async () => {
  let status = 503;
  const room = await createRoom({ app: { serve: () => answer(status) } });
  room.make(
    podOf('web', {
      image: 'app',
      readinessProbe: { httpGet: { path: '/ready', port: 80 }, periodSeconds: 2, failureThreshold: 2 },
    }),
  );
  await room.turn(4);
  expect(first(room.pod('web')).ready).toBe(false);
  expect(conditionOf(room.pod('web'), 'Ready')).toMatchObject({
    ...{ status: 'False', reason: 'ContainersNotReady', message: 'containers with unready status: [main]' },
  });
  expect(room.events('web')).toContain(
    'Warning Unhealthy Readiness probe failed: HTTP probe failed with statuscode: 503',
  );
  status = 200;
  await room.turn(3);
  expect(first(room.pod('web')).ready).toBe(true);
  status = 500;
  await room.turn(2);
  expect(first(room.pod('web')).ready).toBe(true);
  await room.turn(2);
  expect(first(room.pod('web')).ready).toBe(false);
  expect(first(room.pod('web')).restartCount).toBe(0);
});

test('a container that is not alive is started again', async () => {
  const born = new Map<unknown, number>();
  const room = await createRoom({
    app: {
      begin: (machine) => void born.set(machine, machine.now()),
      serve: (_asked, machine) => answer(machine.now() - (born.get(machine) ?? 0) < 10_000 ? 200 : 500),
    },
  });
  room.make(podOf('web', { image: 'app', livenessProbe: { httpGet: { port: 80 }, periodSeconds: 3 } }));
  await room.turn(10);
  expect(first(room.pod('web')).restartCount).toBe(0);
  await room.turn(12);
  expect(first(room.pod('web')).restartCount).toBe(1);
  expect(room.events('web')).toContain(
    'Warning Unhealthy Liveness probe failed: HTTP probe failed with statuscode: 500',
  );
  expect(room.events('web')).toContain('Normal Killing Container main failed liveness probe, will be restarted');
});

test('the other probes wait for the startup probe', async () => {
  let status = 500;
  const room = await createRoom({ app: { serve: () => answer(status) } });
  const httpGet = { port: 80 };
  room.make(
    podOf('web', {
      image: 'app',
      startupProbe: { httpGet, periodSeconds: 2, failureThreshold: 10 },
      livenessProbe: { httpGet, periodSeconds: 1, failureThreshold: 1 },
    }),
  );
  room.make(
    podOf('never', { image: 'app', startupProbe: { httpGet: { port: 81 }, periodSeconds: 1, failureThreshold: 3 } }),
  );
  await room.turn(8);
  expect(first(room.pod('web'))).toMatchObject({ started: false, ready: false, restartCount: 0 });
  status = 200;
  await room.turn(3);
  expect(first(room.pod('web'))).toMatchObject({ started: true, ready: true, restartCount: 0 });
  expect(first(room.pod('never')).restartCount).toBeGreaterThan(0);
  const refused = room.events('never').find((one) => one.includes('Startup probe failed'));
  expect(refused).toMatch(
    /^Warning Unhealthy Startup probe failed: Get "http:\/\/10\.244\.\d\.\d+:81\/": dial tcp 10\.244\.\d\.\d+:81: connect: connection refused$/,
  );
  expect(room.events('never')).toContain('Normal Killing Container main failed startup probe, will be restarted');
});

test('probes by a command, by a connection, and too late an answer', async () => {
  const room = await createRoom({ slow: { serve: () => new Promise(() => {}) } });
  room.make(podOf('good', { readinessProbe: { exec: { command: ['true'] } } }));
  room.make(podOf('bad', { readinessProbe: { exec: { command: ['false'] } } }));
  room.make(podOf('open', { readinessProbe: { tcpSocket: { port: 80 } } }));
  room.make(podOf('shut', { readinessProbe: { tcpSocket: { port: 81 } } }));
  room.make(podOf('slow', { image: 'slow', readinessProbe: { httpGet: { port: 80 } } }));
  await room.turn(5);
  const ready = (name: string) => first(room.pod(name)).ready;
  expect(['good', 'bad', 'open', 'shut', 'slow'].map(ready)).toEqual([true, false, true, false, false]);
  const said = (name: string) => room.events(name).find((one) => one.includes('Unhealthy'));
  expect(said('shut')).toMatch(/Readiness probe failed: dial tcp 10\.244\.\d\.\d+:81: connect: connection refused$/);
  expect(said('slow')).toMatch(/: context deadline exceeded \(Client\.Timeout exceeded while awaiting headers\)$/);
});
