import type { Lab } from '../../engine/lab.ts';
import { timeText } from '../../engine/object.ts';
import { conditionOf } from '../../kinds/state.ts';
import type { Condition, Job } from '../../kinds/types.ts';

export const FROM = { component: 'job-controller' };

/** Says once that a Job was suspended or goes on; a Job that goes on begins anew to count its time. */
export function suspension({ clock, record }: Lab, job: Job, conditions: Condition[]): Condition[] {
  const before = conditionOf(conditions, 'Suspended');
  const isSuspended = job.spec.suspend === true;
  if (isSuspended === (before?.status === 'True')) return conditions;
  const [reason, message] = isSuspended ? ['JobSuspended', 'Job suspended'] : ['JobResumed', 'Job resumed'];
  record(job, 'Normal', isSuspended ? 'Suspended' : 'Resumed', message, FROM);
  const at = timeText(clock.now());
  const status = isSuspended ? 'True' : 'False';
  const next: Condition = { type: 'Suspended', status, lastProbeTime: at, lastTransitionTime: at, reason, message };
  return [...conditions.filter(({ type }) => type !== 'Suspended'), next];
}
