import { checkCronJob, checkJob } from './check/jobs.ts';
import { warnOfTemplate } from './check/warnings.ts';
import {
  checkAutoscaler,
  checkBudget,
  checkDaemonSet,
  checkDeployment,
  checkReplicaSet,
  checkStatefulSet,
} from './check/workloads.ts';
import { AUTOSCALER_COLUMNS } from './columns/autoscalers.ts';
import {
  BUDGET_COLUMNS,
  CRON_JOB_COLUMNS,
  DAEMON_SET_COLUMNS,
  DEPLOYMENT_COLUMNS,
  JOB_COLUMNS,
  REPLICA_SET_COLUMNS,
  REVISION_COLUMNS,
  STATEFUL_SET_COLUMNS,
} from './columns/workloads.ts';
import {
  defaultAutoscaler,
  defaultCronJob,
  defaultDaemonSet,
  defaultDeployment,
  defaultJob,
  defaultReplicaSet,
  defaultStatefulSet,
} from './defaults/workloads.ts';
import { row } from './row.ts';
import type {
  ControllerRevision,
  CronJob,
  DaemonSet,
  Deployment,
  HorizontalPodAutoscaler,
  Job,
  PodDisruptionBudget,
  ReplicaSet,
  StatefulSet,
} from './types.ts';

const APPS = { group: 'apps', version: 'v1', namespaced: true, counted: true } as const;
const BATCH = { group: 'batch', version: 'v1', namespaced: true, counted: true } as const;
const ALL = ['all'];

export const DEPLOYMENTS = row<Deployment>({
  ...APPS,
  ...{ kind: 'Deployment', plural: 'deployments', singular: 'deployment', short: ['deploy'], categories: ALL },
  parts: ['status', 'scale'],
  columns: DEPLOYMENT_COLUMNS,
  defaults: defaultDeployment,
  created: (draft) => {
    draft.status = {};
  },
  check: checkDeployment,
  warnings: warnOfTemplate,
});
export const REPLICA_SETS = row<ReplicaSet>({
  ...APPS,
  ...{ kind: 'ReplicaSet', plural: 'replicasets', singular: 'replicaset', short: ['rs'], categories: ALL },
  parts: ['status', 'scale'],
  columns: REPLICA_SET_COLUMNS,
  fields: { 'status.replicas': ({ status }) => `${status?.replicas ?? 0}` },
  defaults: defaultReplicaSet,
  created: (draft) => {
    draft.status = { replicas: 0 };
  },
  check: checkReplicaSet,
  warnings: warnOfTemplate,
});
export const DAEMON_SETS = row<DaemonSet>({
  ...APPS,
  ...{ kind: 'DaemonSet', plural: 'daemonsets', singular: 'daemonset', short: ['ds'], categories: ALL },
  parts: ['status'],
  columns: DAEMON_SET_COLUMNS,
  defaults: defaultDaemonSet,
  created: (draft) => {
    draft.status = { currentNumberScheduled: 0, desiredNumberScheduled: 0, numberMisscheduled: 0, numberReady: 0 };
  },
  check: checkDaemonSet,
  warnings: warnOfTemplate,
});
export const STATEFUL_SETS = row<StatefulSet>({
  ...APPS,
  ...{ kind: 'StatefulSet', plural: 'statefulsets', singular: 'statefulset', short: ['sts'], categories: ALL },
  parts: ['status', 'scale'],
  columns: STATEFUL_SET_COLUMNS,
  defaults: defaultStatefulSet,
  created: (draft) => {
    draft.status = { replicas: 0, availableReplicas: 0 };
  },
  check: checkStatefulSet,
  warnings: warnOfTemplate,
});
export const CONTROLLER_REVISIONS = row<ControllerRevision>({
  ...{ group: 'apps', version: 'v1', namespaced: true },
  ...{ kind: 'ControllerRevision', plural: 'controllerrevisions', singular: 'controllerrevision' },
  columns: REVISION_COLUMNS,
});
export const JOBS = row<Job>({
  ...BATCH,
  ...{ kind: 'Job', plural: 'jobs', singular: 'job', categories: ALL },
  parts: ['status'],
  columns: JOB_COLUMNS,
  fields: { 'status.successful': ({ status }) => `${status?.succeeded ?? 0}` },
  defaults: defaultJob,
  created: (draft) => {
    draft.status = {};
  },
  check: checkJob,
  warnings: warnOfTemplate,
});
export const CRON_JOBS = row<CronJob>({
  ...BATCH,
  ...{ kind: 'CronJob', plural: 'cronjobs', singular: 'cronjob', short: ['cj'], categories: ALL },
  parts: ['status'],
  columns: CRON_JOB_COLUMNS,
  defaults: defaultCronJob,
  created: (draft) => {
    draft.status = {};
  },
  check: checkCronJob,
});
export const AUTOSCALERS = row<HorizontalPodAutoscaler>({
  ...{ group: 'autoscaling', version: 'v2', namespaced: true },
  kind: 'HorizontalPodAutoscaler',
  ...{ plural: 'horizontalpodautoscalers', singular: 'horizontalpodautoscaler', short: ['hpa'], categories: ALL },
  parts: ['status'],
  columns: AUTOSCALER_COLUMNS,
  defaults: defaultAutoscaler,
  created: (draft) => {
    draft.status = { desiredReplicas: 0 };
  },
  check: checkAutoscaler,
});
export const DISRUPTION_BUDGETS = row<PodDisruptionBudget>({
  ...{ group: 'policy', version: 'v1', namespaced: true, counted: true },
  kind: 'PodDisruptionBudget',
  ...{ plural: 'poddisruptionbudgets', singular: 'poddisruptionbudget', short: ['pdb'] },
  parts: ['status'],
  columns: BUDGET_COLUMNS,
  created: (draft) => {
    draft.status = { currentHealthy: 0, desiredHealthy: 0, disruptionsAllowed: 0, expectedPods: 0 };
  },
  check: checkBudget,
});
