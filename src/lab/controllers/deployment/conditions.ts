/** A Deployment's status and its conditions (kubernetes/pkg/controller/deployment: progress.go, sync.go). */

import type { Lab } from '../../engine/lab.ts';
import { timeText } from '../../engine/object.ts';
import { conditionOf } from '../../kinds/state.ts';
import type { Condition, Deployment, ReplicaSet } from '../../kinds/types.ts';
import { DEPLOYMENTS } from '../../kinds/workloads.ts';
import { counts } from '../shared/conditions.ts';
import { timeOf } from '../shared/pods.ts';
import type { Sets } from './revisions.ts';
import { maxUnavailable, sumOf, wantedOf } from './size.ts';

export const FROM = { component: 'deployment-controller' };
/** `progressDeadlineSeconds` of this many is none (math.MaxInt32). */
const NEVER = 2 ** 31 - 1;

const hasDeadline = ({ spec }: Deployment): boolean => (spec.progressDeadlineSeconds ?? 600) !== NEVER;

/** What is alike in status and reason stays as it was; a time of transition is kept where the status is. */
function put(all: readonly Condition[], next: Condition, now: string, isRenewed = false): Condition[] {
  const before = conditionOf(all, next.type);
  if (before?.status === next.status && before.reason === next.reason && !isRenewed) return [...all];
  const lastTransitionTime = (before?.status === next.status ? before.lastTransitionTime : undefined) ?? now;
  const { type, status, reason = '', message = '' } = next;
  return [
    ...all.filter((one) => one.type !== type),
    { type, status, lastUpdateTime: now, lastTransitionTime, reason, message },
  ];
}

/** Says of a Deployment at once how it progresses, where it has a deadline for that. */
export function setCondition(
  { store, clock }: Lab,
  deployment: Deployment,
  status: Condition['status'],
  reason: string,
  message: string,
): void {
  if (!hasDeadline(deployment)) return;
  store.edit(DEPLOYMENTS, deployment.metadata, (draft) => {
    const conditions = draft.status.conditions ?? [];
    const next: Condition = { type: 'Progressing', status, reason, message };
    draft.status = { ...draft.status, conditions: put(conditions, next, timeText(clock.now())) };
  });
}

/** Time does not run against a paused Deployment. */
export function checkPaused(lab: Lab, deployment: Deployment): void {
  const reason = conditionOf(deployment.status.conditions, 'Progressing')?.reason;
  if (reason === 'ProgressDeadlineExceeded') return;
  const isPaused = deployment.spec.paused === true;
  if (isPaused === (reason === 'DeploymentPaused')) return;
  if (isPaused) setCondition(lab, deployment, 'Unknown', 'DeploymentPaused', 'Deployment is paused');
  else setCondition(lab, deployment, 'Unknown', 'DeploymentResumed', 'Deployment is resumed');
}

type Status = Deployment['status'];

function countsOf({ fresh, old }: Sets) {
  const all = fresh === undefined ? old : [...old, fresh];
  const sum = (of: (set: ReplicaSet) => number | undefined): number =>
    all.reduce((total, set) => total + (of(set) ?? 0), 0);
  const availableReplicas = sum(({ status }) => status.availableReplicas);
  return {
    replicas: sum(({ status }) => status.replicas),
    updatedReplicas: fresh?.status.replicas ?? 0,
    readyReplicas: sum(({ status }) => status.readyReplicas),
    availableReplicas,
    unavailableReplicas: Math.max(0, sumOf(all) - availableReplicas),
  };
}

/** Are all Pods there, of the new template alone, and available? */
export function isComplete(deployment: Deployment, status: Status): boolean {
  const wanted = wantedOf(deployment);
  return (
    (status.updatedReplicas ?? 0) === wanted &&
    (status.replicas ?? 0) === wanted &&
    (status.availableReplicas ?? 0) === wanted &&
    (status.observedGeneration ?? 0) >= (deployment.metadata.generation ?? 0)
  );
}

function hasProgressed(before: Status, next: Status): boolean {
  const oldOf = ({ replicas = 0, updatedReplicas = 0 }: Status): number => replicas - updatedReplicas;
  return (
    (next.updatedReplicas ?? 0) > (before.updatedReplicas ?? 0) ||
    oldOf(next) < oldOf(before) ||
    (next.readyReplicas ?? 0) > (before.readyReplicas ?? 0) ||
    (next.availableReplicas ?? 0) > (before.availableReplicas ?? 0)
  );
}

function untilLate({ spec, status }: Deployment, now: number): number | undefined {
  const progress = conditionOf(status.conditions, 'Progressing');
  if (progress === undefined || progress.reason === 'NewReplicaSetAvailable') return undefined;
  if (progress.reason === 'ProgressDeadlineExceeded') return 0;
  return timeOf(progress.lastUpdateTime) + (spec.progressDeadlineSeconds ?? 600) * 1000 - now;
}

/** How it progresses now; undefined where nothing is new. */
function progressOf(deployment: Deployment, next: Status, { fresh }: Sets, now: number): Condition | undefined {
  const before = conditionOf(deployment.status.conditions, 'Progressing');
  const isDone = next.replicas === next.updatedReplicas && before?.reason === 'NewReplicaSetAvailable';
  if (isDone) return undefined;
  const name = fresh === undefined ? `Deployment "${deployment.metadata.name}"` : `ReplicaSet "${fresh.metadata.name}"`;
  const type = 'Progressing';
  if (isComplete(deployment, next))
    return { type, status: 'True', reason: 'NewReplicaSetAvailable', message: `${name} has successfully progressed.` };
  if (hasProgressed(deployment.status, next))
    return { type, status: 'True', reason: 'ReplicaSetUpdated', message: `${name} is progressing.` };
  const late = untilLate(deployment, now);
  if (late !== undefined && late < 0)
    return { type, status: 'False', reason: 'ProgressDeadlineExceeded', message: `${name} has timed out progressing.` };
  return undefined;
}

/** Writes the status. Gives in how many milliseconds the deadline is over, where that is to come. */
export function syncStatus(
  { store, clock }: Lab,
  deployment: Deployment,
  sets: Sets,
  isRollout: boolean,
): number | undefined {
  const now = clock.now();
  const at = timeText(now);
  const sums = countsOf(sets);
  const numbers: Status = { ...sums, observedGeneration: deployment.metadata.generation ?? 1 };
  const isThere = sums.availableReplicas >= wantedOf(deployment) - maxUnavailable(deployment);
  let conditions = put(
    deployment.status.conditions ?? [],
    isThere
      ? {
          type: 'Available',
          status: 'True',
          reason: 'MinimumReplicasAvailable',
          message: 'Deployment has minimum availability.',
        }
      : {
          type: 'Available',
          status: 'False',
          reason: 'MinimumReplicasUnavailable',
          message: 'Deployment does not have minimum availability.',
        },
    at,
  );
  if (!hasDeadline(deployment)) conditions = conditions.filter(({ type }) => type !== 'Progressing');
  else if (isRollout) {
    const progress = progressOf(deployment, numbers, sets, now);
    if (progress) conditions = put(conditions, progress, at, progress.reason === 'ReplicaSetUpdated');
    const failure = failureOf(sets);
    conditions = conditions.filter(({ type }) => type !== 'ReplicaFailure');
    if (failure) conditions = put(conditions, failure, at);
  }
  const stored = store.edit(DEPLOYMENTS, deployment.metadata, (draft) => {
    const { collisionCount } = draft.status;
    draft.status = {
      observedGeneration: numbers.observedGeneration ?? 1,
      ...counts(sums),
      ...(collisionCount === undefined ? {} : { collisionCount }),
      conditions,
    };
  });
  if (stored === undefined || !isRollout || isComplete(stored, stored.status)) return undefined;
  const late = untilLate(stored, now);
  return late === undefined || late === 0 ? undefined : Math.max(0, late) + 1000;
}

const failureOf = ({ fresh, old }: Sets): Condition | undefined =>
  [fresh, ...old].flatMap((set) => conditionOf(set?.status.conditions, 'ReplicaFailure') ?? [])[0];
