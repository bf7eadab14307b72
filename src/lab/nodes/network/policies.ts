import { selects } from '../../engine/selectors.ts';
import type { Store } from '../../engine/store.ts';
import { NETWORK_POLICIES } from '../../kinds/cluster.ts';
import { NAMESPACES } from '../../kinds/core.ts';
import type { Labels, NetworkPolicy, Pod, PolicyPeer, PolicyPort } from '../../kinds/types.ts';

/** One end of a connection: a Pod, or an address that is none. */
export interface End {
  namespace?: string | undefined;
  labels?: Labels | undefined;
  address: string;
}

export interface Wanted {
  port: number;
  protocol: 'TCP' | 'UDP';
}

const numberOf = (address: string): number => address.split('.').reduce((sum, part) => sum * 256 + Number(part), 0);

/** Is an address in a range as `10.0.0.0/8`? */
function isInRange(address: string, cidr: string): boolean {
  const [base = '', bits = '32'] = cidr.split('/', 2);
  const size = 2 ** (32 - Number(bits));
  return Math.floor(numberOf(address) / size) === Math.floor(numberOf(base) / size);
}

function isPeer(
  store: Store,
  own: string | undefined,
  other: End,
  { podSelector, namespaceSelector, ipBlock }: PolicyPeer,
): boolean {
  if (ipBlock)
    return (
      isInRange(other.address, ipBlock.cidr) && !(ipBlock.except ?? []).some((one) => isInRange(other.address, one))
    );
  if (other.namespace === undefined) return false;
  if (namespaceSelector) {
    const labels = store.get(NAMESPACES, { name: other.namespace })?.metadata.labels;
    if (!selects(namespaceSelector, labels)) return false;
  } else if (other.namespace !== own) return false;
  return podSelector === undefined || selects(podSelector, other.labels);
}

/** Does a rule speak of this port of the Pod that is asked? A named port is that of its containers. */
function isPort({ port, protocol = 'TCP', endPort }: PolicyPort, wanted: Wanted, asked: Pod | undefined): boolean {
  if (protocol !== wanted.protocol) return false;
  if (port === undefined) return true;
  if (typeof port === 'number')
    return endPort === undefined ? port === wanted.port : wanted.port >= port && wanted.port <= endPort;
  return (asked?.spec.containers ?? []).some(({ ports = [] }) =>
    ports.some(({ name, containerPort }) => name === port && containerPort === wanted.port),
  );
}

const typesOf = ({ spec: { policyTypes, egress } }: NetworkPolicy): readonly string[] =>
  policyTypes ?? (egress ? ['Ingress', 'Egress'] : ['Ingress']);

/**
 * May a Pod be asked by, or ask, the other end? All is let through of a Pod that no policy chooses; else what one of those
 * that do lets through (kubernetes.io/docs/concepts/services-networking/network-policies).
 */
export function isLetThrough(
  store: Store,
  direction: 'Ingress' | 'Egress',
  pod: Pod,
  other: End,
  wanted: Wanted,
  asked: Pod | undefined,
): boolean {
  const own = pod.metadata.namespace;
  const policies = store
    .list(NETWORK_POLICIES, own)
    .filter((one) => typesOf(one).includes(direction) && selects(one.spec.podSelector ?? {}, pod.metadata.labels));
  if (policies.length === 0) return true;
  return policies.some(({ spec }) => {
    const rules =
      direction === 'Ingress'
        ? (spec.ingress ?? []).map(({ from, ports }) => ({ peers: from, ports }))
        : (spec.egress ?? []).map(({ to, ports }) => ({ peers: to, ports }));
    return rules.some(({ peers = [], ports = [] }) => {
      const isFrom = peers.length === 0 || peers.some((peer) => isPeer(store, own, other, peer));
      return isFrom && (ports.length === 0 || ports.some((port) => isPort(port, wanted, asked)));
    });
  });
}
