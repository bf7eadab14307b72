import type { Lab } from '../engine/lab.ts';
import { NAMESPACES } from '../kinds/core.ts';

/** What is in a new cluster. */
export function begin({ store }: Lab): void {
  for (const name of ['default', 'kube-system', 'kube-public', 'kube-node-lease'])
    store.create(NAMESPACES, {
      ...{ apiVersion: 'v1', kind: 'Namespace' },
      metadata: { name, labels: { 'kubernetes.io/metadata.name': name } },
      ...{ spec: { finalizers: ['kubernetes'] }, status: { phase: 'Active' } },
    });
}
