import { expect, test } from 'vitest';
import type { Machine } from '../../../src/lab/images/machine.ts';
import { createRoom, first, podOf } from './support.ts';

test('a lab that is brought back runs on: the same address and count, and nothing is written', async () => {
  const room = await createRoom();
  const readinessProbe = { httpGet: { port: 80 } };
  room.make(podOf('web', { readinessProbe }));
  room.make(podOf('bad', { image: 'crasher' }));
  room.make(podOf('done', { image: 'true' }, { restartPolicy: 'Never' }));
  await room.turn(10);
  const before = ['web', 'bad', 'done'].map((name) => room.pod(name));
  expect(first(room.pod('bad')).state.waiting?.reason).toBe('CrashLoopBackOff');

  const again = await createRoom(
    {},
    { version: room.store.version(), objects: room.store.dump().objects, now: room.clock.now() },
  );
  await again.turn(0.5);
  expect(['web', 'bad', 'done'].map((name) => again.pod(name))).toEqual(before);
  const asked = { method: 'GET', path: '/', headers: {}, body: '' };
  expect(await again.nodes.runtime.ask(again.pod('web'), 80, asked)).toMatchObject({ status: 200 });
  await again.turn(20);
  expect(again.pod('web')).toEqual(before[0]);
  expect(first(again.pod('bad')).restartCount).toBe(2);
  again.make(podOf('new'));
  await again.turn(3);
  const addresses = ['web', 'bad', 'new'].map((name) => again.pod(name).status.podIP);
  expect(new Set(addresses).size).toBe(3);
});

test('a node that was cut off is still', async () => {
  const room = await createRoom();
  room.nodes.down('node-2');
  await room.turn(60);
  const again = await createRoom(
    {},
    { version: room.store.version(), objects: room.store.dump().objects, now: room.clock.now() },
  );
  await again.turn(400);
  const { store } = again;
  const ready = () =>
    store
      .dump()
      .objects.flatMap((one) =>
        one.kind === 'Node' && 'status' in one && one.metadata.name === 'node-2' ? [JSON.stringify(one.status)] : [],
      )[0];
  expect(ready()).toContain('Kubelet stopped posting node status.');
  again.nodes.up('node-2');
  await again.turn(5);
  expect(ready()).not.toContain('Kubelet stopped posting node status.');
});

test('what a claim holds is there again', async () => {
  const kept: Machine[] = [];
  const keeper = { begin: (machine: Machine) => void kept.push(machine) };
  const room = await createRoom({ keeper });
  room.make({
    ...{ apiVersion: 'v1', kind: 'PersistentVolumeClaim', metadata: { name: 'data' } },
    spec: { accessModes: ['ReadWriteOnce'], resources: { requests: { storage: '1Gi' } } },
  } as never);
  const volumes = [{ name: 'd', persistentVolumeClaim: { claimName: 'data' } }];
  const volumeMounts = [{ name: 'd', mountPath: '/data' }];
  room.make(podOf('db', { image: 'keeper', volumeMounts }, { volumes }));
  await room.turn(10);
  expect(kept[0]?.files.write('/data/table', 'rows')).toBe(true);
  const { store, clock, nodes } = room;
  await createRoom({ keeper }, { ...store.dump(), now: clock.now(), disks: nodes.disks() });
  expect(kept[1]?.files.read('/data/table')).toBe('rows');
});
