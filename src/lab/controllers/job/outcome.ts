/** How a Job ends (kubernetes/pkg/controller/job/job_controller.go). */

import { timeText } from '../../engine/object.ts';
import { conditionOf, isTrue } from '../../kinds/state.ts';
import type { Condition, Job, Pod } from '../../kinds/types.ts';
import { timeOf } from '../shared/pods.ts';

export interface Outcome {
  isFailure: boolean;
  reason: string;
  message: string;
}

export const DONE: Outcome = {
  ...{ isFailure: false, reason: 'CompletionsReached', message: 'Reached expected number of succeeded pods' },
};
const BACKOFF: Outcome = {
  ...{ isFailure: true, reason: 'BackoffLimitExceeded', message: 'Job has reached the specified backoff limit' },
};
const DEADLINE: Outcome = {
  ...{ isFailure: true, reason: 'DeadlineExceeded', message: 'Job was active longer than specified deadline' },
};

export const isFinished = ({ status: { conditions } }: Job): boolean =>
  isTrue(conditions, 'Complete') || isTrue(conditions, 'Failed');

/** The outcome that was said before, and waits for the last Pods to end. */
export function decided(job: Job): Outcome | undefined {
  const said = ['FailureTarget', 'SuccessCriteriaMet']
    .map((type) => conditionOf(job.status.conditions, type))
    .find((one) => one?.status === 'True');
  if (said === undefined) return undefined;
  return { isFailure: said.type === 'FailureTarget', reason: said.reason ?? '', message: said.message ?? '' };
}

export const deadlineOf = ({ spec, status }: Job): number | undefined =>
  spec.activeDeadlineSeconds === undefined || status.startTime === undefined
    ? undefined
    : timeOf(status.startTime) + spec.activeDeadlineSeconds * 1000;

/** Restarts of containers count where they are restarted in place. */
function restartsOf(pods: readonly Pod[]): number {
  const all = pods.flatMap(({ status }) => [
    ...(status.initContainerStatuses ?? []),
    ...(status.containerStatuses ?? []),
  ]);
  return all.reduce((sum, { restartCount }) => sum + restartCount, 0);
}

interface Counted {
  active: readonly Pod[];
  succeeded: number;
  failed: number;
}

/** What has become of a Job; undefined while it goes on. */
export function outcomeOf(job: Job, { active, succeeded, failed }: Counted, now: number): Outcome | undefined {
  const { backoffLimit = 6, completions, template } = job.spec;
  const restarts = template.spec.restartPolicy === 'OnFailure' ? restartsOf(active) : 0;
  const isWorn = restarts > 0 && restarts >= backoffLimit;
  if (failed > backoffLimit || isWorn) return BACKOFF;
  const deadline = deadlineOf(job);
  if (deadline !== undefined && now >= deadline) return DEADLINE;
  const isDone = completions === undefined ? succeeded > 0 && active.length === 0 : succeeded >= completions;
  return isDone ? DONE : undefined;
}

/** Conditions with another one, whose times are now. */
export const plus = (
  all: readonly Condition[],
  type: string,
  { reason, message }: Outcome,
  now: number,
): Condition[] =>
  conditionOf(all, type)?.status === 'True'
    ? [...all]
    : [
        ...all.filter((one) => one.type !== type),
        { type, status: 'True', lastProbeTime: timeText(now), lastTransitionTime: timeText(now), reason, message },
      ];
