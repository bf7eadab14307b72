import { expect, test } from 'vitest';
import { CLAIMS, NODES } from '../../../src/lab/kinds/core.ts';
import type { StatefulSet } from '../../../src/lab/kinds/types.ts';
import { CONTROLLER_REVISIONS, DAEMON_SETS, STATEFUL_SETS } from '../../../src/lab/kinds/workloads.ts';
import { type Controlled, createControlled, named, templateOf } from './support.ts';

function makeSet(lab: Controlled, spec: Partial<StatefulSet['spec']> = {}): void {
  lab.make(STATEFUL_SETS, {
    metadata: named('db'),
    spec: {
      replicas: 3,
      serviceName: 'db',
      selector: { matchLabels: { app: 'db' } },
      template: templateOf('db'),
      ...spec,
    },
  });
}
const names = (lab: Controlled, begins: string) =>
  lab
    .pods(begins)
    .map(({ metadata }) => metadata.name)
    .toSorted();
const images = (lab: Controlled, begins: string) =>
  lab
    .pods(begins)
    .toSorted((one, other) => (one.metadata.name < other.metadata.name ? -1 : 1))
    .map(({ spec }) => spec.containers[0]?.image);

test('a StatefulSet starts its Pods one after the other, with names and claims that stay', () => {
  const lab = createControlled();
  const resources = { requests: { storage: '1Gi' } };
  const claim = { metadata: { name: 'data' }, spec: { accessModes: ['ReadWriteOnce'], resources } };
  // Templates of claims have no more than this in manifests.
  makeSet(lab, {
    volumeClaimTemplates: [claim] as unknown as NonNullable<StatefulSet['spec']['volumeClaimTemplates']>,
  });
  lab.turn(0.5);
  expect(names(lab, 'db')).toEqual(['db-0']);
  expect(lab.pods('db')[0]).toMatchObject({
    metadata: { labels: { 'statefulset.kubernetes.io/pod-name': 'db-0', 'apps.kubernetes.io/pod-index': '0' } },
    spec: { hostname: 'db-0', subdomain: 'db' },
  });
  lab.turn(1);
  expect(names(lab, 'db')).toEqual(['db-0', 'db-1']);
  lab.turn(5);
  expect(lab.store.list(CLAIMS).map(({ metadata }) => metadata.name)).toEqual(['data-db-0', 'data-db-1', 'data-db-2']);
  expect(lab.events('db').slice(0, 2)).toEqual([
    'Normal SuccessfulCreate create Claim data-db-0 Pod db-0 in StatefulSet db success',
    'Normal SuccessfulCreate create Pod db-0 in StatefulSet db successful',
  ]);
  lab.store.edit(STATEFUL_SETS, named('db'), ({ spec }) => {
    spec.replicas = 1;
  });
  lab.turn(0.5);
  expect(names(lab, 'db')).toEqual(['db-0', 'db-1']);
  lab.turn(5);
  expect(names(lab, 'db')).toEqual(['db-0']);
  expect(lab.store.list(CLAIMS)).toHaveLength(3);
});

test('an update of a StatefulSet goes from the last Pod on, down to the partition', () => {
  const lab = createControlled();
  makeSet(lab, {
    podManagementPolicy: 'Parallel',
    updateStrategy: { type: 'RollingUpdate', rollingUpdate: { partition: 2 } },
  });
  lab.turn(3);
  const change = (image: string, partition: number) =>
    lab.store.edit(STATEFUL_SETS, named('db'), ({ spec }) => {
      for (const one of spec.template.spec.containers) one.image = image;
      spec.updateStrategy = { type: 'RollingUpdate', rollingUpdate: { partition } };
    });
  change('nginx:1.28', 2);
  lab.turn(10);
  expect(images(lab, 'db')).toEqual(['nginx:1.27', 'nginx:1.27', 'nginx:1.28']);
  const before = lab.store.get(STATEFUL_SETS, named('db'))?.status;
  expect(before).toMatchObject({ currentReplicas: 2, updatedReplicas: 1 });
  change('nginx:1.28', 0);
  lab.turn(0.5);
  expect(names(lab, 'db')).toEqual(['db-0', 'db-2']);
  lab.turn(20);
  expect(images(lab, 'db')).toEqual(['nginx:1.28', 'nginx:1.28', 'nginx:1.28']);
  const after = lab.store.get(STATEFUL_SETS, named('db'))?.status;
  expect(after?.currentRevision).toBe(before?.updateRevision);
  expect(lab.store.list(CONTROLLER_REVISIONS).map(({ revision }) => revision)).toEqual([1, 2]);
});

test('a DaemonSet has a Pod on each node that fits, and changes them one at a time', () => {
  const lab = createControlled();
  lab.make(DAEMON_SETS, {
    metadata: named('logs'),
    spec: { selector: { matchLabels: { app: 'logs' } }, template: templateOf('logs') },
  });
  lab.turn(3);
  expect(lab.pods('logs')).toHaveLength(3);
  expect(lab.store.get(DAEMON_SETS, named('logs'))?.status).toMatchObject({
    ...{ desiredNumberScheduled: 3, currentNumberScheduled: 3, numberReady: 3, updatedNumberScheduled: 3 },
  });
  lab.store.edit(DAEMON_SETS, named('logs'), ({ spec }) => {
    for (const one of spec.template.spec.containers) one.image = 'nginx:1.28';
  });
  let least = 3;
  for (let i = 0; i < 100; i++) {
    lab.turn(0.1);
    least = Math.min(least, lab.pods('logs').filter(({ status }) => status.phase === 'Running').length);
  }
  expect([least, ...new Set(images(lab, 'logs'))]).toEqual([2, 'nginx:1.28']);
  lab.store.edit(NODES, { name: 'node-3' }, (draft) => {
    draft.spec = { ...draft.spec, taints: [{ key: 'gone', effect: 'NoExecute' }] };
  });
  lab.turn(5);
  expect(lab.pods('logs')).toHaveLength(2);
});
