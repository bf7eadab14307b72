import type { Finding } from '../../finding.ts';
import { dig, items, maps, type Spot, textOf } from '../../spot.ts';
import { type Thing, together, unmeant } from '../rule.ts';
import { backends, type Reference } from './collect.ts';
import { text } from './text.ts';

const SCALED = ['Deployment', 'StatefulSet', 'ReplicaSet'];

/** What an autoscaler scales: of the kind that it says, and with the requests that it measures by. */
export function* targetOf(
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
export function* ports(things: readonly Thing[], byName: ReadonlyMap<string, readonly Thing[]>): Generator<Finding> {
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
export function* subjects(things: readonly Thing[], byName: ReadonlyMap<string, readonly Thing[]>): Generator<Finding> {
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
