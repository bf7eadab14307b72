/** Addresses and ports of Services (kubernetes/pkg/registry/core/service: alloc.go, ipallocator, portallocator). */
import type { Admission } from '../../engine/admission.ts';
import { type Cause, invalid, invalidCause } from '../../engine/errors.ts';
import type { Lab } from '../../engine/lab.ts';
import { SERVICES } from '../../kinds/core.ts';
import type { Service } from '../../kinds/types.ts';
import { isService } from './kinds.ts';

const SERVICE_RANGE = '10.96.0.0/16';
const NODE_PORTS = { first: 30_000, last: 32_767 } as const;

const inRange = (ip: string): boolean => /^10\.96\.\d{1,3}\.\d{1,3}$/.test(ip) && ip !== '10.96.0.0';

interface Taken {
  addresses: Set<string>;
  ports: Set<number>;
}

function takenBy({ store }: Lab, but: Service): Taken {
  const others = store
    .list(SERVICES)
    .filter(({ metadata }) => metadata.name !== but.metadata.name || metadata.namespace !== but.metadata.namespace);
  return {
    addresses: new Set(others.flatMap(({ spec }) => spec.clusterIP ?? [])),
    ports: new Set(others.flatMap(({ spec }) => (spec.ports ?? []).flatMap(({ nodePort }) => nodePort ?? []))),
  };
}

function freeAddress(taken: ReadonlySet<string>, random: () => number): string {
  for (;;) {
    const ip = `10.96.${Math.floor(random() * 256)}.${1 + Math.floor(random() * 254)}`;
    if (!taken.has(ip)) return ip;
  }
}

function freePort(taken: ReadonlySet<number>, random: () => number): number | undefined {
  const size = NODE_PORTS.last - NODE_PORTS.first + 1;
  const begin = Math.floor(random() * size);
  for (let i = 0; i < size; i++) {
    const port = NODE_PORTS.first + ((begin + i) % size);
    if (!taken.has(port)) return port;
  }
  return undefined;
}

const isOfCluster = ({ spec }: Service): boolean => spec.type !== 'ExternalName';
const hasNodePorts = ({ spec }: Service): boolean =>
  spec.type === 'NodePort' || (spec.type === 'LoadBalancer' && spec.allocateLoadBalancerNodePorts !== false);

function allocateAddress(
  service: Service,
  before: Service | undefined,
  { addresses }: Taken,
  random: () => number,
): Cause[] {
  const { spec } = service;
  if (!isOfCluster(service)) {
    delete spec.clusterIP;
    delete spec.clusterIPs;
    return [];
  }
  const old = before?.spec.clusterIP;
  const asked = spec.clusterIP || spec.clusterIPs?.[0] || old;
  const ip = asked || freeAddress(addresses, random);
  spec.clusterIP = ip;
  spec.clusterIPs = [ip];
  if (old !== undefined && ip !== old) return [invalidCause('spec.clusterIPs[0]', [ip], 'may not change once set')];
  if (ip === 'None' || ip === old) return [];
  const field = 'spec.clusterIPs';
  if (!inRange(ip))
    return [
      invalidCause(
        field,
        [ip],
        `failed to allocate IP ${ip}: the provided IP (${ip}) is not in the valid range. The range of valid IPs is ${SERVICE_RANGE}`,
      ),
    ];
  if (addresses.has(ip))
    return [invalidCause(field, [ip], `failed to allocate IP ${ip}: provided IP is already allocated`)];
  return [];
}

function* allocatePorts(
  service: Service,
  before: Service | undefined,
  { ports }: Taken,
  random: () => number,
): Iterable<Cause> {
  const all = service.spec.ports ?? [];
  if (!hasNodePorts(service)) {
    // What was allocated for another type is given back.
    if (before && hasNodePorts(before)) for (const port of all) delete port.nodePort;
    return;
  }
  const own = new Set<string>();
  for (const [i, port] of all.entries()) {
    const { protocol = 'TCP' } = port;
    const old = before?.spec.ports?.find((one) => one.port === port.port && (one.protocol ?? 'TCP') === protocol);
    port.nodePort ||= old?.nodePort ?? freePort(ports, random) ?? 0;
    const { nodePort } = port;
    const field = `spec.ports[${i}].nodePort`;
    if (nodePort < NODE_PORTS.first || nodePort > NODE_PORTS.last)
      yield invalidCause(
        field,
        nodePort,
        `provided port is not in the valid range. The range of valid ports is ${NODE_PORTS.first}-${NODE_PORTS.last}`,
      );
    else if (ports.has(nodePort) && nodePort !== old?.nodePort)
      yield invalidCause(field, nodePort, 'provided port is already allocated');
    else if (own.has(`${nodePort} ${protocol}`))
      yield invalidCause(field, nodePort, 'provided port is already allocated');
    own.add(`${nodePort} ${protocol}`);
    ports.add(nodePort);
  }
}

/** Gives a Service its address and its ports on nodes. */
export const serviceAllocation: Admission = {
  admit(lab, row, draft, before) {
    if (!isService(row, draft)) return;
    const old = before && isService(row, before) ? before : undefined;
    const taken = takenBy(lab, draft);
    const causes = [...allocateAddress(draft, old, taken, lab.random), ...allocatePorts(draft, old, taken, lab.random)];
    if (causes.length > 0) throw invalid(row, draft.metadata.name, causes);
  },
};
