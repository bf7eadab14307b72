import type { Finding } from '../../finding.ts';
import { nearest } from '../../schema/misspelt.ts';
import { quotedWhere } from '../../schema/yaml.ts';
import { dig, fields, items, maps, type Spot, textOf } from '../../spot.ts';
import { near, related } from '../near.ts';
import { containersOf, type Rule, type Thing, together, unmeant } from '../rule.ts';
import { text } from './text.ts';

/** Where one object names another. */
export interface Reference {
  from: Thing;
  /** The kinds that it may be; one, but for what scales. */
  kind: string;
  at: Spot;
  name: string;
  /** The namespace in which it is sought; undefined: that of `from`. */
  namespace?: string | undefined;
  /** A key of the ConfigMap or Secret. */
  keys: readonly Spot[];
  /** It may be missing. */
  optional: boolean;
}

function reference(
  from: Thing,
  kind: string,
  at: Spot | undefined,
  keys: readonly (Spot | undefined)[] = [],
  optional: Spot | undefined = undefined,
): Reference[] {
  const name = textOf(at);
  if (at === undefined || name === undefined || name === '') return [];
  const isOptional = optional?.node.kind === 'scalar' && optional.node.value === true;
  return [{ from, kind, at, name, keys: keys.filter((key) => key !== undefined), optional: isOptional }];
}

const itemKeys = (source: Spot | undefined): Spot[] =>
  maps(dig(source, 'items')).flatMap((item) => dig(item, 'key') ?? []);

function ofPod(from: Thing): Reference[] {
  const spec = from.pod?.spec;
  const ofContainers = containersOf(from.pod).flatMap((container) => [
    ...maps(dig(container, 'env')).flatMap((env) => {
      const [map, secret] = [dig(env, 'valueFrom', 'configMapKeyRef'), dig(env, 'valueFrom', 'secretKeyRef')];
      return [
        ...reference(from, 'ConfigMap', dig(map, 'name'), [dig(map, 'key')], dig(map, 'optional')),
        ...reference(from, 'Secret', dig(secret, 'name'), [dig(secret, 'key')], dig(secret, 'optional')),
      ];
    }),
    ...maps(dig(container, 'envFrom')).flatMap((one) => [
      ...reference(from, 'ConfigMap', dig(one, 'configMapRef', 'name'), [], dig(one, 'configMapRef', 'optional')),
      ...reference(from, 'Secret', dig(one, 'secretRef', 'name'), [], dig(one, 'secretRef', 'optional')),
    ]),
  ]);
  const ofVolumes = maps(dig(spec, 'volumes')).flatMap((volume) => {
    const sources = [volume, ...maps(dig(volume, 'projected', 'sources'))];
    return sources.flatMap((one) => {
      const [map, secret] = [dig(one, 'configMap'), dig(one, 'secret')];
      return [
        ...reference(from, 'ConfigMap', dig(map, 'name'), itemKeys(map), dig(map, 'optional')),
        ...reference(
          from,
          'Secret',
          dig(secret, one === volume ? 'secretName' : 'name'),
          itemKeys(secret),
          dig(secret, 'optional'),
        ),
        ...reference(from, 'PersistentVolumeClaim', dig(one, 'persistentVolumeClaim', 'claimName')),
      ];
    });
  });
  return [
    ...ofContainers,
    ...ofVolumes,
    ...reference(from, 'ServiceAccount', dig(spec, 'serviceAccountName')),
    ...reference(from, 'PriorityClass', dig(spec, 'priorityClassName')),
    ...reference(from, 'RuntimeClass', dig(spec, 'runtimeClassName')),
    ...maps(dig(spec, 'imagePullSecrets')).flatMap((one) => reference(from, 'Secret', dig(one, 'name'))),
  ];
}

const backends = (root: Spot): Spot[] => {
  const paths = maps(dig(root, 'spec', 'rules')).flatMap((rule) => maps(dig(rule, 'http', 'paths')));
  return [
    ...paths.flatMap((path) => dig(path, 'backend') ?? []),
    ...[dig(root, 'spec', 'defaultBackend')].flatMap((one) => one ?? []),
  ];
};

function ofKind(from: Thing): Reference[] {
  const { kind, root } = from;
  switch (kind) {
    case 'StatefulSet':
      return [
        ...reference(from, 'Service', dig(root, 'spec', 'serviceName')),
        ...maps(dig(root, 'spec', 'volumeClaimTemplates')).flatMap((claim) =>
          reference(from, 'StorageClass', dig(claim, 'spec', 'storageClassName')),
        ),
      ];
    case 'Ingress':
      return [
        ...backends(root).flatMap((backend) => reference(from, 'Service', dig(backend, 'service', 'name'))),
        ...maps(dig(root, 'spec', 'tls')).flatMap((one) => reference(from, 'Secret', dig(one, 'secretName'))),
        ...reference(from, 'IngressClass', dig(root, 'spec', 'ingressClassName')),
      ];
    case 'HorizontalPodAutoscaler':
      return reference(
        from,
        textOf(dig(root, 'spec', 'scaleTargetRef', 'kind')) ?? '',
        dig(root, 'spec', 'scaleTargetRef', 'name'),
      );
    case 'PersistentVolumeClaim':
      return [
        ...reference(from, 'StorageClass', dig(root, 'spec', 'storageClassName')),
        ...reference(from, 'PersistentVolume', dig(root, 'spec', 'volumeName')),
      ];
    case 'PersistentVolume':
      return reference(from, 'StorageClass', dig(root, 'spec', 'storageClassName'));
    case 'RoleBinding':
    case 'ClusterRoleBinding': {
      const role = textOf(dig(root, 'roleRef', 'kind')) ?? '';
      const accounts = maps(dig(root, 'subjects')).filter((one) => textOf(dig(one, 'kind')) === 'ServiceAccount');
      return [
        ...reference(from, role, dig(root, 'roleRef', 'name')),
        ...accounts.flatMap((one) =>
          reference(from, 'ServiceAccount', dig(one, 'name')).map((found) => ({
            ...found,
            namespace: textOf(dig(one, 'namespace')),
          })),
        ),
      ];
    }
    default:
      return [];
  }
}

const isSought = ({ from, namespace }: Reference, thing: Thing): boolean =>
  namespace === undefined ? together(from, thing) : thing.namespace === undefined || thing.namespace === namespace;

/** The object of the file that was meant, where the name of none is this one. */
function meantBy(one: Reference, candidates: readonly Thing[], named: ReadonlySet<Thing>): Thing | undefined {
  const close = candidates.filter(({ name }) => name !== undefined && near(one.name, name));
  // What nothing names may be what a name that is somewhat alike stands for.
  const unused = candidates.filter(
    (thing) => !named.has(thing) && thing.name !== undefined && related(one.name, thing.name),
  );
  return close.find((thing) => !named.has(thing)) ?? close[0] ?? (unused.length === 1 ? unused[0] : undefined);
}

function* keysOf({ kind, keys, optional }: Reference, thing: Thing): Generator<Finding> {
  if (optional || keys.length === 0) return;
  const known = ['data', 'stringData', 'binaryData'].flatMap((part) =>
    fields(dig(thing.root, part)).map(({ key }) => key),
  );
  for (const at of keys) {
    const key = textOf(at);
    if (key === undefined || known.includes(key)) continue;
    const meant = nearest(key, known) ?? (known.length === 1 ? known[0] : undefined);
    yield unmeant(
      'unknown-key',
      at,
      text.both((t) => t.noKey(kind, thing.name ?? '', key, known)),
      meant === undefined ? null : `key: ${quotedWhere(meant)}`,
    );
  }
}

/** Objects of a kind that a name is compared with: a file with hundreds of them is no lesson. */
const MOST_COMPARED = 50;

/** What names another object of the file names it right. What the file does not have may be in the cluster. */
export const references: Rule = function* (things) {
  const all = things.flatMap((thing) => [...ofPod(thing), ...ofKind(thing)]);
  const byName = new Map<string, Thing[]>();
  const byKind = new Map<string, Thing[]>();
  const keep = (map: Map<string, Thing[]>, key: string, thing: Thing): void => {
    const known = map.get(key);
    if (known) known.push(thing);
    else map.set(key, [thing]);
  };
  for (const thing of things) {
    keep(byName, `${thing.kind} ${thing.name}`, thing);
    keep(byKind, thing.kind, thing);
  }
  const exact = (one: Reference): Thing | undefined =>
    byName.get(`${one.kind} ${one.name}`)?.find((thing) => isSought(one, thing));
  const named = new Set(all.flatMap((one) => exact(one) ?? []));
  for (const one of all) {
    const found = exact(one);
    if (found) yield* keysOf(one, found);
    const candidates = (byKind.get(one.kind) ?? []).slice(0, MOST_COMPARED).filter((thing) => isSought(one, thing));
    const meant = found || one.optional ? undefined : meantBy(one, candidates, named);
    if (meant?.name !== undefined) {
      const right = meant.name;
      yield unmeant(
        'unknown-reference',
        one.at,
        text.both((t) => t.notNamed(one.kind, one.name, right)),
        `${one.at.key}: ${quotedWhere(right)}`,
      );
    }
    yield* targetOf(one, found, byName);
  }
  yield* ports(things, byName);
  yield* subjects(things, byName);
};

const SCALED = ['Deployment', 'StatefulSet', 'ReplicaSet'];

/** What an autoscaler scales: of the kind that it says, and with the requests that it measures by. */
function* targetOf(
  { from, kind, name }: Reference,
  found: Thing | undefined,
  byName: ReadonlyMap<string, readonly Thing[]>,
): Generator<Finding> {
  if (from.kind !== 'HorizontalPodAutoscaler') return;
  const at = dig(from.root, 'spec', 'scaleTargetRef', 'kind');
  const other = found
    ? undefined
    : SCALED.find((one) => byName.get(`${one} ${name}`)?.some((thing) => together(from, thing)));
  if (at && other !== undefined && other !== kind)
    yield unmeant(
      'unknown-reference',
      at,
      text.both((t) => t.otherKind(name, other, kind)),
      `kind: ${other}`,
    );
  if (!found) return;
  for (const metric of maps(dig(from.root, 'spec', 'metrics'))) {
    const resource = dig(metric, 'resource', 'name');
    if (resource && textOf(dig(metric, 'resource', 'target', 'type')) === 'Utilization')
      yield* withRequest(resource, textOf(resource) ?? '', found);
  }
  const share = dig(from.root, 'spec', 'targetCPUUtilizationPercentage');
  if (share) yield* withRequest(share, 'cpu', found);
}

function* withRequest(at: Spot, resource: string, target: Thing): Generator<Finding> {
  const containers = maps(dig(target.pod?.spec, 'containers'));
  const asks = (one: Spot): boolean =>
    ['requests', 'limits'].some((part) => dig(one, 'resources', part, resource) !== undefined);
  if (containers.length > 0 && !containers.every(asks))
    yield unmeant(
      'missing-request',
      at,
      text.both((t) => t.needsRequest(resource, target.name ?? '')),
      text.both((t) => t.addRequest(resource)),
    );
}

/** The port of a Service that an Ingress leads to. */
function* ports(things: readonly Thing[], byName: ReadonlyMap<string, readonly Thing[]>): Generator<Finding> {
  for (const from of things) {
    if (from.kind !== 'Ingress') continue;
    for (const backend of backends(from.root)) {
      const name = textOf(dig(backend, 'service', 'name')) ?? '';
      const service = byName.get(`Service ${name}`)?.find((thing) => together(from, thing));
      const given = maps(dig(service?.root, 'spec', 'ports'));
      if (!service || given.length === 0) continue;
      for (const field of ['number', 'name'] as const) {
        const at = dig(backend, 'service', 'port', field);
        if (at?.node.kind !== 'scalar') continue;
        const value = at.node.value;
        const known = given.flatMap((port) => plainOf(dig(port, field === 'number' ? 'port' : 'name')));
        if (known.some((one) => one === value) || known.length === 0) continue;
        const meant = known.length === 1 ? known[0] : undefined;
        yield unmeant(
          'unknown-port',
          at,
          text.both((t) => t.noServicePort(name, String(value), known)),
          meant === undefined ? null : `${field}: ${meant}`,
        );
      }
    }
  }
}

const plainOf = (spot: Spot | undefined): (string | number)[] => {
  const value = spot?.node.kind === 'scalar' ? spot.node.value : undefined;
  return typeof value === 'string' || typeof value === 'number' ? [value] : [];
};

/** The namespace of a service account that a binding names. */
function* subjects(things: readonly Thing[], byName: ReadonlyMap<string, readonly Thing[]>): Generator<Finding> {
  for (const { kind, root } of things) {
    if (kind !== 'RoleBinding' && kind !== 'ClusterRoleBinding') continue;
    for (const subject of items(dig(root, 'subjects'))) {
      const at = dig(subject, 'namespace');
      const namespace = textOf(at);
      const name = textOf(dig(subject, 'name')) ?? '';
      const accounts = byName.get(`ServiceAccount ${name}`) ?? [];
      const [account] = accounts;
      if (
        textOf(dig(subject, 'kind')) !== 'ServiceAccount' ||
        !at ||
        namespace === undefined ||
        account?.namespace === undefined
      )
        continue;
      if (accounts.some((one) => one.namespace === undefined || one.namespace === namespace)) continue;
      const right = account.namespace;
      yield unmeant(
        'other-namespace',
        at,
        text.both((t) => t.subjectNamespace(name, namespace, right)),
        `namespace: ${right}`,
      );
    }
  }
}
