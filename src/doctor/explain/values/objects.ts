import { dig, fields, items, maps, numberOf, plainValue, type Spot, textOf, wordsIn } from '../../spot.ts';
import { amountsIn, selectorIn, shown } from '../facts.ts';
import type { Said } from './text.ts';

/** What holds where a manifest says nothing (Kubernetes' API reference, JobSpec and RollingUpdateDeployment). */
const DEFAULTS = { retries: 6, surge: '25%', unavailable: '25%' } as const;

function* updates(root: Spot): Generator<Said> {
  const strategy = dig(root, 'spec', 'strategy');
  if (textOf(dig(strategy, 'type')) === 'Recreate') yield (t) => t.recreates;
  const [surge, gone] = ['maxSurge', 'maxUnavailable'].map((key) => shown(dig(strategy, 'rollingUpdate', key)));
  if (surge !== undefined || gone !== undefined)
    yield (t) => t.rolls(surge ?? DEFAULTS.surge, gone ?? DEFAULTS.unavailable);
}

function* statefulSet(root: Spot): Generator<Said> {
  const spec = dig(root, 'spec');
  const kept = dig(spec, 'persistentVolumeClaimRetentionPolicy');
  for (const when of ['whenDeleted', 'whenScaled'] as const)
    if (textOf(dig(kept, when)) === 'Delete') yield (t) => t.deletesClaims(when);
  if (textOf(dig(spec, 'podManagementPolicy')) === 'Parallel') yield (t) => t.atOnce;
  const from = numberOf(dig(spec, 'updateStrategy', 'rollingUpdate', 'partition'));
  if (from !== undefined && from > 0) yield (t) => t.partition(from);
}

/** Of a Job, or of the template of one. */
function* job(spec: Spot | undefined): Generator<Said> {
  const number = (key: string): number | undefined => numberOf(dig(spec, key));
  if (plainValue(dig(spec, 'suspend')) === true) yield (t) => t.jobWaits;
  const [parallel, retries] = [number('parallelism'), number('backoffLimit')];
  if (parallel !== undefined && parallel > 1) yield (t) => t.parallel(parallel);
  if (textOf(dig(spec, 'completionMode')) === 'Indexed') yield (t) => t.indexed;
  if (retries !== undefined && retries !== DEFAULTS.retries) yield (t) => t.retries(retries);
  for (const rule of maps(dig(spec, 'podFailurePolicy', 'rules'))) {
    const isIn = textOf(dig(rule, 'onExitCodes', 'operator')) === 'In';
    const codes = isIn ? items(dig(rule, 'onExitCodes', 'values')).flatMap((one) => shown(one) ?? []) : [];
    const types = maps(dig(rule, 'onPodConditions')).map((one) => textOf(dig(one, 'type')));
    const action = textOf(dig(rule, 'action'));
    if (action === 'FailJob' && codes.length > 0) yield (t) => t.failsOn(codes);
    if (action === 'Ignore' && types.includes('DisruptionTarget')) yield (t) => t.ignoresDisruption;
  }
  const [deadline, kept] = [number('activeDeadlineSeconds'), number('ttlSecondsAfterFinished')];
  if (deadline !== undefined) yield (t) => t.deadline(deadline);
  if (kept !== undefined) yield (t) => t.keptFor(kept);
}

function* cronJob(root: Spot): Generator<Said> {
  const spec = dig(root, 'spec');
  if (plainValue(dig(spec, 'suspend')) === true) yield (t) => t.suspended;
  const policy = textOf(dig(spec, 'concurrencyPolicy'));
  if (policy === 'Forbid' || policy === 'Replace') yield (t) => t.concurrency(policy);
  yield* job(dig(spec, 'jobTemplate', 'spec'));
}

function* service(root: Spot): Generator<Said> {
  const spec = dig(root, 'spec');
  if (textOf(dig(spec, 'sessionAffinity')) === 'ClientIP') yield (t) => t.sticks;
  if (textOf(dig(spec, 'externalTrafficPolicy')) === 'Local') yield (t) => t.localTraffic;
}

function* ingress(root: Spot): Generator<Said> {
  const name = textOf(dig(root, 'spec', 'ingressClassName'));
  if (name !== undefined) yield (t) => t.ofIngressClass(name);
  for (const tls of maps(dig(root, 'spec', 'tls'))) {
    const [hosts, secret] = [wordsIn(dig(tls, 'hosts')), textOf(dig(tls, 'secretName'))];
    if (secret !== undefined) yield (t) => t.certificate(hosts, secret);
  }
}

function* storage(root: Spot): Generator<Said> {
  const name = textOf(dig(root, 'spec', 'storageClassName'));
  if (name !== undefined) yield (t) => (name === '' ? t.noClass : t.ofClass(name));
  const volume = textOf(dig(root, 'spec', 'volumeName'));
  if (volume !== undefined) yield (t) => t.boundTo(volume);
}

function* reclaims(policy: string | undefined): Generator<Said> {
  if (policy === 'Retain' || policy === 'Delete') yield (t) => t.reclaims(policy);
}

function* volume(root: Spot): Generator<Said> {
  yield* storage(root);
  const policy = textOf(dig(root, 'spec', 'persistentVolumeReclaimPolicy'));
  // Of a node's own disk Kubernetes deletes nothing by itself.
  if (!dig(root, 'spec', 'local') && !dig(root, 'spec', 'hostPath')) yield* reclaims(policy);
  if (dig(root, 'spec', 'nodeAffinity')) yield (t) => t.volumeOnNodes;
}

function* storageClass(root: Spot): Generator<Said> {
  if (textOf(dig(root, 'metadata', 'annotations', 'storageclass.kubernetes.io/is-default-class')) === 'true')
    yield (t) => t.isDefault;
  if (textOf(dig(root, 'volumeBindingMode')) === 'WaitForFirstConsumer') yield (t) => t.waits;
  yield* reclaims(textOf(dig(root, 'reclaimPolicy')));
  if (plainValue(dig(root, 'allowVolumeExpansion')) === true) yield (t) => t.grows;
}

function* autoscaler(root: Spot): Generator<Said> {
  for (const way of ['up', 'down'] as const) {
    const rules = dig(root, 'spec', 'behavior', way === 'up' ? 'scaleUp' : 'scaleDown');
    if (textOf(dig(rules, 'selectPolicy')) === 'Disabled') {
      yield (t) => t.neverScales(way);
      continue;
    }
    const seconds = numberOf(dig(rules, 'stabilizationWindowSeconds'));
    if (seconds !== undefined && seconds > 0) yield (t) => t.scalesAfter(way, seconds);
    // Of several policies the one that changes most, or least, holds at a moment.
    const [policy, ...others] = maps(dig(rules, 'policies'));
    const [value, every] = ['value', 'periodSeconds'].map((name) => numberOf(dig(policy, name)));
    const unit = textOf(dig(policy, 'type')) === 'Percent' ? '%' : '';
    if (value !== undefined && every !== undefined && others.length === 0)
      yield (t) => t.scalesBy(way, `${value}${unit}`, every);
  }
}

/** Where the traffic that a policy allows comes from, or goes to. */
const peersOf = (rule: Spot, key: string): Said[] =>
  maps(dig(rule, key)).map((peer) => {
    const block = textOf(dig(peer, 'ipBlock', 'cidr'));
    const except = wordsIn(dig(peer, 'ipBlock', 'except'));
    if (block !== undefined) return (t) => t.addresses(block, except);
    const [pods, spaces] = ['podSelector', 'namespaceSelector'].map((name) =>
      fields(peer).some((one) => one.key === name) ? selectorIn(dig(peer, name)) : undefined,
    );
    return (t) => t.podsOf(pods, spaces);
  });

function* networkPolicy(root: Spot): Generator<Said> {
  const given = wordsIn(dig(root, 'spec', 'policyTypes')).map((type) => type.toLowerCase());
  for (const direction of ['ingress', 'egress'] as const) {
    const rules = maps(dig(root, 'spec', direction));
    const holds = given.length > 0 ? given.includes(direction) : direction === 'ingress' || rules.length > 0;
    if (!holds) continue;
    if (rules.length === 0) yield (t) => t.allowsNone(direction);
    for (const rule of rules) {
      const peers = peersOf(rule, direction === 'ingress' ? 'from' : 'to');
      const ports = maps(dig(rule, 'ports')).map((port) => {
        const [first, last] = ['port', 'endPort'].map((name) => shown(dig(port, name)));
        const numbers = first === undefined ? '' : ` ${first}${last === undefined ? '' : `-${last}`}`;
        return `${textOf(dig(port, 'protocol')) ?? 'TCP'}${numbers}`;
      });
      yield (t) =>
        t.allows(
          direction,
          peers.map((say) => say(t)),
          ports,
        );
    }
  }
}

function* role(root: Spot): Generator<Said> {
  for (const one of maps(dig(root, 'aggregationRule', 'clusterRoleSelectors'))) {
    const labels = selectorIn(one);
    yield (t) => t.gathers(labels);
  }
  for (const rule of maps(dig(root, 'rules'))) {
    const [resources, names] = [wordsIn(dig(rule, 'resources')), wordsIn(dig(rule, 'resourceNames'))];
    if (names.length > 0) yield (t) => t.onlyNamed(resources, names);
  }
}

function* limitRange(root: Spot): Generator<Said> {
  for (const one of maps(dig(root, 'spec', 'limits')))
    for (const part of ['defaultRequest', 'default', 'min', 'max'] as const) {
      const amounts = amountsIn(dig(one, part));
      if (amounts.length > 0) yield (t) => t.range(part, amounts);
    }
}

/** Kind -> what its values come to, besides those of its Pods. */
export const VALUES: ReadonlyMap<string, (root: Spot) => Iterable<Said>> = new Map([
  ['Deployment', updates],
  ['StatefulSet', statefulSet],
  ['Job', (root: Spot) => job(dig(root, 'spec'))],
  ['CronJob', cronJob],
  ['Service', service],
  ['Ingress', ingress],
  ['PersistentVolumeClaim', storage],
  ['PersistentVolume', volume],
  ['StorageClass', storageClass],
  ['HorizontalPodAutoscaler', autoscaler],
  ['NetworkPolicy', networkPolicy],
  ['Role', role],
  ['ClusterRole', role],
  ['LimitRange', limitRange],
]);
