import type { Lab } from '../../engine/lab.ts';
import { PRIORITY_CLASSES, STORAGE_CLASSES } from '../../kinds/cluster.ts';

/** What makes volumes in a local cluster, as kind has it. */
export const PROVISIONER = 'rancher.io/local-path';

const PRIORITIES: readonly (readonly [string, number, string])[] = [
  [
    'system-cluster-critical',
    2_000_000_000,
    'Used for system critical pods that must run in the cluster, but can be moved to another node if necessary.',
  ],
  [
    'system-node-critical',
    2_000_001_000,
    'Used for system critical pods that must not be moved from their current node.',
  ],
];

export function beginClasses({ store }: Lab): void {
  for (const [name, value, description] of PRIORITIES)
    store.create(PRIORITY_CLASSES, {
      ...{ apiVersion: 'scheduling.k8s.io/v1', kind: 'PriorityClass', metadata: { name, generation: 1 } },
      ...{ value, description, preemptionPolicy: 'PreemptLowerPriority' },
    });
  store.create(STORAGE_CLASSES, {
    ...{ apiVersion: 'storage.k8s.io/v1', kind: 'StorageClass' },
    metadata: { name: 'standard', annotations: { 'storageclass.kubernetes.io/is-default-class': 'true' } },
    ...{ provisioner: PROVISIONER, reclaimPolicy: 'Delete', volumeBindingMode: 'WaitForFirstConsumer' },
  });
}
