import { truncate } from '../../../language/truncate.ts';
import { dig, fields, maps, numberOf, plainValue, type Spot, textOf } from '../../spot.ts';
import { amountsIn, labelsIn, shown, specOf, wordsIn } from '../facts.ts';
import type { MountFacts, ProbeFacts, ValuesText } from './text.ts';

const PROBES = ['startupProbe', 'livenessProbe', 'readinessProbe'] as const;
/** Containers of which is told what each may use and how it is looked at. */
const MOST_CONTAINERS = 2;
/** Letters of a command that are repeated. */
const LONGEST_COMMAND = 60;
/** Kubernetes' own, where nothing is said. */
const GRACE = 30;

function probeOf(probe: Spot): ProbeFacts {
  const [path, port] = [shown(dig(probe, 'httpGet', 'path')), shown(dig(probe, 'httpGet', 'port'))];
  const every = numberOf(dig(probe, 'periodSeconds')) ?? 10;
  if (dig(probe, 'httpGet')) return { every, how: 'http', asked: `${path ?? '/'}`, port };
  if (dig(probe, 'tcpSocket')) return { every, how: 'port', asked: shown(dig(probe, 'tcpSocket', 'port')) ?? '', port };
  if (dig(probe, 'grpc')) return { every, how: 'grpc', asked: shown(dig(probe, 'grpc', 'port')) ?? '', port };
  return {
    every,
    how: 'command',
    asked: truncate(wordsIn(dig(probe, 'exec', 'command')).join(' '), LONGEST_COMMAND),
    port,
  };
}

/** What a volume is of; undefined for a kind that is not told. */
function sourceOf(volume: Spot): Pick<MountFacts, 'kind' | 'of'> | undefined {
  const name = (...keys: readonly string[]): string => textOf(dig(volume, ...keys)) ?? '';
  if (dig(volume, 'persistentVolumeClaim')) return { kind: 'claim', of: name('persistentVolumeClaim', 'claimName') };
  if (dig(volume, 'configMap')) return { kind: 'configMap', of: name('configMap', 'name') };
  if (dig(volume, 'secret')) return { kind: 'secret', of: name('secret', 'secretName') };
  if (dig(volume, 'hostPath')) return { kind: 'hostPath', of: name('hostPath', 'path') };
  if (dig(volume, 'nfs')) return { kind: 'nfs', of: `${name('nfs', 'server')}:${name('nfs', 'path')}` };
  if (dig(volume, 'downwardAPI')) return { kind: 'downward', of: '' };
  if (dig(volume, 'ephemeral')) return { kind: 'ephemeral', of: '' };
  const sources = maps(dig(volume, 'projected', 'sources')).flatMap((one) => fields(one).slice(0, 1));
  if (sources.length > 0) return { kind: 'projected', of: sources.map(({ key }) => key).join(' ') };
  const isEmpty = fields(volume).some(({ key }) => key === 'emptyDir');
  return isEmpty ? { kind: 'emptyDir', of: shown(dig(volume, 'emptyDir', 'sizeLimit')) ?? '' } : undefined;
}

function mountsOf(spec: Spot | undefined, containers: readonly Spot[], templates: readonly string[]): MountFacts[] {
  const volumes = new Map(maps(dig(spec, 'volumes')).map((one) => [textOf(dig(one, 'name')) ?? '', one]));
  const seen = new Set<string>();
  return containers
    .flatMap((one) => maps(dig(one, 'volumeMounts')))
    .flatMap((mount): MountFacts[] => {
      const path = textOf(dig(mount, 'mountPath')) ?? '';
      const name = textOf(dig(mount, 'name')) ?? '';
      const volume = volumes.get(name);
      const source = volume
        ? sourceOf(volume)
        : templates.includes(name)
          ? ({ kind: 'own', of: '' } as const)
          : undefined;
      const key = `${path}\n${name}`;
      if (source === undefined || path === '' || seen.has(key)) return [];
      seen.add(key);
      return [{ path, ...source, isReadOnly: plainValue(dig(mount, 'readOnly')) === true }];
    });
}

/** Where a Pod may be placed, and what it may be placed beside. */
function* placing(spec: Spot | undefined, t: ValuesText): Generator<string> {
  const node = textOf(dig(spec, 'nodeName'));
  if (node !== undefined) yield t.onNode(node);
  const labels = labelsIn(dig(spec, 'nodeSelector'));
  if (labels !== '') yield t.onNodes(labels);
  const affinity = dig(spec, 'affinity');
  const rules = (kind: string): { isMust: boolean; has: boolean } => ({
    isMust: dig(affinity, kind, 'requiredDuringSchedulingIgnoredDuringExecution') !== undefined,
    has: dig(affinity, kind) !== undefined,
  });
  const [toNodes, toPods, fromPods] = ['nodeAffinity', 'podAffinity', 'podAntiAffinity'].map(rules);
  if (toNodes?.has) yield t.nodeAffinity(toNodes.isMust);
  if (toPods?.has) yield t.podAffinity(toPods.isMust);
  if (fromPods?.has) yield t.podAntiAffinity(fromPods.isMust);
  const [spread] = maps(dig(spec, 'topologySpreadConstraints'));
  if (spread) yield t.spread(shown(dig(spread, 'topologyKey')) ?? '', numberOf(dig(spread, 'maxSkew')) ?? 1);
  const taints = maps(dig(spec, 'tolerations')).map((one) => {
    const [key, value, effect] = ['key', 'value', 'effect'].map((name) => shown(dig(one, name)));
    return `${key ?? '*'}${value === undefined ? '' : `=${value}`}${effect === undefined ? '' : `:${effect}`}`;
  });
  if (taints.length > 0) yield t.tolerates(taints);
}

function* variables(container: Spot, t: ValuesText): Generator<string> {
  for (const source of maps(dig(container, 'envFrom'))) {
    const [map, secret] = ['configMapRef', 'secretRef'].map((key) => textOf(dig(source, key, 'name')));
    if (map !== undefined) yield t.allVariables('configMap', map);
    if (secret !== undefined) yield t.allVariables('secret', secret);
  }
  const all = maps(dig(container, 'env')).flatMap((one) => {
    const name = textOf(dig(one, 'name'));
    const from = dig(one, 'valueFrom');
    const [map, secret] = ['configMapKeyRef', 'secretKeyRef'].map((key) => textOf(dig(from, key, 'name')));
    return name === undefined ? [] : [{ name, map, secret, isOwn: from === undefined }];
  });
  // Names alone: a value may be a password.
  const own = all.filter(({ isOwn }) => isOwn).map(({ name }) => name);
  if (own.length > 0) yield t.ownVariables(own);
  for (const kind of ['map', 'secret'] as const)
    for (const [of, list] of Map.groupBy(all, (one) => one[kind]))
      if (of !== undefined)
        yield t.variables(
          list.map(({ name }) => name),
          kind === 'map' ? 'configMap' : 'secret',
          of,
        );
}

function* resources(container: Spot, t: ValuesText, name: string | undefined): Generator<string> {
  const [requests, limits] = ['requests', 'limits'].map((key) => amountsIn(dig(container, 'resources', key)));
  if (requests?.length || limits?.length) yield t.resources(name, requests ?? [], limits ?? []);
}

function* looks(container: Spot, t: ValuesText, name: string): Generator<string> {
  for (const kind of PROBES) {
    const probe = dig(container, kind);
    if (probe) yield t.probe(name, kind, probeOf(probe));
  }
}

function* rights(spec: Spot | undefined, containers: readonly Spot[], t: ValuesText): Generator<string> {
  const contexts = [dig(spec, 'securityContext'), ...containers.map((one) => dig(one, 'securityContext'))];
  const given = (key: string): Spot | undefined =>
    contexts.map((one) => dig(one, key)).find((one) => one !== undefined);
  const user = numberOf(given('runAsUser'));
  if (user !== undefined) yield t.runsAs(user);
  else if (plainValue(given('runAsNonRoot')) === true) yield t.noRoot;
  if (plainValue(given('readOnlyRootFilesystem')) === true) yield t.readOnlyFiles;
  if (plainValue(given('privileged')) === true) yield t.privileged;
  const account = textOf(dig(spec, 'serviceAccountName'));
  if (account !== undefined && account !== 'default') yield t.account(account);
}

function* surroundings(spec: Spot | undefined, t: ValuesText): Generator<string> {
  for (const one of maps(dig(spec, 'hostAliases')))
    yield t.hosts(wordsIn(dig(one, 'hostnames')), textOf(dig(one, 'ip')) ?? '');
  if (textOf(dig(spec, 'dnsPolicy')) === 'None') yield t.ownDns(wordsIn(dig(spec, 'dnsConfig', 'nameservers')));
  if (plainValue(dig(spec, 'hostNetwork')) === true) yield t.nodeNetwork;
  const seconds = numberOf(dig(spec, 'terminationGracePeriodSeconds'));
  if (seconds !== undefined && seconds !== GRACE) yield t.grace(seconds);
  const priority = textOf(dig(spec, 'priorityClassName'));
  if (priority !== undefined) yield t.priority(priority);
}

/** What the values of a Pod, or of a template of Pods, come to, the most telling first. */
export function* podValues(kind: string, root: Spot, t: ValuesText): Generator<string> {
  const spec = specOf(kind, root);
  const containers = maps(dig(spec, 'containers'));
  const restarts = textOf(dig(spec, 'restartPolicy'));
  if (kind === 'Pod' && (restarts === 'Never' || restarts === 'OnFailure')) yield t.restarts(restarts);
  const told = containers.slice(0, MOST_CONTAINERS);
  const nameOf = (one: Spot): string => (containers.length > 1 ? (textOf(dig(one, 'name')) ?? '') : '');
  const templates = maps(dig(root, 'spec', 'volumeClaimTemplates')).map(
    (one) => textOf(dig(one, 'metadata', 'name')) ?? '',
  );
  for (const one of told) yield* looks(one, t, nameOf(one));
  for (const mount of mountsOf(spec, containers, templates)) yield t.mount(mount);
  for (const one of containers) yield* variables(one, t);
  for (const one of told) yield* resources(one, t, nameOf(one));
  if (spec) yield* resources(spec, t, undefined);
  yield* placing(spec, t);
  yield* rights(spec, containers, t);
  yield* surroundings(spec, t);
}
