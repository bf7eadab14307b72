import { isDeepStrictEqual } from 'node:util';
import { type Cause, forbiddenCause, invalidCause, requiredCause, unsupportedCause } from '../../engine/errors.ts';
import { selects } from '../../engine/selectors.ts';
import { percentIn } from '../../engine/share.ts';
import type {
  DaemonSet,
  Deployment,
  HorizontalPodAutoscaler,
  PodDisruptionBudget,
  PodTemplate,
  ReplicaSet,
  ReplicationController,
  StatefulSet,
} from '../types.ts';
import { checkShare, isZero } from './amounts.ts';
import { checkOwnSelector, checkSelector } from './labels.ts';
import { checkTemplate } from './pod.ts';

// What is wrong with workloads (kubernetes/pkg/apis/{apps,batch,autoscaling,policy}/validation).

export function* unchangeable(value: unknown, before: unknown, field: string): Iterable<Cause> {
  if (!isDeepStrictEqual(value, before)) yield invalidCause(field, value ?? null, 'field is immutable');
}

/** A template of Pods that run on and on. */
function* checkLasting(template: PodTemplate, more: readonly string[] = []): Iterable<Cause> {
  yield* checkTemplate(template, 'spec.template', more);
  const { restartPolicy, activeDeadlineSeconds } = template.spec ?? {};
  if (restartPolicy !== 'Always' && restartPolicy !== undefined)
    yield unsupportedCause('spec.template.spec.restartPolicy', restartPolicy, ['Always']);
  if (activeDeadlineSeconds !== undefined)
    yield forbiddenCause(
      'spec.template.spec.activeDeadlineSeconds',
      'activeDeadlineSeconds in ReplicaSet is not Supported',
    );
}

export function* checkDeployment({ spec }: Deployment, before: Deployment | undefined): Iterable<Cause> {
  yield* checkOwnSelector(spec.selector, spec.template, { field: 'spec', kind: 'deployment' });
  yield* checkLasting(spec.template);
  const { type, rollingUpdate } = spec.strategy ?? {};
  const at = 'spec.strategy.rollingUpdate';
  if (type === 'Recreate' && rollingUpdate !== undefined)
    yield forbiddenCause(at, "may not be specified when strategy `type` is 'Recreate'");
  else if (rollingUpdate) {
    const { maxUnavailable, maxSurge } = rollingUpdate;
    yield* checkShare(maxUnavailable, `${at}.maxUnavailable`);
    yield* checkShare(maxSurge, `${at}.maxSurge`);
    if (isZero(maxUnavailable) && isZero(maxSurge))
      yield invalidCause(`${at}.maxUnavailable`, maxUnavailable, 'may not be 0 when `maxSurge` is 0');
    if ((percentIn(maxUnavailable) ?? 0) > 100)
      yield invalidCause(`${at}.maxUnavailable`, maxUnavailable, 'must not be greater than 100%');
  }
  const { progressDeadlineSeconds, minReadySeconds = 0 } = spec;
  if (
    progressDeadlineSeconds !== undefined &&
    progressDeadlineSeconds >= 0 &&
    progressDeadlineSeconds <= minReadySeconds
  )
    yield invalidCause('spec.progressDeadlineSeconds', progressDeadlineSeconds, 'must be greater than minReadySeconds');
  if (before) yield* unchangeable(spec.selector, before.spec.selector, 'spec.selector');
}

export function* checkReplicaSet({ spec }: ReplicaSet, before: ReplicaSet | undefined): Iterable<Cause> {
  yield* checkOwnSelector(spec.selector, spec.template ?? { spec: { containers: [] } }, {
    field: 'spec',
    kind: 'deployment',
  });
  if (spec.template) yield* checkLasting(spec.template);
  if (before) yield* unchangeable(spec.selector, before.spec.selector, 'spec.selector');
}

export function* checkReplicationController({ spec }: ReplicationController): Iterable<Cause> {
  const { selector = {}, template } = spec;
  if (Object.keys(selector).length === 0) yield requiredCause('spec.selector');
  if (template === undefined) yield requiredCause('spec.template');
  else {
    const labels = template.metadata?.labels;
    if (!selects({ matchLabels: selector }, labels))
      yield invalidCause(
        'spec.template.metadata.labels',
        labels ?? null,
        '`selector` does not match template `labels`',
      );
    yield* checkLasting(template);
  }
}

export function* checkDaemonSet({ spec }: DaemonSet, before: DaemonSet | undefined): Iterable<Cause> {
  yield* checkOwnSelector(spec.selector, spec.template, { field: 'spec', kind: 'daemonset' });
  yield* checkLasting(spec.template);
  const { maxUnavailable, maxSurge } = spec.updateStrategy?.rollingUpdate ?? {};
  const at = 'spec.updateStrategy.rollingUpdate';
  yield* checkShare(maxUnavailable, `${at}.maxUnavailable`);
  yield* checkShare(maxSurge, `${at}.maxSurge`);
  if (maxUnavailable !== undefined && maxSurge !== undefined) {
    if (isZero(maxUnavailable) && isZero(maxSurge))
      yield requiredCause(`${at}.maxUnavailable`, 'cannot be 0 when maxSurge is 0');
    if (!isZero(maxUnavailable) && !isZero(maxSurge))
      yield invalidCause(`${at}.maxSurge`, maxSurge, 'may not be set when maxUnavailable is non-zero');
  }
  if (before) yield* unchangeable(spec.selector, before.spec.selector, 'spec.selector');
}

/** What of a StatefulSet stays as it was made. */
function fixed({ spec }: StatefulSet): object {
  const { replicas, ordinals, template, updateStrategy, revisionHistoryLimit, minReadySeconds, ...rest } = spec;
  const { persistentVolumeClaimRetentionPolicy, ...kept } = rest;
  return kept;
}

export function* checkStatefulSet(set: StatefulSet, before: StatefulSet | undefined): Iterable<Cause> {
  const { spec } = set;
  yield* checkOwnSelector(spec.selector, spec.template, { field: 'spec', kind: 'statefulset' });
  const claims = (spec.volumeClaimTemplates ?? []).map(({ metadata }) => metadata.name);
  yield* checkLasting(spec.template, claims);
  if (before && !isDeepStrictEqual(fixed(set), fixed(before)))
    yield forbiddenCause(
      'spec',
      "updates to statefulset spec for fields other than 'replicas', 'ordinals', 'template', 'updateStrategy', 'revisionHistoryLimit', 'persistentVolumeClaimRetentionPolicy' and 'minReadySeconds' are forbidden",
    );
}

export function* checkAutoscaler({ spec }: HorizontalPodAutoscaler): Iterable<Cause> {
  const { minReplicas, maxReplicas = 0, metrics = [] } = spec;
  if (minReplicas !== undefined && maxReplicas < minReplicas)
    yield invalidCause('spec.maxReplicas', maxReplicas, 'must be greater than or equal to `minReplicas`');
  for (const [index, { type, resource, containerResource }] of metrics.entries()) {
    const at = `spec.metrics[${index}]`;
    const name = type === 'Resource' ? 'resource' : type === 'ContainerResource' ? 'containerResource' : undefined;
    const source = name === 'resource' ? resource : containerResource;
    if (name === undefined) continue;
    if (source === undefined) {
      yield requiredCause(`${at}.${name}`, 'must populate information for the given metric source');
      continue;
    }
    const { target } = source;
    if (target?.averageUtilization === undefined && target?.averageValue === undefined)
      yield requiredCause(
        `${at}.${name}.target.averageUtilization`,
        'must set either a target raw value or a target utilization',
      );
    if (target?.averageUtilization !== undefined && target.averageValue !== undefined)
      yield forbiddenCause(
        `${at}.${name}.target.averageValue`,
        'may not set both a target raw value and a target utilization',
      );
  }
}

export function* checkBudget({ spec }: PodDisruptionBudget): Iterable<Cause> {
  const { minAvailable, maxUnavailable, selector } = spec ?? {};
  if (minAvailable !== undefined && maxUnavailable !== undefined)
    yield invalidCause('spec', spec, 'minAvailable and maxUnavailable cannot be both set');
  for (const [key, value] of Object.entries({ minAvailable, maxUnavailable })) {
    yield* checkShare(value, `spec.${key}`);
    if ((percentIn(value) ?? 0) > 100) yield invalidCause(`spec.${key}`, value, 'must not be greater than 100%');
  }
  yield* checkSelector(selector, 'spec.selector');
}
