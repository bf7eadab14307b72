import { row } from './row.ts';
import type {
  ConfigMap,
  Endpoints,
  Event,
  LimitRange,
  Namespace,
  Node,
  PersistentVolume,
  PersistentVolumeClaim,
  Pod,
  ResourceQuota,
  Secret,
  Service,
  ServiceAccount,
} from './types.ts';

const CORE = { group: '', version: 'v1' } as const;

export const NAMESPACES = row<Namespace>({
  ...CORE,
  ...{ kind: 'Namespace', plural: 'namespaces', singular: 'namespace', short: ['ns'], namespaced: false },
  parts: ['status', 'finalize'],
});
export const NODES = row<Node>({
  ...CORE,
  ...{ kind: 'Node', plural: 'nodes', singular: 'node', short: ['no'], namespaced: false },
  parts: ['status'],
});
export const PODS = row<Pod>({
  ...CORE,
  ...{ kind: 'Pod', plural: 'pods', singular: 'pod', short: ['po'], categories: ['all'], namespaced: true },
  counted: true,
  parts: ['status', 'log', 'exec', 'attach', 'portforward', 'eviction', 'binding', 'ephemeralcontainers'],
});
export const SERVICES = row<Service>({
  ...CORE,
  ...{
    kind: 'Service',
    plural: 'services',
    singular: 'service',
    short: ['svc'],
    categories: ['all'],
    namespaced: true,
  },
  parts: ['status'],
});
export const ENDPOINTS = row<Endpoints>({
  ...CORE,
  ...{ kind: 'Endpoints', plural: 'endpoints', singular: 'endpoints', short: ['ep'], namespaced: true },
});
export const CONFIGMAPS = row<ConfigMap>({
  ...CORE,
  ...{ kind: 'ConfigMap', plural: 'configmaps', singular: 'configmap', short: ['cm'], namespaced: true },
});
export const SECRETS = row<Secret>({
  ...CORE,
  ...{ kind: 'Secret', plural: 'secrets', singular: 'secret', namespaced: true },
});
export const EVENTS = row<Event>({
  ...CORE,
  ...{ kind: 'Event', plural: 'events', singular: 'event', short: ['ev'], namespaced: true },
});
export const SERVICE_ACCOUNTS = row<ServiceAccount>({
  ...CORE,
  ...{ kind: 'ServiceAccount', plural: 'serviceaccounts', singular: 'serviceaccount', short: ['sa'], namespaced: true },
  parts: ['token'],
});
export const CLAIMS = row<PersistentVolumeClaim>({
  ...CORE,
  kind: 'PersistentVolumeClaim',
  ...{ plural: 'persistentvolumeclaims', singular: 'persistentvolumeclaim', short: ['pvc'], namespaced: true },
  parts: ['status'],
});
export const VOLUMES = row<PersistentVolume>({
  ...CORE,
  kind: 'PersistentVolume',
  ...{ plural: 'persistentvolumes', singular: 'persistentvolume', short: ['pv'], namespaced: false },
  parts: ['status'],
});
export const QUOTAS = row<ResourceQuota>({
  ...CORE,
  ...{ kind: 'ResourceQuota', plural: 'resourcequotas', singular: 'resourcequota', short: ['quota'], namespaced: true },
  parts: ['status'],
});
export const LIMIT_RANGES = row<LimitRange>({
  ...CORE,
  ...{ kind: 'LimitRange', plural: 'limitranges', singular: 'limitrange', short: ['limits'], namespaced: true },
});
