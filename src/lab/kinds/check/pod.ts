import { isDeepStrictEqual } from 'node:util';
import { type Cause, duplicateCause, forbiddenCause, invalidCause, requiredCause } from '../../engine/errors.ts';
import type { Pod, PodSpec, PodTemplate, Toleration, Volume } from '../types.ts';
import { changesText } from './changes.ts';
import { checkContainers } from './container.ts';
import { checkDownwardFiles } from './downward.ts';
import { checkAnnotations, checkLabels, checkSelector } from './labels.ts';
import { dnsLabel, subdomain } from './names.ts';

// What is wrong with Pods (kubernetes/pkg/apis/core/validation).

function* checkVolumes(volumes: readonly Volume[], field: string): Iterable<Cause> {
  const names = new Set<string>();
  for (const [index, volume] of volumes.entries()) {
    const { name, ...sources } = volume;
    const at = `${field}.volumes[${index}]`;
    if (name) {
      const wrong = dnsLabel(name);
      for (const why of wrong) yield invalidCause(`${at}.name`, name, why);
      if (wrong.length === 0 && names.has(name)) yield duplicateCause(`${at}.name`, name);
      names.add(name);
    }
    for (const one of Object.keys(sources).slice(1))
      yield forbiddenCause(`${at}.${one}`, 'may not specify more than 1 volume type');
    yield* checkDownwardFiles(volume, at);
  }
}

function* checkTolerations(tolerations: readonly Toleration[], field: string): Iterable<Cause> {
  for (const [
    index,
    { key = '', operator = 'Equal', value = '', effect, tolerationSeconds },
  ] of tolerations.entries()) {
    const at = `${field}.tolerations[${index}]`;
    if (key === '' && operator !== 'Exists')
      yield invalidCause(
        `${at}.operator`,
        operator,
        'operator must be Exists when `key` is empty, which means "match all values and all keys"',
      );
    if (operator === 'Exists' && value !== '')
      yield invalidCause(`${at}.operator`, value, "value must be empty when `operator` is 'Exists'");
    if (tolerationSeconds !== undefined && effect !== 'NoExecute')
      yield invalidCause(`${at}.effect`, effect ?? '', "effect must be 'NoExecute' when `tolerationSeconds` is set");
  }
}

function* checkPlacement(spec: PodSpec, field: string): Iterable<Cause> {
  yield* checkLabels(spec.nodeSelector, `${field}.nodeSelector`);
  yield* checkTolerations(spec.tolerations ?? [], field);
  const { nodeAffinity, podAffinity, podAntiAffinity } = spec.affinity ?? {};
  const required = nodeAffinity?.requiredDuringSchedulingIgnoredDuringExecution;
  const within = `${field}.affinity`;
  if (required && (required.nodeSelectorTerms ?? []).length === 0)
    yield requiredCause(
      `${within}.nodeAffinity.requiredDuringSchedulingIgnoredDuringExecution.nodeSelectorTerms`,
      'must have at least one node selector term',
    );
  for (const [kind, affinity] of Object.entries({ podAffinity, podAntiAffinity }))
    for (const [index, term] of (affinity?.requiredDuringSchedulingIgnoredDuringExecution ?? []).entries())
      yield* checkSelector(
        term.labelSelector,
        `${within}.${kind}.requiredDuringSchedulingIgnoredDuringExecution[${index}].labelSelector`,
      );
  for (const [index, { labelSelector }] of (spec.topologySpreadConstraints ?? []).entries())
    yield* checkSelector(labelSelector, `${field}.topologySpreadConstraints[${index}].labelSelector`);
}

/** What is wrong with what a Pod is to be. @param more names of volumes that come from elsewhere */
function* checkPodSpec(spec: PodSpec | undefined, field: string, more: readonly string[] = []): Iterable<Cause> {
  if (spec === undefined) return;
  const volumes = spec.volumes ?? [];
  yield* checkVolumes(volumes, field);
  yield* checkContainers(spec, new Set([...volumes.map(({ name }) => name), ...more]), field);
  yield* checkPlacement(spec, field);
  for (const key of ['hostname', 'subdomain'] as const)
    if (spec[key]) for (const why of dnsLabel(spec[key])) yield invalidCause(`${field}.${key}`, spec[key], why);
  for (const key of ['serviceAccountName', 'nodeName', 'priorityClassName'] as const)
    if (spec[key]) for (const why of subdomain(spec[key])) yield invalidCause(`${field}.${key}`, spec[key], why);
}

export function* checkTemplate(
  template: PodTemplate | undefined,
  field: string,
  more: readonly string[] = [],
): Iterable<Cause> {
  yield* checkLabels(template?.metadata?.labels, `${field}.labels`);
  yield* checkAnnotations(template?.metadata?.annotations, `${field}.annotations`);
  yield* checkPodSpec(template?.spec, `${field}.spec`, more);
}

const FREE = [
  ...['`spec.containers[*].image`', '`spec.initContainers[*].image`', '`spec.activeDeadlineSeconds`'],
  '`spec.tolerations` (only additions to existing tolerations)',
  '`spec.terminationGracePeriodSeconds` (allow it to be set to 1 if it was previously negative)',
];

/** A Pod's spec with all that may change as it was. */
function unchanged(spec: PodSpec, old: PodSpec): PodSpec {
  const images = <T extends { image?: string }>(list: T[] | undefined, before: T[] | undefined): T[] | undefined =>
    list?.map((one, index) => {
      const { image: _, ...rest } = one;
      const image = before?.[index]?.image;
      return { ...rest, ...(image === undefined ? {} : { image }) } as T;
    });
  const init = images(spec.initContainers, old.initContainers);
  const { activeDeadlineSeconds, tolerations, schedulingGates, ...rest } = spec;
  return {
    ...rest,
    containers: images(spec.containers, old.containers) ?? [],
    ...(init === undefined ? {} : { initContainers: init }),
    ...(old.activeDeadlineSeconds === undefined ? {} : { activeDeadlineSeconds: old.activeDeadlineSeconds }),
    ...(old.tolerations === undefined ? {} : { tolerations: old.tolerations }),
    ...(old.schedulingGates === undefined ? {} : { schedulingGates: old.schedulingGates }),
  };
}

/** Has every one of these tolerations stayed? */
const haveStayed = (old: readonly Toleration[], now: readonly Toleration[]): boolean =>
  old.every((one) =>
    now.some((other) => isDeepStrictEqual({ ...one, tolerationSeconds: 0 }, { ...other, tolerationSeconds: 0 })),
  );

function* checkChange({ spec }: Pod, { spec: old }: Pod): Iterable<Cause> {
  if (isDeepStrictEqual(spec, old)) return;
  for (const list of ['containers', 'initContainers'] as const)
    if ((spec[list] ?? []).length !== (old[list] ?? []).length) {
      yield forbiddenCause(`spec.${list}`, 'pod updates may not add or remove containers');
      return;
    }
  if (spec.activeDeadlineSeconds !== old.activeDeadlineSeconds && old.activeDeadlineSeconds !== undefined) {
    if (spec.activeDeadlineSeconds === undefined)
      yield invalidCause('spec.activeDeadlineSeconds', null, 'must not update from a positive integer to nil value');
    else if (spec.activeDeadlineSeconds > old.activeDeadlineSeconds)
      yield invalidCause(
        'spec.activeDeadlineSeconds',
        spec.activeDeadlineSeconds,
        'must be less than or equal to previous value',
      );
  }
  if (!haveStayed(old.tolerations ?? [], spec.tolerations ?? []))
    yield forbiddenCause('spec.tolerations', 'existing toleration can not be modified except its tolerationSeconds');
  for (const { name } of spec.schedulingGates ?? [])
    if (!old.schedulingGates?.some((one) => one.name === name))
      yield forbiddenCause('spec.schedulingGates', `only deletion is allowed, but found new scheduling gate '${name}'`);
  // What kubectl debug adds has a part of its own.
  const same = ({ ephemeralContainers, ...rest }: PodSpec): PodSpec => rest;
  const [now, before] = [same(unchanged(spec, old)), same(old)];
  if (!isDeepStrictEqual(now, before))
    yield forbiddenCause(
      'spec',
      `pod updates may not change fields other than ${FREE.join(',')}\n${changesText(before, now)}`,
    );
}

export function* checkPod(pod: Pod, before: Pod | undefined): Iterable<Cause> {
  yield* checkPodSpec(pod.spec, 'spec');
  if (before) yield* checkChange(pod, before);
}
