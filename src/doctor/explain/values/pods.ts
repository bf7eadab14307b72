import { truncate } from '../../../language/truncate.ts';
import { dig, fields, maps, numberOf, plainValue, type Spot, textOf, wordsIn } from '../../spot.ts';
import { amountsIn, labelsIn, shown, specOf } from '../facts.ts';
import type { MountFacts, ProbeFacts, Said } from './text.ts';

const PROBES = ['startupProbe', 'livenessProbe', 'readinessProbe'] as const;
/** Containers of which is told what each may use and how it is looked at. */
const MOST_CONTAINERS = 2;
/** Letters of a command that are repeated. */
const LONGEST_COMMAND = 60;
/** What holds where a manifest says nothing (Kubernetes' API reference, Probe and PodSpec). */
const DEFAULTS = { period: 10, failures: 3, grace: 30 } as const;

/** How a container is looked at; undefined where a probe does not say. */
function probeOf(probe: Spot): ProbeFacts | undefined {
  const many = {
    every: numberOf(dig(probe, 'periodSeconds')) ?? DEFAULTS.period,
    failures: numberOf(dig(probe, 'failureThreshold')) ?? DEFAULTS.failures,
  };
  const [http, port, grpc] = ['httpGet', 'tcpSocket', 'grpc'].map((key) => dig(probe, key));
  if (http) return { ...many, how: 'http', asked: shown(dig(http, 'path')) ?? '/', port: shown(dig(http, 'port')) };
  if (port) return { ...many, how: 'port', asked: shown(dig(port, 'port')) ?? '' };
  if (grpc) return { ...many, how: 'grpc', asked: shown(dig(grpc, 'port')) ?? '' };
  const command = wordsIn(dig(probe, 'exec', 'command')).join(' ');
  return command === '' ? undefined : { ...many, how: 'command', asked: truncate(command, LONGEST_COMMAND) };
}

/** What a volume is of; undefined for a kind that is not told. */
function sourceOf(volume: Spot): Pick<MountFacts, 'kind' | 'of'> | undefined {
  const name = (...keys: readonly string[]): string => textOf(dig(volume, ...keys)) ?? '';
  const has = (key: string): boolean => fields(volume).some((one) => one.key === key);
  if (has('persistentVolumeClaim')) return { kind: 'claim', of: [name('persistentVolumeClaim', 'claimName')] };
  if (has('configMap')) return { kind: 'configMap', of: [name('configMap', 'name')] };
  if (has('secret')) return { kind: 'secret', of: [name('secret', 'secretName')] };
  if (has('hostPath')) return { kind: 'hostPath', of: [name('hostPath', 'path')] };
  if (has('nfs')) return { kind: 'nfs', of: [`${name('nfs', 'server')}:${name('nfs', 'path')}`] };
  if (has('downwardAPI')) return { kind: 'downward', of: [] };
  if (has('ephemeral')) return { kind: 'ephemeral', of: [] };
  const sources = maps(dig(volume, 'projected', 'sources')).flatMap((one) => fields(one).slice(0, 1));
  if (sources.length > 0) return { kind: 'projected', of: Array.from(new Set(sources.map(({ key }) => key))) };
  const limit = shown(dig(volume, 'emptyDir', 'sizeLimit'));
  return has('emptyDir') ? { kind: 'emptyDir', of: limit === undefined ? [] : [limit] } : undefined;
}

/** `own`: names of the volumes that each Pod of a StatefulSet has for itself. */
function mountsOf(spec: Spot | undefined, containers: readonly Spot[], own: readonly string[]): MountFacts[] {
  const volumes = new Map(maps(dig(spec, 'volumes')).map((one) => [textOf(dig(one, 'name')) ?? '', one]));
  return containers
    .flatMap((one) => maps(dig(one, 'volumeMounts')))
    .flatMap((mount): MountFacts[] => {
      const path = textOf(dig(mount, 'mountPath')) ?? '';
      const name = textOf(dig(mount, 'name')) ?? '';
      const volume = volumes.get(name);
      const ofItsOwn = own.includes(name) ? ({ kind: 'own', of: [] } as const) : undefined;
      const source = volume ? sourceOf(volume) : ofItsOwn;
      if (source === undefined || path === '') return [];
      return [{ path, ...source, isReadOnly: plainValue(dig(mount, 'readOnly')) === true }];
    });
}

/** Where a Pod may be placed, and what it may be placed beside. */
function* placing(spec: Spot | undefined): Generator<Said> {
  const node = textOf(dig(spec, 'nodeName'));
  if (node !== undefined) yield (t) => t.onNode(node);
  const labels = labelsIn(dig(spec, 'nodeSelector'));
  if (labels !== '') yield (t) => t.onNodes(labels);
  const affinity = dig(spec, 'affinity');
  for (const kind of ['nodeAffinity', 'podAffinity', 'podAntiAffinity'] as const) {
    const isMust = dig(affinity, kind, 'requiredDuringSchedulingIgnoredDuringExecution') !== undefined;
    if (dig(affinity, kind)) yield (t) => t[kind](isMust);
  }
  for (const spread of maps(dig(spec, 'topologySpreadConstraints'))) {
    const key = shown(dig(spread, 'topologyKey'));
    const most = numberOf(dig(spread, 'maxSkew'));
    const isMust = textOf(dig(spread, 'whenUnsatisfiable')) !== 'ScheduleAnyway';
    if (key !== undefined && most !== undefined) yield (t) => t.spread(key, most, isMust);
  }
  const taints = maps(dig(spec, 'tolerations')).map((one) => {
    const [key, value, effect] = ['key', 'value', 'effect'].map((name) => shown(dig(one, name)));
    return `${key ?? '*'}${value === undefined ? '' : `=${value}`}${effect === undefined ? '' : `:${effect}`}`;
  });
  if (taints.length > 0) yield (t) => t.tolerates(taints);
}

function* variables(container: Spot): Generator<Said> {
  for (const source of maps(dig(container, 'envFrom')))
    for (const kind of ['configMap', 'secret'] as const) {
      const name = textOf(dig(source, `${kind}Ref`, 'name'));
      if (name !== undefined) yield (t) => t.allVariables(kind, name);
    }
  const all = maps(dig(container, 'env')).flatMap((one) => {
    const name = textOf(dig(one, 'name'));
    const from = dig(one, 'valueFrom');
    const [configMap, secret] = ['configMapKeyRef', 'secretKeyRef'].map((key) => textOf(dig(from, key, 'name')));
    return name === undefined ? [] : [{ name, configMap, secret, isOwn: from === undefined }];
  });
  // Names alone: a value may be a password.
  const own = all.filter(({ isOwn }) => isOwn).map(({ name }) => name);
  if (own.length > 0) yield (t) => t.ownVariables(own);
  for (const kind of ['configMap', 'secret'] as const)
    for (const [of, list] of Map.groupBy(all, (one) => one[kind])) {
      const names = list.map(({ name }) => name);
      if (of !== undefined) yield (t) => t.variables(names, kind, of);
    }
}

/** `of`: a container's name, '' where a Pod has but one, undefined for the Pod as a whole. */
function* resources(spot: Spot, of: string | undefined): Generator<Said> {
  const [requests = [], limits = []] = ['requests', 'limits'].map((key) => amountsIn(dig(spot, 'resources', key)));
  if (requests.length > 0 || limits.length > 0) yield (t) => t.resources(of, requests, limits);
}

/** `restarts`: a container that fails is started again. */
function* looks(container: Spot, of: string, restarts: boolean): Generator<Said> {
  for (const kind of PROBES) {
    const spot = dig(container, kind);
    const probe = spot && probeOf(spot);
    if (probe) yield (t) => t.probe(of, kind, probe, restarts);
  }
}

/** What all containers have; a container's own word goes before its Pod's. */
function* rights(spec: Spot | undefined, containers: readonly Spot[]): Generator<Said> {
  const given = (key: string): (Spot | undefined)[] =>
    containers.map((one) => dig(one, 'securityContext', key) ?? dig(spec, 'securityContext', key));
  const every = (key: string): boolean => containers.length > 0 && given(key).every((one) => plainValue(one) === true);
  const [user, ...others] = new Set(given('runAsUser').map(numberOf));
  if (user !== undefined && others.length === 0) yield (t) => t.runsAs(user);
  else if (every('runAsNonRoot')) yield (t) => t.noRoot;
  if (every('readOnlyRootFilesystem')) yield (t) => t.readOnlyFiles;
  const privileged = containers.filter((one) => plainValue(dig(one, 'securityContext', 'privileged')) === true);
  const names = containers.length > 1 ? privileged.flatMap((one) => textOf(dig(one, 'name')) ?? []) : [];
  if (privileged.length > 0) yield (t) => t.privileged(names);
  const account = textOf(dig(spec, 'serviceAccountName'));
  if (account !== undefined && account !== 'default') yield (t) => t.account(account);
}

function* surroundings(spec: Spot | undefined): Generator<Said> {
  for (const one of maps(dig(spec, 'hostAliases'))) {
    const [names, ip] = [wordsIn(dig(one, 'hostnames')), textOf(dig(one, 'ip'))];
    if (ip !== undefined && names.length > 0) yield (t) => t.hosts(names, ip);
  }
  const servers = wordsIn(dig(spec, 'dnsConfig', 'nameservers'));
  if (textOf(dig(spec, 'dnsPolicy')) === 'None') yield (t) => t.ownDns(servers);
  if (plainValue(dig(spec, 'hostNetwork')) === true) yield (t) => t.nodeNetwork;
  const seconds = numberOf(dig(spec, 'terminationGracePeriodSeconds'));
  if (seconds !== undefined && seconds !== DEFAULTS.grace) yield (t) => t.grace(seconds);
  const priority = textOf(dig(spec, 'priorityClassName'));
  if (priority !== undefined) yield (t) => t.priority(priority);
}

/** What the values of a Pod, or of a template of Pods, come to, the most telling first. */
export function* podValues(kind: string, root: Spot): Generator<Said> {
  const spec = specOf(kind, root);
  const containers = maps(dig(spec, 'containers'));
  const policy = textOf(dig(spec, 'restartPolicy'));
  if (kind === 'Pod' && (policy === 'Never' || policy === 'OnFailure')) yield (t) => t.restarts(policy);
  const told = containers
    .slice(0, MOST_CONTAINERS)
    .map((one) => ({ one, of: containers.length > 1 ? (textOf(dig(one, 'name')) ?? '') : '' }));
  const own = maps(dig(root, 'spec', 'volumeClaimTemplates')).map((one) => textOf(dig(one, 'metadata', 'name')) ?? '');
  for (const { one, of } of told) yield* looks(one, of, policy !== 'Never');
  yield* rights(spec, containers);
  for (const { one, of } of told) yield* resources(one, of);
  if (spec) yield* resources(spec, undefined);
  for (const one of containers) yield* variables(one);
  for (const mount of mountsOf(spec, containers, own)) yield (t) => t.mount(mount);
  yield* placing(spec);
  yield* surroundings(spec);
}
