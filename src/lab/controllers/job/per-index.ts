/** Indexes of a Job that fail by themselves (kubernetes/pkg/controller/job/indexed_job_utils.go). */
import type { Job, Pod } from '../../kinds/types.ts';
import type { Draft } from '../shared/make.ts';
import { timeOf } from '../shared/pods.ts';
import { delay } from './backoff.ts';
import { indexOf } from './indexes.ts';
import { verdictOn } from './policy.ts';

const FAILURES = 'batch.kubernetes.io/job-index-failure-count';

export const isPerIndex = ({ spec }: Job): boolean => spec.backoffLimitPerIndex !== undefined;

/** How often its index had failed before a Pod began. */
const failuresBefore = ({ metadata }: Pod): number => Number(metadata.annotations?.[FAILURES] ?? 0);

/** Is the index of a Pod that has failed given up? */
export const isGivenUp = (job: Job, pod: Pod, action: string): boolean =>
  isPerIndex(job) &&
  (action === 'FailIndex' || (action === 'Count' && failuresBefore(pod) >= (job.spec.backoffLimitPerIndex ?? 0)));

const endOf = ({ metadata, status }: Pod): number =>
  Math.max(
    timeOf(metadata.creationTimestamp),
    ...(status.containerStatuses ?? []).map(({ state }) => timeOf(state.terminated?.finishedAt)),
  );

interface Tries {
  failures: number;
  /** When the next Pod may try it. */
  next: number;
}

/** How often each index has failed, by its last Pod; nothing of those that have not. */
export function triesIn(job: Job, pods: readonly Pod[]): ReadonlyMap<number, Tries> {
  const tries = new Map<number, Tries>();
  if (!isPerIndex(job)) return tries;
  for (const pod of pods.filter(({ status }) => status.phase === 'Failed')) {
    const failures = failuresBefore(pod) + (verdictOn(job, pod).action === 'Ignore' ? 0 : 1);
    const next = endOf(pod) + (failures === 0 ? 0 : delay(failures));
    if (next > (tries.get(indexOf(pod))?.next ?? 0)) tries.set(indexOf(pod), { failures, next });
  }
  return tries;
}

/** A Pod that knows how often its index has failed. */
export const afterFailures = (job: Job, { metadata, spec }: Draft<Pod>, failures: number): Draft<Pod> => ({
  metadata: isPerIndex(job)
    ? { ...metadata, annotations: { ...metadata.annotations, [FAILURES]: `${failures}` } }
    : metadata,
  spec,
});
