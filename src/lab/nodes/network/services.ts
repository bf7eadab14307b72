import type { Lab } from '../../engine/lab.ts';
import { PODS, SERVICES } from '../../kinds/core.ts';
import type { Pod, Service, ServicePort } from '../../kinds/types.ts';
import { slicesOf } from './names.ts';

/** A Pod's port that stands behind a Service's. */
export interface Backend {
  address: string;
  port: number;
}

interface Sticky {
  address: string;
  until: number;
}

/** Routes as kube-proxy does: to any endpoint that is ready, or to the one that a client had before. */
export function createProxy({ store, clock, random }: Lab) {
  const sticky = new Map<string, Sticky>();

  function backendsOf(service: Service, wanted: ServicePort): Backend[] {
    const found: { backend: Backend; isReady: boolean }[] = [];
    for (const { endpoints, ports = [] } of slicesOf(store, service)) {
      const port = ports.find(({ name }) => (name ?? '') === (wanted.name ?? ''))?.port;
      if (port === undefined) continue;
      for (const { addresses, conditions } of endpoints) {
        const isReady = conditions?.ready !== false;
        const [address] = addresses;
        // Those that are going still serve where no others do.
        const isServing = isReady || (conditions?.serving === true && conditions.terminating === true);
        if (isServing && address !== undefined) found.push({ backend: { address, port }, isReady });
      }
    }
    const ready = found.filter(({ isReady }) => isReady);
    return (ready.length > 0 ? ready : found).map(({ backend }) => backend);
  }
  function choose(service: Service, backends: readonly Backend[], client: string): Backend | undefined {
    const any = backends[Math.floor(random() * backends.length)];
    if (service.spec.sessionAffinity !== 'ClientIP' || any === undefined) return any;
    const id = `${service.metadata.uid} ${client} ${any.port}`;
    const before = sticky.get(id);
    const same = before && before.until > clock.now() && backends.find(({ address }) => address === before.address);
    const chosen = same || any;
    const { timeoutSeconds = 10_800 } = service.spec.sessionAffinityConfig?.clientIP ?? {};
    if (sticky.size > 10_000) sticky.clear();
    sticky.set(id, { address: chosen.address, until: clock.now() + timeoutSeconds * 1000 });
    return chosen;
  }
  const isAt = ({ spec, status }: Service, address: string): boolean =>
    spec.clusterIP === address ||
    (spec.externalIPs ?? []).includes(address) ||
    (status.loadBalancer?.ingress ?? []).some(({ ip }) => ip === address);

  return {
    /** Where a connection to this address goes; `none` where the Service has no endpoint, undefined where it is no Service's. */
    route(address: string, port: number, client: string): Backend | 'none' | 'no port' | undefined {
      const service = store.list(SERVICES).find((one) => isAt(one, address));
      if (service === undefined) return undefined;
      const wanted = service.spec.ports?.find((one) => one.port === port);
      if (wanted === undefined) return 'no port';
      return choose(service, backendsOf(service, wanted), client) ?? 'none';
    },
    /** The same for a port of every node. */
    routeOfNode(port: number, client: string): Backend | 'none' | undefined {
      for (const service of store.list(SERVICES)) {
        const wanted = service.spec.ports?.find(({ nodePort }) => nodePort === port);
        if (wanted) return choose(service, backendsOf(service, wanted), client) ?? 'none';
      }
      return undefined;
    },
    /** The Pod that took a port of this node for itself. */
    hostPort(node: string, port: number): { pod: Pod; port: number } | undefined {
      for (const pod of store.list(PODS)) {
        if (pod.spec.nodeName !== node || pod.metadata.deletionTimestamp !== undefined) continue;
        for (const { ports = [] } of pod.spec.containers)
          for (const { hostPort, containerPort } of ports) if (hostPort === port) return { pod, port: containerPort };
      }
      return undefined;
    },
  };
}
