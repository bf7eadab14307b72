import { type Controller, itself, itsOwner } from '../../engine/controller.ts';
import { deleteObject } from '../../engine/deletion.ts';
import { ApiError } from '../../engine/errors.ts';
import type { Lab } from '../../engine/lab.ts';
import { isLeaving, isOwnedBy, ownedBy, timeText } from '../../engine/object.ts';
import { placeOf } from '../../engine/store.ts';
import { conditionOf } from '../../kinds/state.ts';
import type { CronJob, Job } from '../../kinds/types.ts';
import { CRON_JOBS, JOBS } from '../../kinds/workloads.ts';
import { isFinished } from '../job/outcome.ts';
import { make } from '../shared/make.ts';
import { timeOf } from '../shared/pods.ts';
import { nextTime, parseSchedule, type Schedule } from './schedule.ts';

const FROM = { component: 'cronjob-controller' };
/** Times that are looked back for at most. */
const BACK = 100;

/** Starts Jobs at times (kubernetes/pkg/controller/cronjob). */
export function cronJobs(lab: Lab): Controller {
  const { store, clock, record } = lab;
  const zoneOf = ({ spec }: CronJob): string => spec.timeZone ?? 'UTC';

  /** Takes Jobs that ended out of the active ones, and deletes the oldest above the limits. */
  function cleanUp(cron: CronJob, own: readonly Job[]): CronJob['status'] {
    const { active = [], ...status } = cron.status;
    const byUid = new Map(own.map((job) => [job.metadata.uid, job]));
    let { lastSuccessfulTime } = status;
    for (const job of own) {
      const isKnown = active.some(({ uid }) => uid === job.metadata.uid);
      if (!isKnown && !isFinished(job)) {
        const message = `Saw a job that the controller did not create or forgot: ${job.metadata.name}`;
        record(cron, 'Warning', 'UnexpectedJob', message, FROM);
      }
      if (!isKnown || !isFinished(job)) continue;
      const isComplete = conditionOf(job.status.conditions, 'Complete')?.status === 'True';
      const message = `Saw completed job: ${job.metadata.name}, condition: ${isComplete ? 'Complete' : 'Failed'}`;
      record(cron, 'Normal', 'SawCompletedJob', message, FROM);
      const { completionTime } = job.status;
      if (isComplete && timeOf(completionTime) > timeOf(lastSuccessfulTime)) lastSuccessfulTime = completionTime;
    }
    const left = active.filter(({ uid = '' }) => {
      const job = byUid.get(uid);
      return job !== undefined && !isFinished(job);
    });
    const over = own.filter(isFinished);
    const isFailed = (job: Job): boolean => conditionOf(job.status.conditions, 'Failed')?.status === 'True';
    forget(
      cron,
      over.filter((job) => !isFailed(job)),
      cron.spec.successfulJobsHistoryLimit ?? 3,
    );
    forget(cron, over.filter(isFailed), cron.spec.failedJobsHistoryLimit ?? 1);
    return {
      ...(left.length > 0 ? { active: left } : {}),
      ...(status.lastScheduleTime === undefined ? {} : { lastScheduleTime: status.lastScheduleTime }),
      ...(lastSuccessfulTime === undefined ? {} : { lastSuccessfulTime }),
    };
  }

  function forget(cron: CronJob, over: readonly Job[], limit: number): void {
    const oldest = over.toSorted((one, other) => timeOf(one.status.startTime) - timeOf(other.status.startTime));
    for (const job of oldest.slice(0, Math.max(0, over.length - limit))) {
      if (isLeaving(job)) continue;
      deleteObject(lab, JOBS, job, { propagation: 'Background' });
      record(cron, 'Normal', 'SuccessfulDelete', `Deleted job ${job.metadata.name}`, FROM);
    }
  }

  /** The last time that was missed until now; undefined where none was. */
  function dueTime(cron: CronJob, schedule: Schedule, now: number): number | undefined {
    const { startingDeadlineSeconds } = cron.spec;
    const since = timeOf(cron.status.lastScheduleTime ?? cron.metadata.creationTimestamp);
    const earliest =
      startingDeadlineSeconds === undefined ? since : Math.max(since, now - startingDeadlineSeconds * 1000);
    let due: number | undefined;
    let missed = 0;
    for (let at = nextTime(schedule, earliest, zoneOf(cron)); at !== undefined && at <= now; ) {
      due = at;
      if (++missed === BACK) {
        const message = `too many missed start times. Set or decrease .spec.startingDeadlineSeconds or check clock skew`;
        record(cron, 'Warning', 'TooManyMissedTimes', message, FROM);
        // Of what was missed long ago, the last before now is all that matters.
        at = nextTime(schedule, Math.max(at, now - 86_400_000), zoneOf(cron));
      } else at = nextTime(schedule, at, zoneOf(cron));
      if (missed > 20 * BACK) break;
    }
    return due;
  }

  function start(cron: CronJob, status: CronJob['status'], at: number): CronJob['status'] {
    const { active = [] } = status;
    if (active.length > 0 && cron.spec.concurrencyPolicy === 'Forbid') {
      const message = 'Not starting job because prior execution is running and concurrency policy is Forbid';
      record(cron, 'Normal', 'JobAlreadyActive', message, FROM);
      return status;
    }
    const isReplacing = cron.spec.concurrencyPolicy === 'Replace';
    if (isReplacing)
      for (const { namespace, name = '' } of active) {
        const job = store.get(JOBS, { namespace, name });
        if (job === undefined) continue;
        deleteObject(lab, JOBS, job, { propagation: 'Background' });
        record(cron, 'Normal', 'SuccessfulDelete', `Deleted job ${name}`, FROM);
      }
    const { metadata, spec } = cron.spec.jobTemplate;
    const { namespace } = cron.metadata;
    const name = `${cron.metadata.name}-${Math.floor(at / 60_000)}`;
    if (store.get(JOBS, { namespace, name }) !== undefined) return { ...status, lastScheduleTime: timeText(at) };
    try {
      const job = make(lab, JOBS, {
        metadata: {
          ...(namespace === undefined ? {} : { namespace }),
          ...{ name, ownerReferences: ownedBy(cron) },
          ...(metadata?.labels === undefined ? {} : { labels: metadata.labels }),
          annotations: {
            ...metadata?.annotations,
            'batch.kubernetes.io/cronjob-scheduled-timestamp': Temporal.Instant.fromEpochMilliseconds(at)
              .toZonedDateTimeISO(zoneOf(cron))
              .toString({ timeZoneName: 'never', smallestUnit: 'second' })
              .replace('+00:00', 'Z'),
          },
        },
        spec,
      });
      record(cron, 'Normal', 'SuccessfulCreate', `Created job ${name}`, FROM);
      const { uid, resourceVersion } = job.metadata;
      const place = namespace === undefined ? { name } : { namespace, name };
      const reference = { kind: 'Job', ...place, uid, apiVersion: 'batch/v1', resourceVersion };
      return { ...status, active: [...(isReplacing ? [] : active), reference], lastScheduleTime: timeText(at) };
    } catch (error) {
      if (!(error instanceof ApiError)) throw error;
      record(cron, 'Warning', 'FailedCreate', `Error creating job: ${error.message}`, FROM);
      return { ...status, lastScheduleTime: timeText(at) };
    }
  }

  return {
    name: 'cronjob',
    watches: [itself(CRON_JOBS), itsOwner(JOBS, 'CronJob')],
    reconcile(key) {
      const cron = store.get(CRON_JOBS, placeOf(key));
      if (cron === undefined || isLeaving(cron)) return undefined;
      const now = clock.now();
      const own = store.list(JOBS, cron.metadata.namespace).filter((job) => isOwnedBy(job, cron));
      const cleaned = cleanUp(cron, own);
      const schedule = parseSchedule(cron.spec.schedule);
      if (typeof schedule === 'string') {
        const message = `unparseable schedule: ${JSON.stringify(cron.spec.schedule)} : ${schedule}`;
        record(cron, 'Warning', 'UnparseableSchedule', message, FROM);
        return undefined;
      }
      const due = cron.spec.suspend === true ? undefined : dueTime(cron, schedule, now);
      const status = due === undefined ? cleaned : start(cron, cleaned, due);
      store.edit(CRON_JOBS, cron.metadata, (draft) => {
        draft.status = status;
      });
      if (cron.spec.suspend === true) return undefined;
      const next = nextTime(schedule, now, zoneOf(cron));
      return next === undefined ? undefined : next - now + 100;
    },
  };
}
