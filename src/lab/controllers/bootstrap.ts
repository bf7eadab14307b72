import type { Lab } from '../engine/lab.ts';
import { NAMESPACES } from '../kinds/core.ts';
import { addNodes } from '../nodes/machines.ts';
import { beginClasses } from './bootstrap/classes.ts';
import { beginNames } from './bootstrap/names.ts';
import { beginRoles } from './bootstrap/roles.ts';
import { beginServices } from './bootstrap/services.ts';
import { serviceAccounts } from './service-accounts.ts';

/** What is in a new cluster. */
export function begin(lab: Lab): void {
  for (const name of ['default', 'kube-system', 'kube-public', 'kube-node-lease'])
    lab.store.create(NAMESPACES, {
      ...{ apiVersion: 'v1', kind: 'Namespace' },
      metadata: { name, labels: { 'kubernetes.io/metadata.name': name } },
      ...{ spec: { finalizers: ['kubernetes'] }, status: { phase: 'Active' } },
    });
  // A lab can be used from its first moment: a Pod needs its namespace's ServiceAccount.
  const accounts = serviceAccounts(lab);
  for (const { metadata } of lab.store.list(NAMESPACES)) accounts.reconcile(metadata.name);
  addNodes(lab);
  beginRoles(lab);
  beginClasses(lab);
  beginServices(lab);
  beginNames(lab);
}
