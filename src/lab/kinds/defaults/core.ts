import type { LimitRange, Namespace, Node, PersistentVolume, Secret, Service } from '../types.ts';

// What the API server fills in (kubernetes/pkg/apis/core/v1/defaults.go).

/** Seconds that a client stays with a Pod. */
const STAYS = 10_800;

export function defaultService({ spec }: Service): void {
  if (spec === undefined) return;
  spec.type ??= 'ClusterIP';
  spec.sessionAffinity ??= 'None';
  if (spec.sessionAffinity === 'None') delete spec.sessionAffinityConfig;
  else {
    const { clientIP } = spec.sessionAffinityConfig ?? {};
    spec.sessionAffinityConfig = { clientIP: { timeoutSeconds: STAYS, ...clientIP } };
  }
  for (const port of spec.ports ?? []) {
    port.protocol ??= 'TCP';
    if (port.targetPort === undefined || port.targetPort === 0 || port.targetPort === '') port.targetPort = port.port;
  }
  const isOutside = spec.type === 'NodePort' || spec.type === 'LoadBalancer';
  if (isOutside) spec.externalTrafficPolicy ??= 'Cluster';
  if (spec.type !== 'ExternalName') {
    spec.internalTrafficPolicy ??= 'Cluster';
    spec.ipFamilies ??= ['IPv4'];
    spec.ipFamilyPolicy ??= 'SingleStack';
  }
  if (spec.type === 'LoadBalancer') spec.allocateLoadBalancerNodePorts ??= true;
}

export function defaultNamespace({ metadata }: Namespace): void {
  if (metadata.name !== '') metadata.labels = { ...metadata.labels, 'kubernetes.io/metadata.name': metadata.name };
}

export function createdNamespace(namespace: Namespace): void {
  namespace.spec = { finalizers: ['kubernetes'] };
  namespace.status = { phase: 'Active' };
}

/** A node that no machine runs has nothing, which is not the same as not to say. */
export function defaultNode(node: Node): void {
  const { spec, status }: Partial<Node> = node;
  node.spec = spec ?? {};
  const given: Partial<Node['status']> = status ?? {};
  node.status = { capacity: {}, allocatable: {}, conditions: [], addresses: [], nodeInfo: {}, ...given };
}

/** Who holds a namespace is said in a part of its own. */
export function changedNamespace(namespace: Namespace, before: Namespace): void {
  namespace.spec = before.spec;
}

export function defaultVolume({ spec }: PersistentVolume): void {
  if (spec === undefined) return;
  spec.volumeMode ??= 'Filesystem';
  spec.persistentVolumeReclaimPolicy ??= 'Retain';
  if (spec.hostPath) spec.hostPath.type ??= '';
}

const encode = (text: string): string => {
  const bytes = new TextEncoder().encode(text);
  return Buffer.from(bytes).toString('base64');
};

/** What was written as text is kept as base64: `stringData` is never read back. */
export function defaultSecret(secret: Secret): void {
  secret.type ??= 'Opaque';
  const { stringData } = secret;
  if (stringData === undefined) return;
  const encoded = Object.entries(stringData).map(([key, text]) => [key, encode(text)]);
  secret.data = { ...secret.data, ...Object.fromEntries(encoded) };
  delete secret.stringData;
}

export function defaultLimits({ spec }: LimitRange): void {
  for (const item of spec?.limits ?? []) {
    if (item.type !== 'Container') continue;
    const most = { ...item.max, ...item.default };
    if (Object.keys(most).length > 0) item.default = most;
    const asked = { ...item.min, ...item.default, ...item.defaultRequest };
    if (Object.keys(asked).length > 0) item.defaultRequest = asked;
  }
}
