import { dig, fields, maps, numberOf, plainValue, type Spot, textOf } from '../../spot.ts';
import { labelsIn, shown, wordsIn } from '../facts.ts';
import type { ValuesText } from './text.ts';

/** Kubernetes' own, where nothing is said. */
const USUAL = { retries: 6, scaleDown: 300 } as const;

function* updates(root: Spot, t: ValuesText): Generator<string> {
  const strategy = dig(root, 'spec', 'strategy');
  if (textOf(dig(strategy, 'type')) === 'Recreate') yield t.recreates;
  const [surge, gone] = ['maxSurge', 'maxUnavailable'].map((key) => shown(dig(strategy, 'rollingUpdate', key)));
  if (surge !== undefined || gone !== undefined) yield t.rolls(surge ?? '25%', gone ?? '25%');
}

/** Of a Job, or of the template of one. */
function* job(spec: Spot | undefined, t: ValuesText): Generator<string> {
  const number = (key: string): number | undefined => numberOf(dig(spec, key));
  const [parallel, retries, deadline, kept] = [
    ...[number('parallelism'), number('backoffLimit')],
    ...[number('activeDeadlineSeconds'), number('ttlSecondsAfterFinished')],
  ];
  if (parallel !== undefined && parallel > 1) yield t.parallel(parallel);
  if (textOf(dig(spec, 'completionMode')) === 'Indexed') yield t.indexed;
  if (retries !== undefined && retries !== USUAL.retries) yield t.retries(retries);
  for (const rule of maps(dig(spec, 'podFailurePolicy', 'rules'))) {
    const codes = wordsOrNumbers(dig(rule, 'onExitCodes', 'values'));
    const action = textOf(dig(rule, 'action'));
    if (action === 'FailJob' && codes.length > 0) yield t.failsOn(codes);
    if (action === 'Ignore' && codes.length === 0) yield t.ignoresDisruption;
  }
  if (deadline !== undefined) yield t.deadline(deadline);
  if (kept !== undefined) yield t.keptFor(kept);
}

const wordsOrNumbers = (list: Spot | undefined): string[] =>
  list?.node.kind === 'list' ? list.node.items.flatMap((one) => (one.kind === 'scalar' ? String(one.value) : [])) : [];

function* cronJob(root: Spot, t: ValuesText): Generator<string> {
  const spec = dig(root, 'spec');
  if (plainValue(dig(spec, 'suspend')) === true) yield t.suspended;
  const policy = textOf(dig(spec, 'concurrencyPolicy'));
  if (policy === 'Forbid' || policy === 'Replace') yield t.concurrency(policy);
  yield* job(dig(spec, 'jobTemplate', 'spec'), t);
}

function* service(root: Spot, t: ValuesText): Generator<string> {
  const spec = dig(root, 'spec');
  if (textOf(dig(spec, 'sessionAffinity')) === 'ClientIP') yield t.sticks;
  if (textOf(dig(spec, 'externalTrafficPolicy')) === 'Local') yield t.localTraffic;
}

function* ingress(root: Spot, t: ValuesText): Generator<string> {
  const name = textOf(dig(root, 'spec', 'ingressClassName'));
  if (name !== undefined) yield t.ofIngressClass(name);
  for (const tls of maps(dig(root, 'spec', 'tls'))) {
    const secret = textOf(dig(tls, 'secretName'));
    if (secret !== undefined) yield t.certificate(wordsIn(dig(tls, 'hosts')), secret);
  }
}

function* claim(spec: Spot | undefined, t: ValuesText): Generator<string> {
  const name = textOf(dig(spec, 'storageClassName'));
  if (name !== undefined) yield name === '' ? t.noClass : t.ofClass(name);
  const volume = textOf(dig(spec, 'volumeName'));
  if (volume !== undefined) yield t.boundTo(volume);
}

function* volume(root: Spot, t: ValuesText): Generator<string> {
  yield* claim(dig(root, 'spec'), t);
  const policy = textOf(dig(root, 'spec', 'persistentVolumeReclaimPolicy'));
  if (policy === 'Retain' || policy === 'Delete') yield t.reclaims(policy);
  if (dig(root, 'spec', 'nodeAffinity')) yield t.volumeOnNodes;
}

function* storageClass(root: Spot, t: ValuesText): Generator<string> {
  if (textOf(dig(root, 'metadata', 'annotations', 'storageclass.kubernetes.io/is-default-class')) === 'true')
    yield t.isDefault;
  if (textOf(dig(root, 'volumeBindingMode')) === 'WaitForFirstConsumer') yield t.waits;
  const policy = textOf(dig(root, 'reclaimPolicy'));
  if (policy === 'Retain' || policy === 'Delete') yield t.reclaims(policy);
  if (plainValue(dig(root, 'allowVolumeExpansion')) === true) yield t.grows;
}

function* autoscaler(root: Spot, t: ValuesText): Generator<string> {
  const behavior = dig(root, 'spec', 'behavior');
  for (const [key, way] of [
    ['scaleUp', 'up'],
    ['scaleDown', 'down'],
  ] as const) {
    const seconds = numberOf(dig(behavior, key, 'stabilizationWindowSeconds'));
    if (seconds !== undefined && seconds > 0) yield t.scalesAfter(way, seconds);
    for (const policy of maps(dig(behavior, key, 'policies'))) {
      const [value, every] = ['value', 'periodSeconds'].map((name) => numberOf(dig(policy, name)));
      if (value !== undefined && every !== undefined)
        yield t.scalesBy(way, `${value}${textOf(dig(policy, 'type')) === 'Percent' ? '%' : ''}`, every);
    }
  }
}

/** Where the traffic that a policy allows comes from, or goes to. */
function peersOf(rule: Spot, key: string, t: ValuesText): string[] {
  return maps(dig(rule, key)).map((peer) => {
    const block = textOf(dig(peer, 'ipBlock', 'cidr'));
    if (block !== undefined) return t.addresses(block, wordsIn(dig(peer, 'ipBlock', 'except')));
    const [pods, spaces] = ['podSelector', 'namespaceSelector'].map((name) => ({
      is: fields(peer).some((one) => one.key === name),
      labels: labelsIn(dig(peer, name, 'matchLabels')),
    }));
    return t.podsOf(pods?.is ? pods.labels : undefined, spaces?.is ? spaces.labels : undefined);
  });
}

function* networkPolicy(root: Spot, t: ValuesText): Generator<string> {
  for (const [direction, key] of [
    ['ingress', 'from'],
    ['egress', 'to'],
  ] as const) {
    const rules = maps(dig(root, 'spec', direction));
    const types = wordsIn(dig(root, 'spec', 'policyTypes')).map((type) => type.toLowerCase());
    if (rules.length === 0 && (types.includes(direction) || (types.length === 0 && direction === 'ingress')))
      yield t.allowsNone(direction);
    for (const rule of rules) {
      const ports = maps(dig(rule, 'ports')).flatMap((port) => {
        const [first, last] = ['port', 'endPort'].map((name) => shown(dig(port, name)));
        return first === undefined ? [] : `${textOf(dig(port, 'protocol')) ?? 'TCP'} ${first}${last ? `-${last}` : ''}`;
      });
      yield t.allows(direction, peersOf(rule, key, t), ports);
    }
  }
}

function* role(root: Spot, t: ValuesText): Generator<string> {
  for (const one of maps(dig(root, 'aggregationRule', 'clusterRoleSelectors')))
    yield t.gathers(labelsIn(dig(one, 'matchLabels')));
  for (const rule of maps(dig(root, 'rules'))) {
    const names = wordsIn(dig(rule, 'resourceNames'));
    if (names.length > 0) yield t.onlyNamed(wordsIn(dig(rule, 'resources')), names);
  }
}

function* limitRange(root: Spot, t: ValuesText): Generator<string> {
  for (const one of maps(dig(root, 'spec', 'limits')))
    for (const part of ['defaultRequest', 'default', 'min', 'max'] as const) {
      const amounts = fields(dig(one, part)).map((field) => `${field.key} ${plainValue(field) ?? ''}`);
      if (amounts.length > 0) yield t.range(part, amounts);
    }
}

/** Kind -> what its values come to, besides those of its Pods. */
export const VALUES: Readonly<Record<string, (root: Spot, t: ValuesText) => Iterable<string>>> = {
  Deployment: updates,
  Job: (root, t) => job(dig(root, 'spec'), t),
  CronJob: cronJob,
  Service: service,
  Ingress: ingress,
  PersistentVolumeClaim: (root, t) => claim(dig(root, 'spec'), t),
  PersistentVolume: volume,
  StorageClass: storageClass,
  HorizontalPodAutoscaler: autoscaler,
  NetworkPolicy: networkPolicy,
  Role: role,
  ClusterRole: role,
  LimitRange: limitRange,
};
