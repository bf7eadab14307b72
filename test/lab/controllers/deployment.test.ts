import { expect, test } from 'vitest';
import { deleteObject } from '../../../src/lab/engine/deletion.ts';
import { PODS } from '../../../src/lab/kinds/core.ts';
import type { Deployment } from '../../../src/lab/kinds/types.ts';
import { DEPLOYMENTS, REPLICA_SETS } from '../../../src/lab/kinds/workloads.ts';
import { type Controlled, createControlled, named, templateOf } from './support.ts';

function deploy(controlled: Controlled, replicas: number, more: Partial<Deployment['spec']> = {}): void {
  controlled.make(DEPLOYMENTS, {
    metadata: named('web'),
    spec: { replicas, selector: { matchLabels: { app: 'web' } }, template: templateOf('web'), ...more },
  });
}
const read = ({ store }: Controlled): Deployment => {
  const found = store.get(DEPLOYMENTS, named('web'));
  if (found === undefined) throw new Error('no Deployment');
  return found;
};
const setImage = ({ store }: Controlled, image: string): void =>
  void store.edit(DEPLOYMENTS, named('web'), ({ spec }) => {
    for (const one of spec.template.spec.containers) one.image = image;
  });
const sizes = ({ store }: Controlled): (number | undefined)[] =>
  store
    .list(REPLICA_SETS)
    .toSorted((one, other) => revision(one) - revision(other))
    .map(({ spec }) => spec.replicas);
const revision = ({ metadata }: { metadata: { annotations?: Record<string, string> } }): number =>
  Number(metadata.annotations?.['deployment.kubernetes.io/revision']);
const progress = (controlled: Controlled) =>
  read(controlled).status.conditions?.find(({ type }) => type === 'Progressing');

test('a rollout keeps between what may be missing and what may be more, and says so', () => {
  const lab = createControlled();
  deploy(lab, 3);
  lab.turn(5);
  const [first] = lab.store.list(REPLICA_SETS);
  expect(read(lab).status).toMatchObject({ replicas: 3, updatedReplicas: 3, readyReplicas: 3, availableReplicas: 3 });
  expect(progress(lab)).toMatchObject({
    status: 'True',
    reason: 'NewReplicaSetAvailable',
    message: `ReplicaSet "${first?.metadata.name}" has successfully progressed.`,
  });
  expect(lab.events('web')).toEqual([
    `Normal ScalingReplicaSet Scaled up replica set ${first?.metadata.name} from 0 to 3`,
  ]);
  expect(first?.metadata.name).toMatch(/^web-[b-z2-9]{6,10}$/);

  setImage(lab, 'nginx:1.28');
  let [least, most] = [3, 3];
  for (let i = 0; i < 100; i++) {
    lab.turn(0.1);
    const there = lab.pods('web').length;
    const ready = lab.pods('web').filter(({ status }) => status.phase === 'Running').length;
    [least, most] = [Math.min(least, ready), Math.max(most, there)];
  }
  expect([least, most]).toEqual([3, 4]);
  expect(sizes(lab)).toEqual([0, 3]);
  expect(read(lab).metadata.annotations?.['deployment.kubernetes.io/revision']).toBe('2');
});

test('an image that does not run stops a rollout, whose deadline passes; going back takes the old ReplicaSet', () => {
  const lab = createControlled();
  deploy(lab, 4, { progressDeadlineSeconds: 60 });
  lab.turn(5);
  lab.fate(({ spec }) => (spec.containers[0]?.image === 'nginx:broken' ? 'unready' : 'ready'));
  setImage(lab, 'nginx:broken');
  lab.turn(30);
  expect(sizes(lab)).toEqual([3, 2]);
  lab.turn(60);
  expect(progress(lab)).toMatchObject({ status: 'False', reason: 'ProgressDeadlineExceeded' });
  setImage(lab, 'nginx:1.27');
  lab.turn(20);
  expect(sizes(lab)).toEqual([0, 4]);
  expect(lab.store.list(REPLICA_SETS)).toHaveLength(2);
  expect(read(lab).metadata.annotations?.['deployment.kubernetes.io/revision']).toBe('3');
  expect(progress(lab)).toMatchObject({ status: 'True', reason: 'NewReplicaSetAvailable' });
});

test('in the middle of a rollout a new size is spread in proportion', () => {
  const lab = createControlled();
  deploy(lab, 10, { strategy: { type: 'RollingUpdate', rollingUpdate: { maxSurge: 3, maxUnavailable: 2 } } });
  lab.turn(5);
  lab.fate(({ spec }) => (spec.containers[0]?.image === 'nginx:broken' ? 'unready' : 'ready'));
  setImage(lab, 'nginx:broken');
  lab.turn(10);
  expect(sizes(lab)).toEqual([8, 5]);
  lab.store.edit(DEPLOYMENTS, named('web'), ({ spec }) => {
    spec.replicas = 15;
  });
  lab.turn(10);
  // As in the documentation of Deployments: three of five more go to the old, two to the new.
  expect(sizes(lab)).toEqual([11, 7]);
});

test('Recreate ends all Pods before the first new one; a pause holds a change back', () => {
  const lab = createControlled();
  deploy(lab, 2, { strategy: { type: 'Recreate' } });
  lab.turn(5);
  setImage(lab, 'nginx:1.28');
  lab.turn(0.5);
  expect(lab.pods('web')).toHaveLength(0);
  lab.turn(5);
  expect(lab.pods('web').map(({ spec }) => spec.containers[0]?.image)).toEqual(['nginx:1.28', 'nginx:1.28']);
  const pause = (paused: boolean) =>
    lab.store.edit(DEPLOYMENTS, named('web'), (draft) => {
      draft.spec.paused = paused;
    });
  pause(true);
  setImage(lab, 'nginx:1.29');
  lab.turn(5);
  expect(progress(lab)).toMatchObject({ status: 'Unknown', reason: 'DeploymentPaused' });
  expect(lab.store.list(REPLICA_SETS)).toHaveLength(2);
  pause(false);
  lab.turn(10);
  expect(sizes(lab)).toEqual([0, 0, 2]);
});

test('a Pod that is deleted is replaced; deleting a Deployment takes all, or leaves what it is told to leave', () => {
  const lab = createControlled();
  deploy(lab, 2, { revisionHistoryLimit: 1 });
  lab.turn(5);
  const [gone] = lab.pods('web');
  if (gone === undefined) throw new Error('no Pod');
  deleteObject(lab.lab, PODS, gone, {});
  lab.turn(5);
  expect(lab.pods('web').map(({ metadata }) => metadata.name)).not.toContain(gone.metadata.name);
  expect(lab.pods('web')).toHaveLength(2);
  for (const tag of ['a', 'b', 'c']) {
    setImage(lab, `nginx:${tag}`);
    lab.turn(20);
  }
  expect(lab.store.list(REPLICA_SETS)).toHaveLength(2);
  deleteObject(lab.lab, DEPLOYMENTS, read(lab), { propagation: 'Orphan' });
  lab.turn(5);
  expect(lab.store.list(DEPLOYMENTS)).toEqual([]);
  expect(lab.store.list(REPLICA_SETS).map(({ metadata }) => metadata.ownerReferences)).toEqual([[], []]);
  expect(lab.pods('web')).toHaveLength(2);
  deploy(lab, 2, { template: templateOf('web', 'nginx:c') });
  lab.turn(5);
  expect(lab.store.list(REPLICA_SETS)).toHaveLength(2);
  deleteObject(lab.lab, DEPLOYMENTS, read(lab), { propagation: 'Foreground' });
  lab.turn(0.5);
  expect(read(lab).metadata.finalizers).toEqual(['foregroundDeletion']);
  lab.turn(5);
  expect([lab.store.list(DEPLOYMENTS), lab.store.list(REPLICA_SETS), lab.store.list(PODS)]).toEqual([[], [], []]);
});
