import { expect, test } from 'vitest';
import { deleteObject } from '../../../src/lab/engine/deletion.ts';
import { CLAIMS, PODS, VOLUMES } from '../../../src/lab/kinds/core.ts';
import type { PersistentVolume } from '../../../src/lab/kinds/types.ts';
import { type Controlled, createControlled, named, templateOf } from './support.ts';

const claimOf = (storage: string, more = {}) => ({
  ...{ accessModes: ['ReadWriteOnce'], resources: { requests: { storage } } },
  ...more,
});
const claim = ({ store }: Controlled, name = 'data') => store.get(CLAIMS, named(name));
const remove = (lab: Controlled) => {
  const found = claim(lab);
  if (found) deleteObject(lab.lab, CLAIMS, found, {});
};

test('a claim of the default class waits for a Pod on a node, gets a volume there, and takes it along', () => {
  const lab = createControlled();
  lab.make(CLAIMS, { metadata: named('data'), spec: claimOf('1Gi') });
  lab.turn(5);
  expect(claim(lab)).toMatchObject({ spec: { storageClassName: 'standard' }, status: { phase: 'Pending' } });
  expect(lab.events('data')).toEqual([
    'Normal WaitForFirstConsumer waiting for first consumer to be created before binding',
  ]);
  const { spec } = templateOf('web');
  lab.make(PODS, {
    metadata: named('web'),
    spec: { ...spec, volumes: [{ name: 'data', persistentVolumeClaim: { claimName: 'data' } }] },
  });
  // The scheduler chooses.
  lab.store.edit(CLAIMS, named('data'), ({ metadata }) => {
    metadata.annotations = { 'volume.kubernetes.io/selected-node': 'node-2' };
  });
  lab.turn(5);
  const name = `pvc-${claim(lab)?.metadata.uid}`;
  expect(claim(lab)).toMatchObject({
    spec: { volumeName: name },
    status: { phase: 'Bound', capacity: { storage: '1Gi' } },
  });
  expect(lab.store.get(VOLUMES, { name })).toMatchObject({
    status: { phase: 'Bound' },
    spec: { persistentVolumeReclaimPolicy: 'Delete' },
  });
  expect(lab.events('data')).toContain(`Normal ProvisioningSucceeded Successfully provisioned volume ${name}`);
  remove(lab);
  lab.turn(5);
  expect(claim(lab)?.metadata.deletionTimestamp).toBeDefined();
  const pod = lab.store.get(PODS, named('web'));
  if (pod) deleteObject(lab.lab, PODS, pod, {});
  lab.turn(5);
  expect([claim(lab), lab.store.get(VOLUMES, { name })]).toEqual([undefined, undefined]);
});

test('a volume that a person made is bound to the claim that it suits best, and stays when it goes', () => {
  const lab = createControlled();
  const volume = (name: string, storage: string): PersistentVolume =>
    lab.make(VOLUMES, {
      metadata: { name },
      spec: {
        ...{ capacity: { storage }, accessModes: ['ReadWriteOnce'], storageClassName: 'manual' },
        ...{ hostPath: { path: '/mnt/data' }, persistentVolumeReclaimPolicy: 'Retain' },
      },
    });
  volume('small', '1Gi');
  volume('large', '10Gi');
  volume('medium', '5Gi');
  lab.make(CLAIMS, { metadata: named('data'), spec: claimOf('3Gi', { storageClassName: 'manual' }) });
  lab.turn(1);
  expect(claim(lab)?.spec.volumeName).toBe('medium');
  remove(lab);
  lab.turn(1);
  expect(lab.store.list(VOLUMES).map(({ status }) => status.phase)).toEqual(['Available', 'Available', 'Released']);
  lab.make(CLAIMS, { metadata: named('other'), spec: claimOf('1Gi', { storageClassName: 'none' }) });
  lab.turn(1);
  expect(lab.events('other')).toEqual(['Warning ProvisioningFailed storageclass.storage.k8s.io "none" not found']);
});
