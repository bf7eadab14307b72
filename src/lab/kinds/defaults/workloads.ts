import type {
  CronJob,
  DaemonSet,
  Deployment,
  HorizontalPodAutoscaler,
  Job,
  PersistentVolumeClaim,
  ReplicaSet,
  ReplicationController,
  ScalingRules,
  StatefulSet,
} from '../types.ts';
import { defaultTemplate } from './pod.ts';

// What the API server fills in (kubernetes/pkg/apis/{apps,batch,autoscaling}/v1*/defaults.go).

export function defaultDeployment({ spec }: Deployment): void {
  if (spec === undefined) return;
  spec.replicas ??= 1;
  const strategy = spec.strategy ?? {};
  spec.strategy = strategy;
  strategy.type ??= 'RollingUpdate';
  if (strategy.type === 'RollingUpdate')
    strategy.rollingUpdate = { maxSurge: '25%', maxUnavailable: '25%', ...strategy.rollingUpdate };
  spec.revisionHistoryLimit ??= 10;
  spec.progressDeadlineSeconds ??= 600;
  defaultTemplate(spec.template);
}

export function defaultReplicaSet({ spec }: ReplicaSet): void {
  if (spec === undefined) return;
  spec.replicas ??= 1;
  defaultTemplate(spec.template);
}

/** What it chooses is what it makes, where nothing else is said. */
export function defaultReplicationController({ metadata, spec }: ReplicationController): void {
  if (spec === undefined) return;
  spec.replicas ??= 1;
  const labels = spec.template?.metadata?.labels;
  if (labels !== undefined) {
    spec.selector ??= { ...labels };
    metadata.labels ??= { ...labels };
  }
  defaultTemplate(spec.template);
}

export function defaultDaemonSet({ spec }: DaemonSet): void {
  if (spec === undefined) return;
  const strategy = spec.updateStrategy ?? {};
  spec.updateStrategy = strategy;
  strategy.type ??= 'RollingUpdate';
  if (strategy.type === 'RollingUpdate')
    strategy.rollingUpdate = { maxSurge: 0, maxUnavailable: 1, ...strategy.rollingUpdate };
  spec.revisionHistoryLimit ??= 10;
  defaultTemplate(spec.template);
}

export function defaultStatefulSet({ spec }: StatefulSet): void {
  if (spec === undefined) return;
  spec.replicas ??= 1;
  spec.serviceName ??= '';
  spec.podManagementPolicy ??= 'OrderedReady';
  const strategy = spec.updateStrategy ?? {};
  spec.updateStrategy = strategy;
  strategy.type ??= 'RollingUpdate';
  if (strategy.type === 'RollingUpdate') strategy.rollingUpdate = { partition: 0, ...strategy.rollingUpdate };
  spec.revisionHistoryLimit ??= 10;
  spec.persistentVolumeClaimRetentionPolicy = {
    ...{ whenDeleted: 'Retain', whenScaled: 'Retain' },
    ...spec.persistentVolumeClaimRetentionPolicy,
  };
  for (const claim of spec.volumeClaimTemplates ?? []) {
    claim.apiVersion ??= 'v1';
    claim.kind ??= 'PersistentVolumeClaim';
    defaultClaim(claim);
    claim.status = { phase: 'Pending' };
  }
  defaultTemplate(spec.template);
}

export function defaultClaim({ spec }: PersistentVolumeClaim): void {
  if (spec) spec.volumeMode ??= 'Filesystem';
}

/** Failures until a Job is given up; with a limit for each index, none of all together. */
const BACKOFF = 6;
const ENDLESS = 2_147_483_647;

export function defaultJob({ spec }: Job): void {
  if (spec === undefined) return;
  // Without either of the two it is one Pod that has to succeed.
  if (spec.completions === undefined && spec.parallelism === undefined) spec.completions = 1;
  spec.parallelism ??= 1;
  spec.backoffLimit ??= spec.backoffLimitPerIndex === undefined ? BACKOFF : ENDLESS;
  spec.completionMode ??= 'NonIndexed';
  spec.suspend ??= false;
  spec.podReplacementPolicy ??= spec.podFailurePolicy === undefined ? 'TerminatingOrFailed' : 'Failed';
  defaultTemplate(spec.template);
}

export function defaultCronJob({ spec }: CronJob): void {
  if (spec === undefined) return;
  spec.concurrencyPolicy ??= 'Allow';
  spec.suspend ??= false;
  spec.successfulJobsHistoryLimit ??= 3;
  spec.failedJobsHistoryLimit ??= 1;
  defaultTemplate(spec.jobTemplate?.spec?.template);
}

const rules = (given: ScalingRules | undefined, usual: ScalingRules): ScalingRules => ({
  ...usual,
  selectPolicy: 'Max',
  ...given,
});

export function defaultAutoscaler({ spec }: HorizontalPodAutoscaler): void {
  if (spec === undefined) return;
  spec.minReplicas ??= 1;
  if ((spec.metrics ?? []).length === 0)
    spec.metrics = [
      { type: 'Resource', resource: { name: 'cpu', target: { type: 'Utilization', averageUtilization: 80 } } },
    ];
  const { behavior } = spec;
  if (behavior === undefined) return;
  behavior.scaleUp = rules(behavior.scaleUp, {
    stabilizationWindowSeconds: 0,
    policies: [
      { type: 'Pods', value: 4, periodSeconds: 15 },
      { type: 'Percent', value: 100, periodSeconds: 15 },
    ],
  });
  behavior.scaleDown = rules(behavior.scaleDown, { policies: [{ type: 'Percent', value: 100, periodSeconds: 15 }] });
}
