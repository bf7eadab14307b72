import type { Column } from '../row.ts';
import { conditionOf } from '../state.ts';
import type {
  ConfigMap,
  Event,
  LimitRange,
  Namespace,
  Node,
  ReplicationController,
  ResourceQuota,
  Secret,
  ServiceAccount,
} from '../types.ts';
import { ageOf } from './ages.ts';
import { NAME } from './words.ts';

export const NAMESPACE_COLUMNS: readonly Column<Namespace>[] = [
  { name: 'Status', cell: ({ status }) => status?.phase ?? '' },
];
export const CONFIG_MAP_COLUMNS: readonly Column<ConfigMap>[] = [
  {
    name: 'Data',
    cell: ({ data = {}, binaryData = {} }) => Object.keys(data).length + Object.keys(binaryData).length,
  },
];
export const SECRET_COLUMNS: readonly Column<Secret>[] = [
  { name: 'Type', cell: ({ type }) => type ?? 'Opaque' },
  { name: 'Data', cell: ({ data = {} }) => Object.keys(data).length },
];
export const SERVICE_ACCOUNT_COLUMNS: readonly Column<ServiceAccount>[] = [
  { name: 'Secrets', cell: ({ secrets = [] }) => secrets.length },
];

const ROLE = 'node-role.kubernetes.io/';
function rolesOf({ metadata: { labels = {} } }: Node): string {
  const roles = Object.entries(labels).flatMap(([key, value]) => {
    if (key.startsWith(ROLE) && key.length > ROLE.length) return [key.slice(ROLE.length)];
    return key === 'kubernetes.io/role' && value !== '' ? [value] : [];
  });
  return roles.toSorted().join(',') || '<none>';
}
function nodeStatus({ spec, status }: Node): string {
  const ready = conditionOf(status?.conditions, 'Ready');
  const is = ready === undefined ? 'Unknown' : ready.status === 'True' ? 'Ready' : 'NotReady';
  return spec?.unschedulable ? `${is},SchedulingDisabled` : is;
}
const addressOf = ({ status }: Node, type: string): string =>
  status?.addresses?.find((one) => one.type === type)?.address ?? '<none>';
export const NODE_COLUMNS: readonly Column<Node>[] = [
  { name: 'Status', cell: nodeStatus },
  { name: 'Roles', cell: rolesOf },
  { name: 'Age', cell: ({ metadata }, now) => ageOf(metadata.creationTimestamp, now) },
  { name: 'Version', cell: ({ status }) => status?.nodeInfo?.kubeletVersion ?? '' },
  { name: 'Internal-IP', priority: 1, cell: (node) => addressOf(node, 'InternalIP') },
  { name: 'External-IP', priority: 1, cell: (node) => addressOf(node, 'ExternalIP') },
  { name: 'OS-Image', priority: 1, cell: ({ status }) => status?.nodeInfo?.osImage || '<unknown>' },
  { name: 'Kernel-Version', priority: 1, cell: ({ status }) => status?.nodeInfo?.kernelVersion || '<unknown>' },
  {
    name: 'Container-Runtime',
    priority: 1,
    cell: ({ status }) => status?.nodeInfo?.containerRuntimeVersion || '<unknown>',
  },
];

const seenFirst = (event: Event): string | undefined => event.firstTimestamp ?? event.eventTime ?? undefined;
export const EVENT_COLUMNS: readonly Column<Event>[] = [
  { name: 'Last Seen', cell: (event, now) => ageOf(event.lastTimestamp ?? seenFirst(event), now) },
  { name: 'Type', cell: ({ type }) => type },
  { name: 'Reason', cell: ({ reason }) => reason },
  {
    name: 'Object',
    cell: ({ involvedObject: { kind = '', name } }) =>
      name === undefined || name === '' ? kind.toLowerCase() : `${kind.toLowerCase()}/${name}`,
  },
  { name: 'Subobject', priority: 1, cell: ({ involvedObject }) => involvedObject.fieldPath ?? '' },
  {
    name: 'Source',
    priority: 1,
    cell: ({ source, reportingComponent, reportingInstance }) =>
      [source?.component || reportingComponent, source?.host || reportingInstance].filter(Boolean).join(', '),
  },
  { name: 'Message', cell: ({ message }) => message.trim() },
  { name: 'First Seen', priority: 1, cell: (event, now) => ageOf(seenFirst(event), now) },
  { name: 'Count', priority: 1, cell: ({ count }) => count || 1 },
  { ...NAME, priority: 1 },
];

/** `pods: 1/2, requests.cpu: 100m/1`; of limits, or of all else. */
const quotaWords = ({ status }: ResourceQuota, isOfLimits: boolean): string =>
  Object.keys(status?.hard ?? {})
    .filter((name) => name.startsWith('limits.') === isOfLimits)
    .toSorted()
    .map((name) => `${name}: ${status?.used?.[name] ?? '0'}/${status?.hard?.[name]}`)
    .join(', ');
export const QUOTA_COLUMNS: readonly Column<ResourceQuota>[] = [
  { name: 'Request', cell: (quota) => quotaWords(quota, false) },
  { name: 'Limit', cell: (quota) => quotaWords(quota, true) },
];
export const LIMIT_RANGE_COLUMNS: readonly Column<LimitRange>[] = [
  NAME,
  { name: 'Created At', cell: ({ metadata }) => metadata.creationTimestamp },
];

export const EVENT_FIELDS = {
  'involvedObject.kind': ({ involvedObject }: Event) => involvedObject.kind ?? '',
  'involvedObject.namespace': ({ involvedObject }: Event) => involvedObject.namespace ?? '',
  'involvedObject.name': ({ involvedObject }: Event) => involvedObject.name ?? '',
  'involvedObject.uid': ({ involvedObject }: Event) => involvedObject.uid ?? '',
  'involvedObject.apiVersion': ({ involvedObject }: Event) => involvedObject.apiVersion ?? '',
  'involvedObject.resourceVersion': ({ involvedObject }: Event) => involvedObject.resourceVersion ?? '',
  'involvedObject.fieldPath': ({ involvedObject }: Event) => involvedObject.fieldPath ?? '',
  reason: ({ reason }: Event) => reason,
  reportingComponent: ({ reportingComponent }: Event) => reportingComponent,
  source: ({ source, reportingComponent }: Event) => source?.component ?? reportingComponent,
  type: ({ type }: Event) => type,
};

export const REPLICATION_CONTROLLER_COLUMNS: readonly Column<ReplicationController>[] = [
  { name: 'Desired', type: 'integer', cell: ({ spec }) => spec.replicas ?? 1 },
  { name: 'Current', type: 'integer', cell: ({ status }) => status?.replicas ?? 0 },
  { name: 'Ready', type: 'integer', cell: ({ status }) => status?.readyReplicas ?? 0 },
];
