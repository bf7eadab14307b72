import { type Controller, itself } from '../../engine/controller.ts';
import { deleteObject } from '../../engine/deletion.ts';
import type { Lab } from '../../engine/lab.ts';
import { isLeaving } from '../../engine/object.ts';
import { placeOf } from '../../engine/store.ts';
import { conditionOf } from '../../kinds/state.ts';
import { JOBS } from '../../kinds/workloads.ts';
import { timeOf } from '../shared/pods.ts';
import { isFinished } from './outcome.ts';

/** Deletes Jobs that are over for so long (kubernetes/pkg/controller/ttlafterfinished). */
export function finishedJobs(lab: Lab): Controller {
  const { store, clock } = lab;
  return {
    name: 'ttlafterfinished',
    watches: [itself(JOBS)],
    reconcile(key) {
      const job = store.get(JOBS, placeOf(key));
      const ttl = job?.spec.ttlSecondsAfterFinished;
      if (job === undefined || ttl === undefined || !isFinished(job) || isLeaving(job)) return undefined;
      const { conditions } = job.status;
      const ended = conditionOf(conditions, 'Complete') ?? conditionOf(conditions, 'Failed');
      const wait = timeOf(ended?.lastTransitionTime) + ttl * 1000 - clock.now();
      if (wait > 0) return wait;
      deleteObject(lab, JOBS, job, { propagation: 'Foreground' });
      return undefined;
    },
  };
}
