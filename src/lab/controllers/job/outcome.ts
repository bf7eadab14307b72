/** How a Job ends (kubernetes/pkg/controller/job/job_controller.go). */

import { timeText } from '../../engine/object.ts';
import { conditionOf, isTrue } from '../../kinds/state.ts';
import type { Condition, Job, Pod } from '../../kinds/types.ts';
import { timeOf } from '../shared/pods.ts';
import { countIn } from './indexes.ts';

export interface Outcome {
  isFailure: boolean;
  reason: string;
  message: string;
}

const DONE: Outcome = {
  ...{ isFailure: false, reason: 'CompletionsReached', message: 'Reached expected number of succeeded pods' },
};
const BACKOFF: Outcome = {
  ...{ isFailure: true, reason: 'BackoffLimitExceeded', message: 'Job has reached the specified backoff limit' },
};
const DEADLINE: Outcome = {
  ...{ isFailure: true, reason: 'DeadlineExceeded', message: 'Job was active longer than specified deadline' },
};
const FAILED_INDEXES: Outcome = {
  ...{ isFailure: true, reason: 'FailedIndexes', message: 'Job has failed indexes' },
};
const TOO_MANY_INDEXES: Outcome = {
  ...{ isFailure: true, reason: 'MaxFailedIndexesExceeded' },
  message: 'Job has exceeded the specified maximal number of failed indexes',
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

/** Indexes that were given up end a Job once there are too many of them, or no others are left. */
function lostIndexes({ spec }: Job, { succeeded, lost }: Counted): Outcome | undefined {
  if (lost.size > (spec.maxFailedIndexes ?? Number.POSITIVE_INFINITY)) return TOO_MANY_INDEXES;
  return lost.size > 0 && lost.size + succeeded >= (spec.completions ?? 0) ? FAILED_INDEXES : undefined;
}

/** Has enough succeeded by a rule of its own (kubernetes/pkg/controller/job/success_policy.go)? */
function enough({ spec }: Job, { indexes }: Counted): Outcome | undefined {
  const met = spec.successPolicy?.rules.findIndex(({ succeededIndexes, succeededCount }) => {
    if (succeededIndexes === undefined) return indexes.size >= (succeededCount ?? Number.POSITIVE_INFINITY);
    const { named, among } = countIn(succeededIndexes, indexes);
    return among >= (succeededCount ?? named);
  });
  if (met === undefined || met < 0) return undefined;
  return { isFailure: false, reason: 'SuccessPolicy', message: `Matched rules at index ${met}` };
}

interface Counted {
  active: readonly Pod[];
  succeeded: number;
  failed: number;
  /** Indexes that have succeeded, and those that were given up. */
  indexes: ReadonlySet<number>;
  lost: ReadonlySet<number>;
}

/** What has become of a Job; undefined while it goes on. */
export function outcomeOf(job: Job, counted: Counted, now: number): Outcome | undefined {
  const { active, succeeded, failed } = counted;
  const { backoffLimit = 6, completions, template } = job.spec;
  const restarts = template.spec.restartPolicy === 'OnFailure' ? restartsOf(active) : 0;
  const isWorn = restarts > 0 && restarts >= backoffLimit;
  if (failed > backoffLimit || isWorn) return BACKOFF;
  const deadline = deadlineOf(job);
  if (deadline !== undefined && now >= deadline) return DEADLINE;
  const early = lostIndexes(job, counted) ?? enough(job, counted);
  if (early !== undefined) return early;
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
