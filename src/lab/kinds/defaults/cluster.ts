import type { EndpointSlice, NetworkPolicy, PriorityClass, RoleBinding, StorageClass } from '../types.ts';

// What the API server fills in (kubernetes/pkg/apis/{networking,storage,scheduling,rbac,discovery}/v1/defaults.go).

export function defaultNetworkPolicy({ spec }: NetworkPolicy): void {
  if (spec === undefined) return;
  spec.podSelector ??= {};
  spec.policyTypes ??= (spec.egress ?? []).length > 0 ? ['Ingress', 'Egress'] : ['Ingress'];
  for (const { ports = [] } of [...(spec.ingress ?? []), ...(spec.egress ?? [])])
    for (const port of ports) port.protocol ??= 'TCP';
}

export function defaultStorageClass(of: StorageClass): void {
  of.reclaimPolicy ??= 'Delete';
  of.volumeBindingMode ??= 'Immediate';
}

export function defaultPriorityClass(of: PriorityClass): void {
  of.preemptionPolicy ??= 'PreemptLowerPriority';
  of.value ??= 0;
}

const RBAC = 'rbac.authorization.k8s.io';

export function defaultBinding({ roleRef, subjects = [] }: RoleBinding): void {
  if (roleRef) roleRef.apiGroup ||= RBAC;
  for (const subject of subjects) if (subject.kind === 'User' || subject.kind === 'Group') subject.apiGroup ??= RBAC;
}

export function defaultSlice({ ports = [] }: EndpointSlice): void {
  for (const port of ports) {
    port.name ??= '';
    port.protocol ??= 'TCP';
  }
}
