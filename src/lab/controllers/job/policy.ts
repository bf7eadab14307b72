/** What a Job does about Pods that failed in a certain way (kubernetes/pkg/controller/job/pod_failure_policy.go). */
import type { ContainerStatus, Job, Pod } from '../../kinds/types.ts';
import type { Outcome } from './outcome.ts';

type Rule = NonNullable<NonNullable<Job['spec']['podFailurePolicy']>['rules']>[number];

export type Verdict = { action: 'Count' | 'Ignore' | 'FailIndex' } | { action: 'FailJob'; outcome: Outcome };

const failJob = (message: string): Verdict => ({
  action: 'FailJob',
  outcome: { isFailure: true, reason: 'PodFailurePolicy', message },
});

function codeOf({ state }: ContainerStatus): number {
  return state.terminated?.exitCode ?? 0;
}

/** The container whose exit code a rule means. */
function matching({ onExitCodes }: Rule, { status }: Pod): ContainerStatus | undefined {
  if (onExitCodes === undefined) return undefined;
  const { containerName, operator, values } = onExitCodes;
  return [...(status.initContainerStatuses ?? []), ...(status.containerStatuses ?? [])].find(
    (one) =>
      (containerName === undefined || containerName === one.name) &&
      codeOf(one) !== 0 &&
      values.includes(codeOf(one)) === (operator === 'In'),
  );
}

/** The first rule that fits decides; where none does, a failure counts. */
export function verdictOn({ spec }: Job, pod: Pod): Verdict {
  const { namespace, name } = pod.metadata;
  for (const [i, rule] of (spec.podFailurePolicy?.rules ?? []).entries()) {
    const container = matching(rule, pod);
    const condition = rule.onPodConditions?.find((wanted) =>
      pod.status.conditions?.some(({ type, status }) => type === wanted.type && status === (wanted.status ?? 'True')),
    );
    if (container === undefined && condition === undefined) continue;
    if (rule.action === 'Ignore' || rule.action === 'FailIndex') return { action: rule.action };
    if (rule.action !== 'FailJob') return { action: 'Count' };
    return container
      ? failJob(
          `Container ${container.name} for pod ${namespace}/${name} failed with exit code ${codeOf(container)} matching FailJob rule at index ${i}`,
        )
      : failJob(`Pod ${namespace}/${name} has condition ${condition?.type} matching FailJob rule at index ${i}`);
  }
  return { action: 'Count' };
}
