import { checkClaim, checkConfigMap, checkLimits, checkQuota, checkSecret, checkVolume } from './check/core.ts';
import { checkPod } from './check/pod.ts';
import { changedService, checkService } from './check/service.ts';
import { warnOfClaim, warnOfPod } from './check/warnings.ts';
import { checkReplicationController } from './check/workloads.ts';
import { CLAIM_COLUMNS, VOLUME_COLUMNS } from './columns/cluster.ts';
import {
  CONFIG_MAP_COLUMNS,
  EVENT_COLUMNS,
  EVENT_FIELDS,
  LIMIT_RANGE_COLUMNS,
  NAMESPACE_COLUMNS,
  NODE_COLUMNS,
  QUOTA_COLUMNS,
  REPLICATION_CONTROLLER_COLUMNS,
  SECRET_COLUMNS,
  SERVICE_ACCOUNT_COLUMNS,
} from './columns/core.ts';
import { ENDPOINTS_COLUMNS, SERVICE_COLUMNS } from './columns/network.ts';
import { POD_COLUMNS, POD_FIELDS } from './columns/pods.ts';
import {
  changedNamespace,
  createdNamespace,
  defaultLimits,
  defaultNamespace,
  defaultNode,
  defaultSecret,
  defaultService,
  defaultVolume,
} from './defaults/core.ts';
import { createdPod, defaultPod } from './defaults/pod.ts';
import { defaultClaim, defaultReplicationController } from './defaults/workloads.ts';
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
  ReplicationController,
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
  columns: NAMESPACE_COLUMNS,
  fields: { 'status.phase': ({ status }) => status?.phase ?? '' },
  defaults: defaultNamespace,
  created: createdNamespace,
  changed: changedNamespace,
});
export const NODES = row<Node>({
  ...CORE,
  ...{ kind: 'Node', plural: 'nodes', singular: 'node', short: ['no'], namespaced: false },
  parts: ['status'],
  columns: NODE_COLUMNS,
  fields: { 'spec.unschedulable': ({ spec }) => `${spec?.unschedulable ?? false}` },
  defaults: defaultNode,
});
export const PODS = row<Pod>({
  ...CORE,
  ...{ kind: 'Pod', plural: 'pods', singular: 'pod', short: ['po'], categories: ['all'], namespaced: true },
  counted: true,
  parts: ['status', 'log', 'exec', 'attach', 'portforward', 'proxy', 'eviction', 'binding', 'ephemeralcontainers'],
  columns: POD_COLUMNS,
  fields: POD_FIELDS,
  defaults: defaultPod,
  created: createdPod,
  check: checkPod,
  warnings: warnOfPod,
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
  parts: ['status', 'proxy'],
  columns: SERVICE_COLUMNS,
  fields: { 'spec.clusterIP': ({ spec }) => spec.clusterIP ?? '', 'spec.type': ({ spec }) => spec.type ?? '' },
  defaults: defaultService,
  created: (draft) => {
    draft.status = { loadBalancer: {} };
  },
  changed: changedService,
  check: checkService,
});
export const ENDPOINTS = row<Endpoints>({
  ...CORE,
  ...{ kind: 'Endpoints', plural: 'endpoints', singular: 'endpoints', short: ['ep'], namespaced: true },
  columns: ENDPOINTS_COLUMNS,
  warning: 'v1 Endpoints is deprecated in v1.33+; use discovery.k8s.io/v1 EndpointSlice',
});
export const CONFIGMAPS = row<ConfigMap>({
  ...CORE,
  ...{ kind: 'ConfigMap', plural: 'configmaps', singular: 'configmap', short: ['cm'], namespaced: true },
  columns: CONFIG_MAP_COLUMNS,
  check: checkConfigMap,
});
export const SECRETS = row<Secret>({
  ...CORE,
  ...{ kind: 'Secret', plural: 'secrets', singular: 'secret', namespaced: true },
  columns: SECRET_COLUMNS,
  fields: { type: ({ type }) => type ?? '' },
  defaults: defaultSecret,
  check: checkSecret,
});
/** Older than ReplicaSets. */
export const REPLICATION_CONTROLLERS = row<ReplicationController>({
  ...CORE,
  kind: 'ReplicationController',
  ...{ plural: 'replicationcontrollers', singular: 'replicationcontroller', short: ['rc'], categories: ['all'] },
  ...{ namespaced: true, counted: true },
  parts: ['status', 'scale'],
  columns: REPLICATION_CONTROLLER_COLUMNS,
  defaults: defaultReplicationController,
  created: (draft) => {
    draft.status = { replicas: 0 };
  },
  check: checkReplicationController,
});
export const EVENTS = row<Event>({
  ...CORE,
  ...{ kind: 'Event', plural: 'events', singular: 'event', short: ['ev'], namespaced: true },
  columns: EVENT_COLUMNS,
  fields: EVENT_FIELDS,
});
export const SERVICE_ACCOUNTS = row<ServiceAccount>({
  ...CORE,
  ...{ kind: 'ServiceAccount', plural: 'serviceaccounts', singular: 'serviceaccount', short: ['sa'], namespaced: true },
  parts: ['token'],
  columns: SERVICE_ACCOUNT_COLUMNS,
});
export const CLAIMS = row<PersistentVolumeClaim>({
  ...CORE,
  kind: 'PersistentVolumeClaim',
  ...{ plural: 'persistentvolumeclaims', singular: 'persistentvolumeclaim', short: ['pvc'], namespaced: true },
  parts: ['status'],
  columns: CLAIM_COLUMNS,
  defaults: defaultClaim,
  created: (draft) => {
    draft.status = { phase: 'Pending' };
  },
  check: checkClaim,
  warnings: warnOfClaim,
});
export const VOLUMES = row<PersistentVolume>({
  ...CORE,
  kind: 'PersistentVolume',
  ...{ plural: 'persistentvolumes', singular: 'persistentvolume', short: ['pv'], namespaced: false },
  parts: ['status'],
  columns: VOLUME_COLUMNS,
  defaults: defaultVolume,
  created: (draft) => {
    draft.status = { phase: 'Pending' };
  },
  check: checkVolume,
});
export const QUOTAS = row<ResourceQuota>({
  ...CORE,
  ...{ kind: 'ResourceQuota', plural: 'resourcequotas', singular: 'resourcequota', short: ['quota'], namespaced: true },
  parts: ['status'],
  columns: QUOTA_COLUMNS,
  created: (draft) => {
    draft.status = {};
  },
  check: checkQuota,
});
export const LIMIT_RANGES = row<LimitRange>({
  ...CORE,
  ...{ kind: 'LimitRange', plural: 'limitranges', singular: 'limitrange', short: ['limits'], namespaced: true },
  columns: LIMIT_RANGE_COLUMNS,
  defaults: defaultLimits,
  check: checkLimits,
});
