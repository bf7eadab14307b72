import { expect, test } from 'vitest';
import { PODS, REPLICATION_CONTROLLERS } from '../../../src/lab/kinds/core.ts';
import { createControlled, named, templateOf } from './support.ts';

test('a ReplicationController keeps as many Pods as it wants, of the labels that it makes', () => {
  const lab = createControlled();
  const made = lab.make(REPLICATION_CONTROLLERS, {
    metadata: named('old'),
    spec: { replicas: 2, template: templateOf('old') },
  });
  expect(made.spec.selector).toEqual({ app: 'old' });
  lab.turn(3);
  const status = () => lab.store.get(REPLICATION_CONTROLLERS, named('old'))?.status;
  expect(status()).toMatchObject({ replicas: 2, readyReplicas: 2 });
  lab.store.remove(PODS, lab.pods('old')[0]?.metadata ?? named(''));
  lab.turn(3);
  expect(lab.pods('old')).toHaveLength(2);
  lab.store.edit(REPLICATION_CONTROLLERS, named('old'), ({ spec }) => {
    spec.replicas = 1;
  });
  lab.turn(3);
  expect(lab.pods('old')).toHaveLength(1);
});
