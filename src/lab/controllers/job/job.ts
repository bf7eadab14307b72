import { type Controller, itself, itsOwner } from '../../engine/controller.ts';
import { deleteObject, removeReleased } from '../../engine/deletion.ts';
import { ApiError } from '../../engine/errors.ts';
import type { Lab } from '../../engine/lab.ts';
import { controllerOf, isLeaving, ownedBy, timeText } from '../../engine/object.ts';
import { placeOf } from '../../engine/store.ts';
import { PODS } from '../../kinds/core.ts';
import { isOver, isReady } from '../../kinds/state.ts';
import type { Job, Pod } from '../../kinds/types.ts';
import { JOBS } from '../../kinds/workloads.ts';
import { make } from '../shared/make.ts';
import { claim } from '../shared/owned.ts';
import { BURST, isActive, podOf, soonest } from '../shared/pods.ts';
import { createBackoff } from './backoff.ts';
import { freeIndexes, indexed, indexOf, readIndexes, writeIndexes } from './indexes.ts';
import { deadlineOf, decided, isFinished, type Outcome, outcomeOf, plus } from './outcome.ts';
import { afterFailures, isGivenUp, isPerIndex, triesIn } from './per-index.ts';
import { verdictOn } from './policy.ts';
import { FROM, suspension } from './suspension.ts';

/** Holds a Pod until the Job has counted how it ended. */
const TRACKED = 'batch.kubernetes.io/job-tracking';

const isTracked = ({ metadata }: Pod): boolean => metadata.finalizers?.includes(TRACKED) ?? false;
const isIndexed = ({ spec }: Job): boolean => spec.completionMode === 'Indexed';

interface Counted {
  succeeded: number;
  failed: number;
  indexes: Set<number>;
  /** Indexes that were given up. */
  lost: Set<number>;
  /** A Pod failed in a way that ends the Job. */
  refused: Outcome | undefined;
}

/** Runs Pods until enough have succeeded (kubernetes/pkg/controller/job). */
export function jobs(lab: Lab): Controller {
  const { store, clock, record } = lab;
  const backoff = createBackoff();

  function untrack(pod: Pod): void {
    const left = store.edit(PODS, pod.metadata, ({ metadata }) => {
      const rest = (metadata.finalizers ?? []).filter((one) => one !== TRACKED);
      if (rest.length > 0) metadata.finalizers = rest;
      else delete metadata.finalizers;
    });
    if (left) removeReleased(lab, PODS, left);
  }

  /** Pods of a Job that is gone are held by no controller. */
  function untrackOrphans(namespace: string | undefined): void {
    for (const pod of store.list(PODS, namespace)) {
      const owner = isTracked(pod) ? controllerOf(pod) : undefined;
      const job = owner && store.get(JOBS, { namespace, name: owner.name });
      const isHeld = job !== undefined && job.metadata.uid === owner?.uid;
      if (isTracked(pod) && !isHeld) untrack(pod);
    }
  }

  /** Has a Pod ended for its Job? One that is to be replaced only once it failed is waited for. */
  const hasEnded = ({ spec }: Job, pod: Pod): boolean =>
    isTracked(pod) && (spec.podReplacementPolicy === 'Failed' ? isOver(pod) : !isActive(pod));

  /** Counts Pods that have ended since: each once, which its finalizer tells. */
  function count(job: Job, pods: readonly Pod[]): Counted {
    const indexes = new Set(readIndexes(job.status.completedIndexes));
    const ended = pods.filter((pod) => hasEnded(job, pod));
    const won = ended.filter(({ status }) => status.phase === 'Succeeded');
    const verdicts = ended.filter((pod) => !won.includes(pod)).map((pod) => ({ pod, ...verdictOn(job, pod) }));
    const failures = verdicts.filter(({ action }) => action !== 'Ignore').length;
    const lost = new Set(readIndexes(job.status.failedIndexes));
    for (const { pod, action } of verdicts) if (isGivenUp(job, pod, action)) lost.add(indexOf(pod));
    const { uid } = job.metadata;
    if (won.length > 0) backoff.forget(uid);
    if (failures > 0) backoff.failed(uid, failures, clock.now());
    if (isIndexed(job)) for (const pod of won) indexes.add(indexOf(pod));
    for (const pod of ended) untrack(pod);
    return {
      succeeded: isIndexed(job) ? indexes.size : (job.status.succeeded ?? 0) + won.length,
      failed: (job.status.failed ?? 0) + failures,
      ...{ indexes, lost },
      refused: verdicts.flatMap((one) => ('outcome' in one ? one.outcome : []))[0],
    };
  }

  function end(job: Job, pods: readonly Pod[]): void {
    for (const pod of pods) {
      deleteObject(lab, PODS, pod, { propagation: 'Background' });
      record(job, 'Normal', 'SuccessfulDelete', `Deleted pod: ${pod.metadata.name}`, FROM);
    }
  }

  function start(job: Job, index: number | undefined, failures: number): void {
    const draft = afterFailures(job, podOf(job.spec.template, job, ownedBy(job)), failures);
    const tracked = { ...draft, metadata: { ...draft.metadata, finalizers: [TRACKED] } };
    try {
      const pod = make(lab, PODS, index === undefined ? tracked : indexed(tracked, job.metadata.name, index));
      record(job, 'Normal', 'SuccessfulCreate', `Created pod: ${pod.metadata.name}`, FROM);
    } catch (error) {
      if (!(error instanceof ApiError)) throw error;
      record(job, 'Warning', 'FailedCreate', `Error creating: ${error.message}`, FROM);
      throw error;
    }
  }

  /** Brings the Pods to as many as there are to be; gives how long the next one has to wait. */
  function manage(
    job: Job,
    active: readonly Pod[],
    ending: number,
    { succeeded, indexes, lost, pods }: Counted & { pods: readonly Pod[] },
  ): number | undefined {
    const { parallelism = 1, completions } = job.spec;
    const left =
      completions === undefined ? (succeeded > 0 ? active.length : parallelism) : completions - succeeded - lost.size;
    const wanted = Math.max(0, Math.min(parallelism, left));
    if (active.length > wanted) end(job, active.slice(0, active.length - wanted));
    const missing = wanted - active.length - ending;
    if (missing <= 0) return undefined;
    const now = clock.now();
    const wait = isPerIndex(job) ? 0 : backoff.wait(job.metadata.uid, now);
    if (wait > 0) return wait;
    const taken = new Set([...indexes, ...lost, ...active.map(indexOf)]);
    const tries = triesIn(job, pods);
    const held = Array.from(tries).filter(([index, { next }]) => next > now && !taken.has(index));
    for (const [index] of held) taken.add(index);
    const count = Math.min(missing, BURST);
    const free = isIndexed(job) ? freeIndexes(completions ?? 0, taken, count) : Array.from({ length: count }, () => -1);
    for (const index of free) start(job, index < 0 ? undefined : index, tries.get(index)?.failures ?? 0);
    return free.length < count ? soonest(held.map(([, { next }]) => next - now)) : undefined;
  }

  function bringOn(job: Job): number | undefined {
    const now = clock.now();
    const pods = claim(lab, PODS, job, job.spec.selector);
    const counted = count(job, pods);
    const { succeeded, failed, indexes, lost, refused } = counted;
    const active = pods.filter(isActive);
    const isPatient = job.spec.podReplacementPolicy === 'Failed';
    const ending = isPatient ? pods.filter((pod) => isLeaving(pod) && !isOver(pod)).length : 0;
    const outcome = decided(job) ?? refused ?? outcomeOf(job, { active, ...counted }, now);
    const isSuspended = job.spec.suspend === true;
    let conditions =
      outcome === undefined ? suspension(lab, job, job.status.conditions ?? []) : (job.status.conditions ?? []);
    if (outcome !== undefined)
      conditions = plus(conditions, outcome.isFailure ? 'FailureTarget' : 'SuccessCriteriaMet', outcome, now);
    if (outcome !== undefined || isSuspended) end(job, active);
    const startTime = isSuspended ? undefined : (job.status.startTime ?? timeText(now));
    const wait = outcome === undefined && !isSuspended ? manage(job, active, ending, { ...counted, pods }) : undefined;

    const left = store.list(PODS, job.metadata.namespace).filter((pod) => controllerOf(pod)?.uid === job.metadata.uid);
    const alive = left.filter(isActive);
    const leaving = left.filter(
      (pod) => isLeaving(pod) && pod.status.phase !== 'Succeeded' && pod.status.phase !== 'Failed',
    );
    const isEnded = outcome !== undefined && alive.length + leaving.length === 0;
    if (isEnded) {
      conditions = plus(conditions, outcome.isFailure ? 'Failed' : 'Complete', outcome, now);
      if (outcome.isFailure) record(job, 'Warning', outcome.reason, outcome.message, FROM);
      else record(job, 'Normal', 'Completed', 'Job completed', FROM);
      backoff.forget(job.metadata.uid);
    }
    store.edit(JOBS, job.metadata, (draft) => {
      const completedIndexes = isIndexed(job) ? writeIndexes(indexes) : '';
      draft.status = {
        ...(conditions.length > 0 ? { conditions } : {}),
        ...(startTime === undefined ? {} : { startTime }),
        ...(isEnded && !outcome.isFailure ? { completionTime: timeText(now) } : {}),
        ...(alive.length > 0 ? { active: alive.length } : {}),
        ...(succeeded > 0 ? { succeeded } : {}),
        ...(failed > 0 ? { failed } : {}),
        ...(completedIndexes === '' ? {} : { completedIndexes }),
        ...(isPerIndex(job) ? { failedIndexes: writeIndexes(lost) } : {}),
        ...{ ready: alive.filter(isReady).length, terminating: leaving.length, uncountedTerminatedPods: {} },
      };
    });
    const deadline = deadlineOf({ ...job, status: startTime === undefined ? {} : { startTime } });
    return soonest([wait, outcome === undefined && deadline !== undefined ? Math.max(1, deadline - now) : undefined]);
  }

  return {
    name: 'job',
    watches: [itself(JOBS), itsOwner(PODS, 'Job')],
    reconcile(key) {
      const place = placeOf(key);
      const job = store.get(JOBS, place);
      if (job === undefined) {
        untrackOrphans(place.namespace);
        return undefined;
      }
      if (!isFinished(job) && !isLeaving(job)) return bringOn(job);
      for (const pod of claim(lab, PODS, job, job.spec.selector)) if (isTracked(pod) && !isActive(pod)) untrack(pod);
      return undefined;
    },
  };
}
