import { expect, test } from 'vitest';
import { NODES } from '../../../src/lab/kinds/core.ts';
import type { Node } from '../../../src/lab/kinds/types.ts';
import { conditionOf, createRoom, first, podOf, type Room } from './support.ts';

const nodeNamed = (room: Room, name: string): Node => {
  const node = room.store.get(NODES, { name });
  if (node === undefined) throw new Error(name);
  return node;
};
const readyOf = (room: Room, name: string) =>
  nodeNamed(room, name).status.conditions.find(({ type }) => type === 'Ready');
const on = (node: string, more: object = {}) => ({ nodeSelector: { 'kubernetes.io/hostname': node }, ...more });

test('a node that is cut off: not ready after the grace, its Pods go after their toleration, and it comes back', async () => {
  const room = await createRoom();
  room.make(podOf('usual', {}, on('node-2')));
  const key = 'node.kubernetes.io/unreachable';
  room.make(
    podOf(
      'hasty',
      {},
      on('node-2', { tolerations: [{ key, operator: 'Exists', effect: 'NoExecute', tolerationSeconds: 10 }] }),
    ),
  );
  room.make(podOf('loyal', {}, on('node-2', { tolerations: [{ key, operator: 'Exists' }] })));
  await room.turn(3);
  const { podIP } = room.pod('usual').status;
  expect(room.nodes.down('node-9')).toBe(false);
  expect(room.nodes.down('node-2')).toBe(true);
  await room.turn(39);
  expect(readyOf(room, 'node-2')?.status).toBe('True');
  expect(
    await room.nodes.runtime.ask(room.pod('usual'), 80, { method: 'GET', path: '/', headers: {}, body: '' }),
  ).toBeUndefined();
  await room.turn(12);
  expect(readyOf(room, 'node-2')).toMatchObject({
    ...{ status: 'Unknown', reason: 'NodeStatusUnknown', message: 'Kubelet stopped posting node status.' },
  });
  expect(nodeNamed(room, 'node-2').spec.taints).toMatchObject([
    { key, effect: 'NoSchedule' },
    { key, effect: 'NoExecute' },
  ]);
  expect(room.events('node-2')).toContain('Normal NodeNotReady Node node-2 status is now: NodeNotReady');
  expect(conditionOf(room.pod('usual'), 'Ready')?.status).toBe('False');
  expect(room.pod('usual').metadata.deletionTimestamp).toBeUndefined();
  await room.turn(10);
  expect(room.pod('hasty').metadata.deletionTimestamp).toBeDefined();
  expect(room.events('hasty')).toContain('Normal TaintManagerEviction Marking for deletion Pod default/hasty');
  await room.turn(300);
  expect(room.pod('usual').metadata.deletionTimestamp).toBeDefined();
  expect(room.pod('loyal').metadata.deletionTimestamp).toBeUndefined();
  expect(room.nodes.up('node-2')).toBe(true);
  await room.turn(5);
  expect(readyOf(room, 'node-2')?.status).toBe('True');
  expect(nodeNamed(room, 'node-2').spec.taints).toBeUndefined();
  expect([room.find('usual'), room.find('hasty')]).toEqual([undefined, undefined]);
  expect(first(room.pod('loyal'))).toMatchObject({
    ...{ restartCount: 1, ready: true },
    lastState: { terminated: { exitCode: 255, reason: 'Unknown' } },
  });
  expect(podIP).toBeDefined();
});

test('a node that is back within the grace: nothing is moved, its containers began anew', async () => {
  const room = await createRoom();
  room.make(podOf('web', {}, on('node-3')));
  await room.turn(3);
  room.nodes.down('node-3');
  await room.turn(20);
  room.nodes.up('node-3');
  await room.turn(60);
  expect(readyOf(room, 'node-3')?.status).toBe('True');
  expect(first(room.pod('web'))).toMatchObject({ restartCount: 1, ready: true });
});

test('a taint that sends Pods away', async () => {
  const room = await createRoom();
  room.make(podOf('web', {}, on('node-1')));
  const seconds = [{ key: 'gone', operator: 'Exists', effect: 'NoExecute', tolerationSeconds: 20 }];
  room.make(podOf('later', {}, on('node-1', { tolerations: seconds })));
  room.make(podOf('stays', {}, on('node-1', { tolerations: [{ key: 'gone', operator: 'Exists' }] })));
  await room.turn(3);
  room.store.edit(NODES, { name: 'node-1' }, (node) => {
    node.spec.taints = [{ key: 'gone', effect: 'NoExecute' }];
  });
  await room.turn(2);
  expect(room.find('web')).toBeUndefined();
  expect(room.find('later')).toBeDefined();
  await room.turn(20);
  expect(room.find('later')).toBeUndefined();
  expect(room.pod('stays').metadata.deletionTimestamp).toBeUndefined();
});

test('Pods of a node that was deleted are cleared up', async () => {
  const room = await createRoom();
  room.make(podOf('web', {}, on('node-1')));
  await room.turn(3);
  room.store.remove(NODES, { name: 'node-1' });
  await room.turn(50);
  expect(room.find('web')).toBeUndefined();
});
