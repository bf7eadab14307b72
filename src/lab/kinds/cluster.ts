import {
  checkBinding,
  checkIngress,
  checkNetworkPolicy,
  checkPriorityClass,
  checkRole,
  checkStorageClass,
} from './check/cluster.ts';
import { warnOfIngress } from './check/warnings.ts';
import {
  BINDING_COLUMNS,
  LEASE_COLUMNS,
  PRIORITY_COLUMNS,
  ROLE_COLUMNS,
  STORAGE_CLASS_COLUMNS,
} from './columns/cluster.ts';
import { INGRESS_CLASS_COLUMNS, INGRESS_COLUMNS, POLICY_COLUMNS, SLICE_COLUMNS } from './columns/network.ts';
import {
  defaultBinding,
  defaultNetworkPolicy,
  defaultPriorityClass,
  defaultSlice,
  defaultStorageClass,
} from './defaults/cluster.ts';
import { row } from './row.ts';
import type {
  EndpointSlice,
  Ingress,
  Lease,
  NetworkPolicy,
  PriorityClass,
  Role,
  RoleBinding,
  StorageClass,
} from './types.ts';

const NETWORK = { group: 'networking.k8s.io', version: 'v1' } as const;
const RBAC = { group: 'rbac.authorization.k8s.io', version: 'v1' } as const;

export const ENDPOINT_SLICES = row<EndpointSlice>({
  ...{ group: 'discovery.k8s.io', version: 'v1', namespaced: true },
  ...{ kind: 'EndpointSlice', plural: 'endpointslices', singular: 'endpointslice' },
  columns: SLICE_COLUMNS,
  defaults: defaultSlice,
});
export const INGRESSES = row<Ingress>({
  ...NETWORK,
  ...{ kind: 'Ingress', plural: 'ingresses', singular: 'ingress', short: ['ing'], namespaced: true, counted: true },
  parts: ['status'],
  columns: INGRESS_COLUMNS,
  created: (draft) => {
    draft.status = { loadBalancer: {} };
  },
  check: checkIngress,
  warnings: warnOfIngress,
});
export const INGRESS_CLASSES = row({
  ...NETWORK,
  ...{ kind: 'IngressClass', plural: 'ingressclasses', singular: 'ingressclass', namespaced: false, counted: true },
  columns: INGRESS_CLASS_COLUMNS,
});
export const NETWORK_POLICIES = row<NetworkPolicy>({
  ...NETWORK,
  kind: 'NetworkPolicy',
  ...{ plural: 'networkpolicies', singular: 'networkpolicy', short: ['netpol'], namespaced: true, counted: true },
  columns: POLICY_COLUMNS,
  defaults: defaultNetworkPolicy,
  check: checkNetworkPolicy,
});
export const STORAGE_CLASSES = row<StorageClass>({
  ...{ group: 'storage.k8s.io', version: 'v1', namespaced: false },
  ...{ kind: 'StorageClass', plural: 'storageclasses', singular: 'storageclass', short: ['sc'] },
  columns: STORAGE_CLASS_COLUMNS,
  defaults: defaultStorageClass,
  check: checkStorageClass,
});
export const PRIORITY_CLASSES = row<PriorityClass>({
  ...{ group: 'scheduling.k8s.io', version: 'v1', namespaced: false },
  ...{ kind: 'PriorityClass', plural: 'priorityclasses', singular: 'priorityclass', short: ['pc'] },
  columns: PRIORITY_COLUMNS,
  defaults: defaultPriorityClass,
  check: checkPriorityClass,
});
export const LEASES = row<Lease>({
  ...{ group: 'coordination.k8s.io', version: 'v1', namespaced: true },
  ...{ kind: 'Lease', plural: 'leases', singular: 'lease' },
  columns: LEASE_COLUMNS,
});
export const ROLES = row<Role>({
  ...RBAC,
  kind: 'Role',
  plural: 'roles',
  singular: 'role',
  namespaced: true,
  check: checkRole,
});
export const ROLE_BINDINGS = row<RoleBinding>({
  ...RBAC,
  ...{ kind: 'RoleBinding', plural: 'rolebindings', singular: 'rolebinding', namespaced: true },
  columns: ROLE_COLUMNS,
  defaults: defaultBinding,
  check: checkBinding,
});
export const CLUSTER_ROLES = row<Role>({
  ...RBAC,
  ...{ kind: 'ClusterRole', plural: 'clusterroles', singular: 'clusterrole', namespaced: false },
  columns: ROLE_COLUMNS,
  check: checkRole,
});
export const CLUSTER_ROLE_BINDINGS = row<RoleBinding>({
  ...RBAC,
  ...{ kind: 'ClusterRoleBinding', plural: 'clusterrolebindings', singular: 'clusterrolebinding', namespaced: false },
  columns: BINDING_COLUMNS,
  defaults: defaultBinding,
  check: checkBinding,
});
