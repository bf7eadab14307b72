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

/** How often an index has failed, and when the next Pod may try it. */
export function triesOf(job: Job, pods: readonly Pod[], index: number | undefined): { failures: number; next: number } {
  if (!isPerIndex(job)) return { failures: 0, next: 0 };
  const [last] = pods
    .filter((pod) => indexOf(pod) === index && pod.status.phase === 'Failed')
    .toSorted((one, other) => endOf(other) - endOf(one));
  if (last === undefined) return { failures: 0, next: 0 };
  const failures = failuresBefore(last) + (verdictOn(job, last).action === 'Ignore' ? 0 : 1);
  return { failures, next: failures === 0 ? 0 : endOf(last) + delay(failures) };
}

/** A Pod that knows how often its index has failed. */
export const afterFailures = (job: Job, { metadata, spec }: Draft<Pod>, failures: number): Draft<Pod> => ({
  metadata: isPerIndex(job)
    ? { ...metadata, annotations: { ...metadata.annotations, [FAILURES]: `${failures}` } }
    : metadata,
  spec,
});
