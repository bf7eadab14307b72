import type { Thing } from '../../engine/object.ts';
import { controllerOf } from '../../engine/object.ts';
import type { Column } from '../row.ts';
import { isTrue } from '../state.ts';
import type {
  ControllerRevision,
  CronJob,
  DaemonSet,
  Deployment,
  Job,
  PodDisruptionBudget,
  ReplicaSet,
  StatefulSet,
} from '../types.ts';
import { ageOf, humanDuration } from './ages.ts';
import { labelWords, selectorWords, WIDE, WIDE_SELECTOR } from './words.ts';

export const DEPLOYMENT_COLUMNS: readonly Column<Deployment>[] = [
  { name: 'Ready', cell: ({ spec, status }) => `${status?.readyReplicas ?? 0}/${spec.replicas ?? 1}` },
  { name: 'Up-to-date', cell: ({ status }) => status?.updatedReplicas ?? 0 },
  { name: 'Available', cell: ({ status }) => status?.availableReplicas ?? 0 },
  ...WIDE,
  WIDE_SELECTOR,
];

export const REPLICA_SET_COLUMNS: readonly Column<ReplicaSet>[] = [
  { name: 'Desired', type: 'integer', cell: ({ spec }) => spec.replicas ?? 1 },
  { name: 'Current', type: 'integer', cell: ({ status }) => status?.replicas ?? 0 },
  { name: 'Ready', type: 'integer', cell: ({ status }) => status?.readyReplicas ?? 0 },
  ...WIDE,
  WIDE_SELECTOR,
];

export const DAEMON_SET_COLUMNS: readonly Column<DaemonSet>[] = [
  { name: 'Desired', type: 'integer', cell: ({ status }) => status?.desiredNumberScheduled ?? 0 },
  { name: 'Current', type: 'integer', cell: ({ status }) => status?.currentNumberScheduled ?? 0 },
  { name: 'Ready', type: 'integer', cell: ({ status }) => status?.numberReady ?? 0 },
  { name: 'Up-to-date', type: 'integer', cell: ({ status }) => status?.updatedNumberScheduled ?? 0 },
  { name: 'Available', type: 'integer', cell: ({ status }) => status?.numberAvailable ?? 0 },
  { name: 'Node Selector', cell: ({ spec }) => labelWords(spec.template.spec.nodeSelector) },
  ...WIDE,
  WIDE_SELECTOR,
];

export const STATEFUL_SET_COLUMNS: readonly Column<StatefulSet>[] = [
  { name: 'Ready', cell: ({ spec, status }) => `${status?.readyReplicas ?? 0}/${spec.replicas ?? 1}` },
  ...WIDE,
];

function jobStatus({ metadata, status }: Job): string {
  if (isTrue(status?.conditions, 'Complete')) return 'Complete';
  if (isTrue(status?.conditions, 'Failed')) return 'Failed';
  if (metadata.deletionTimestamp !== undefined) return 'Terminating';
  if (isTrue(status?.conditions, 'Suspended')) return 'Suspended';
  if (isTrue(status?.conditions, 'FailureTarget')) return 'FailureTarget';
  return 'Running';
}

function completions({ spec, status }: Job): string {
  const done = status?.succeeded ?? 0;
  if (spec.completions !== undefined) return `${done}/${spec.completions}`;
  return (spec.parallelism ?? 0) > 1 ? `${done}/1 of ${spec.parallelism}` : `${done}/1`;
}

function jobDuration({ status }: Job, now: number): string {
  const { startTime, completionTime } = status ?? {};
  if (startTime === undefined) return '';
  const end = completionTime === undefined ? now : Date.parse(completionTime);
  return humanDuration(end - Date.parse(startTime));
}

export const JOB_COLUMNS: readonly Column<Job>[] = [
  { name: 'Status', cell: jobStatus },
  { name: 'Completions', cell: completions },
  { name: 'Duration', cell: jobDuration },
  ...WIDE,
  WIDE_SELECTOR,
];

const cronContainers = ({ spec }: CronJob) => spec.jobTemplate.spec.template.spec.containers ?? [];
export const CRON_JOB_COLUMNS: readonly Column<CronJob>[] = [
  { name: 'Schedule', cell: ({ spec }) => spec.schedule },
  { name: 'Timezone', cell: ({ spec }) => spec.timeZone ?? '<none>' },
  { name: 'Suspend', type: 'boolean', cell: ({ spec }) => (spec.suspend ? 'True' : 'False') },
  { name: 'Active', type: 'integer', cell: ({ status }) => status?.active?.length ?? 0 },
  {
    name: 'Last Schedule',
    cell: ({ status }, now) =>
      status?.lastScheduleTime === undefined ? '<none>' : ageOf(status.lastScheduleTime, now),
  },
  {
    name: 'Containers',
    priority: 1,
    cell: (one) =>
      cronContainers(one)
        .map(({ name }) => name)
        .join(','),
  },
  {
    name: 'Images',
    priority: 1,
    cell: (one) =>
      cronContainers(one)
        .map(({ image = '' }) => image)
        .join(','),
  },
  { name: 'Selector', priority: 1, cell: ({ spec }) => selectorWords(spec.jobTemplate.spec.selector) },
];

const ownerOf = (object: Thing): string => {
  const owner = controllerOf(object);
  if (owner === undefined) return '<none>';
  const [group = ''] = owner.apiVersion.includes('/') ? owner.apiVersion.split('/') : [];
  return `${owner.kind.toLowerCase()}${group === '' ? '' : `.${group}`}/${owner.name}`;
};
export const REVISION_COLUMNS: readonly Column<ControllerRevision>[] = [
  { name: 'Controller', cell: ownerOf },
  { name: 'Revision', cell: ({ revision }) => revision },
];

export const BUDGET_COLUMNS: readonly Column<PodDisruptionBudget>[] = [
  { name: 'Min Available', cell: ({ spec }) => `${spec.minAvailable ?? 'N/A'}` },
  { name: 'Max Unavailable', cell: ({ spec }) => `${spec.maxUnavailable ?? 'N/A'}` },
  { name: 'Allowed Disruptions', type: 'integer', cell: ({ status }) => status?.disruptionsAllowed ?? 0 },
];
