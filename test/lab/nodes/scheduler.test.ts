import { expect, test } from 'vitest';
import { NODES, PODS } from '../../../src/lab/kinds/core.ts';
import type { Node } from '../../../src/lab/kinds/types.ts';
import { conditionOf, createRoom, podOf, type Room } from './support.ts';

const asks = (cpu: string, memory = '10Mi') => ({ resources: { requests: { cpu, memory } } });
const editNode = (room: Room, name: string, change: (node: Node) => void) => room.store.edit(NODES, { name }, change);
const CLAIMS = 'no new claims to deallocate';

const whyNot = async (room: Room, name: string): Promise<string | undefined> => {
  await room.turn(2);
  expect(room.pod(name).spec.nodeName).toBeUndefined();
  expect(conditionOf(room.pod(name), 'PodScheduled')).toMatchObject({ status: 'False', reason: 'Unschedulable' });
  expect(room.events(name)[0]).toBe(`Warning FailedScheduling ${conditionOf(room.pod(name), 'PodScheduled')?.message}`);
  return conditionOf(room.pod(name), 'PodScheduled')?.message;
};
const nodeOf = (room: Room, name: string) => room.pod(name).spec.nodeName;

test('why no node does, counted and in order', async () => {
  const room = await createRoom();
  editNode(room, 'node-1', (node) => {
    node.spec.unschedulable = true;
  });
  room.make(podOf('big', asks('3')));
  expect(await whyNot(room, 'big')).toBe(
    `0/3 nodes are available: 1 node(s) were unschedulable, 2 Insufficient cpu. ${CLAIMS}, preemption: 0/3 nodes are available: 3 Preemption is not helpful for scheduling.`,
  );
  editNode(room, 'node-2', (node) => {
    node.spec.taints = [{ key: 'team', value: 'a', effect: 'NoSchedule' }];
  });
  room.make(podOf('picky', asks('100m'), { nodeSelector: { disk: 'ssd' } }));
  expect(await whyNot(room, 'picky')).toBe(
    `0/3 nodes are available: 1 node(s) didn't match Pod's node affinity/selector, 1 node(s) had untolerated taint {team: a}, 1 node(s) were unschedulable. ${CLAIMS}, preemption: 0/3 nodes are available: 3 Preemption is not helpful for scheduling.`,
  );
  editNode(room, 'node-3', (node) => {
    node.metadata.labels = { ...node.metadata.labels, disk: 'ssd' };
  });
  await room.turn(3);
  expect(nodeOf(room, 'picky')).toBe('node-3');
});

test('a full cluster, until there is room', async () => {
  const room = await createRoom();
  for (const i of [1, 2, 3]) room.make(podOf(`p${i}`, asks('1500m')));
  room.make(podOf('more', asks('500m')));
  await room.turn(1);
  expect(new Set([1, 2, 3].map((i) => nodeOf(room, `p${i}`))).size).toBe(3);
  expect(await whyNot(room, 'more')).toBe(
    `0/3 nodes are available: 3 Insufficient cpu. ${CLAIMS}, preemption: 0/3 nodes are available: 3 No preemption victims found for incoming pod.`,
  );
  room.remove('pods', 'p2');
  await room.turn(4);
  expect(nodeOf(room, 'more')).toBeDefined();
});

test('taints, tolerations, affinity required and preferred', async () => {
  const room = await createRoom();
  editNode(room, 'node-1', (node) => {
    node.spec.taints = [{ key: 'gpu', value: 'yes', effect: 'NoSchedule' }];
    node.metadata.labels = { ...node.metadata.labels, zone: 'a' };
  });
  editNode(room, 'node-2', (node) => {
    node.metadata.labels = { ...node.metadata.labels, zone: 'b' };
  });
  const zone = (values: string[]) => ({ matchExpressions: [{ key: 'zone', operator: 'In', values }] });
  const required = (values: string[]) => ({
    nodeAffinity: { requiredDuringSchedulingIgnoredDuringExecution: { nodeSelectorTerms: [zone(values)] } },
  });
  const tolerations = [{ key: 'gpu', operator: 'Equal', value: 'yes', effect: 'NoSchedule' }];
  room.make(podOf('a', {}, { affinity: required(['a']), tolerations }));
  room.make(podOf('b', {}, { affinity: required(['a', 'b']) }));
  const preferred = {
    nodeAffinity: { preferredDuringSchedulingIgnoredDuringExecution: [{ weight: 100, preference: zone(['b']) }] },
  };
  room.make(podOf('c', {}, { affinity: preferred }));
  room.make(podOf('named', {}, { nodeName: 'node-1' }));
  room.make(podOf('other', {}, { schedulerName: 'mine' }));
  await room.turn(2);
  expect(['a', 'b', 'c', 'named', 'other'].map((name) => nodeOf(room, name))).toEqual([
    ...['node-1', 'node-2', 'node-2', 'node-1', undefined],
  ]);
  expect(room.pod('named').status.phase).toBe('Running');
});

test('Pods together and apart', async () => {
  const room = await createRoom();
  const near = (app: string) => [{ labelSelector: { matchLabels: { app } }, topologyKey: 'kubernetes.io/hostname' }];
  const apart = { podAntiAffinity: { requiredDuringSchedulingIgnoredDuringExecution: near('db') } };
  const labels = { labels: { app: 'db' } };
  for (const i of [1, 2, 3, 4]) room.make(podOf(`db${i}`, {}, { affinity: apart }, labels));
  await room.turn(1);
  expect(new Set([1, 2, 3].map((i) => nodeOf(room, `db${i}`))).size).toBe(3);
  expect(await whyNot(room, 'db4')).toBe(
    `0/3 nodes are available: 3 node(s) didn't match pod anti-affinity rules. ${CLAIMS}, preemption: 0/3 nodes are available: 3 No preemption victims found for incoming pod.`,
  );
  room.remove('pods', 'db1');
  room.remove('pods', 'db2');
  await room.turn(3);
  room.make(
    podOf('web', {}, { affinity: { podAffinity: { requiredDuringSchedulingIgnoredDuringExecution: near('none') } } }),
  );
  expect(await whyNot(room, 'web')).toContain("3 node(s) didn't match pod affinity rules.");
  room.make(
    podOf('app', {}, { affinity: { podAffinity: { requiredDuringSchedulingIgnoredDuringExecution: near('db') } } }),
  );
  await room.turn(1);
  expect([nodeOf(room, 'db3'), nodeOf(room, 'db4')]).toContain(nodeOf(room, 'app'));
});

test('spread over domains', async () => {
  const room = await createRoom();
  editNode(room, 'node-3', (node) => {
    node.spec.unschedulable = true;
  });
  const constraint = {
    ...{ maxSkew: 1, topologyKey: 'kubernetes.io/hostname', whenUnsatisfiable: 'DoNotSchedule' },
    labelSelector: { matchLabels: { app: 'web' } },
  };
  for (const i of [1, 2, 3])
    room.make(podOf(`w${i}`, {}, { topologySpreadConstraints: [constraint] }, { labels: { app: 'web' } }));
  await room.turn(1);
  expect(new Set([nodeOf(room, 'w1'), nodeOf(room, 'w2')])).toEqual(new Set(['node-1', 'node-2']));
  expect(await whyNot(room, 'w3')).toBe(
    `0/3 nodes are available: 1 node(s) were unschedulable, 2 node(s) didn't match pod topology spread constraints. ${CLAIMS}, preemption: 0/3 nodes are available: 1 Preemption is not helpful for scheduling, 2 No preemption victims found for incoming pod.`,
  );
});

test('ports of nodes, and claims that are not there', async () => {
  const room = await createRoom();
  for (const i of [1, 2, 3, 4]) room.make(podOf(`p${i}`, { ports: [{ containerPort: 80, hostPort: 8080 }] }));
  await room.turn(1);
  expect(await whyNot(room, 'p4')).toContain(
    "0/3 nodes are available: 3 node(s) didn't have free ports for the requested pod ports.",
  );
  room.make(podOf('data', {}, { volumes: [{ name: 'd', persistentVolumeClaim: { claimName: 'none' } }] }));
  expect(await whyNot(room, 'data')).toContain('0/3 nodes are available: persistentvolumeclaim "none" not found.');
});

test('a Pod of higher priority has others give way', async () => {
  const room = await createRoom();
  room.make({
    ...{ apiVersion: 'scheduling.k8s.io/v1', kind: 'PriorityClass', metadata: { name: 'high' } },
    ...{ value: 1000, globalDefault: false },
  } as never);
  for (const i of [1, 2, 3]) room.make(podOf(`low${i}`, { ...asks('1500m') }));
  await room.turn(2);
  room.make(podOf('high', asks('1'), { priorityClassName: 'high' }));
  await room.turn(4);
  const node = nodeOf(room, 'high');
  expect(node).toBeDefined();
  const gone = [1, 2, 3].filter((i) => room.find(`low${i}`) === undefined);
  expect(gone).toHaveLength(1);
  expect(room.events(`low${gone[0]}`)).toContain(
    `Normal Preempted Preempted by pod ${room.pod('high').metadata.uid} on node ${node}`,
  );
});

test('a claim that waits for its first consumer is bound before its Pod is', async () => {
  const room = await createRoom();
  room.make({
    ...{ apiVersion: 'v1', kind: 'PersistentVolumeClaim', metadata: { name: 'data' } },
    spec: { accessModes: ['ReadWriteOnce'], resources: { requests: { storage: '1Gi' } } },
  } as never);
  const volumes = [{ name: 'd', persistentVolumeClaim: { claimName: 'data' } }];
  room.make(podOf('db', { volumeMounts: [{ name: 'd', mountPath: '/data' }] }, { volumes }));
  await room.turn(5);
  expect(room.pod('db').status.phase).toBe('Running');
  room.nodes.runtime.exec(room.pod('db'), 'main', ['true'], { out() {}, err() {}, ended() {} }, false);
});

test('a node takes no more Pods than it can', async () => {
  const room = await createRoom();
  const nodeSelector = { 'kubernetes.io/hostname': 'node-1' };
  for (let i = 0; i < 115; i++) room.make(podOf(`p${i}`, {}, { nodeSelector }));
  await room.turn(3);
  const placed = room.store.list(PODS).filter(({ spec }) => spec.nodeName === 'node-1');
  expect(placed).toHaveLength(110);
  expect(conditionOf(room.pod('p114'), 'PodScheduled')?.message).toContain('1 Too many pods, 2 node(s) didn');
});

test('a Pod that was given to a node by hand which has no room for it fails there', async () => {
  const room = await createRoom();
  room.make(podOf('big', asks('3'), { nodeName: 'node-2' }));
  await room.turn(1);
  expect(room.pod('big').status).toMatchObject({
    ...{ phase: 'Failed', reason: 'OutOfcpu' },
    message: expect.stringMatching(
      /^Pod was rejected: Node didn't have enough resource: cpu, requested: 3000, used: \d+, capacity: 1900$/,
    ),
  });
});

test('Pods of one controller, and Pods alone, are spread evenly', async () => {
  const room = await createRoom();
  room.make({
    ...{ apiVersion: 'apps/v1', kind: 'Deployment', metadata: { name: 'web' } },
    spec: {
      ...{ replicas: 6, selector: { matchLabels: { app: 'web' } } },
      template: { metadata: { labels: { app: 'web' } }, spec: { containers: [{ name: 'c', image: 'server' }] } },
    },
  } as never);
  for (let i = 0; i < 6; i++) room.make(podOf(`alone${i}`));
  await room.turn(2);
  const counts = (begin: string) =>
    ['node-1', 'node-2', 'node-3'].map(
      (node) =>
        room.store
          .list(PODS, 'default')
          .filter(({ spec, metadata }) => spec.nodeName === node && metadata.name.startsWith(begin)).length,
    );
  expect(counts('web')).toEqual([2, 2, 2]);
  // Others of the cluster are on the nodes as well.
  for (const count of counts('alone')) expect(count).toBeGreaterThan(0);
});
