import type { Thing } from '../../engine/object.ts';
import type { Column } from '../row.ts';
import type { EndpointSlice, Endpoints, Ingress, NetworkPolicy, Service } from '../types.ts';
import { fewOf, labelWords, selectorWords } from './words.ts';

const addressesOf = (balancer: { ingress?: { ip?: string; hostname?: string }[] } | undefined): string[] =>
  (balancer?.ingress ?? [])
    .map(({ ip, hostname }) => ip || hostname || '')
    .filter((one) => one !== '')
    .toSorted();

function externalAddress({ spec, status }: Service): string {
  const given = spec.externalIPs ?? [];
  switch (spec.type) {
    case undefined:
    case 'ClusterIP':
    case 'NodePort':
      return given.join(',') || '<none>';
    case 'LoadBalancer':
      return [...addressesOf(status?.loadBalancer), ...given].join(',') || '<pending>';
    case 'ExternalName':
      return spec.externalName ?? '';
    default:
      spec.type satisfies never;
      return '<unknown>';
  }
}

const portsOf = ({ spec }: Service): string =>
  (spec.ports ?? [])
    .map(({ port, nodePort, protocol = 'TCP' }) =>
      nodePort === undefined || nodePort === 0 ? `${port}/${protocol}` : `${port}:${nodePort}/${protocol}`,
    )
    .join(',') || '<none>';

export const SERVICE_COLUMNS: readonly Column<Service>[] = [
  { name: 'Type', cell: ({ spec }) => spec.type ?? 'ClusterIP' },
  { name: 'Cluster-IP', cell: ({ spec }) => spec.clusterIPs?.[0] || spec.clusterIP || '<none>' },
  { name: 'External-IP', cell: externalAddress },
  { name: 'Port(s)', cell: portsOf },
  { name: 'Selector', priority: 1, cell: ({ spec }) => labelWords(spec.selector) },
];

/** Addresses, ports or hosts that are told; of others, how many there are. */
const TOLD = 3;

function endpointsOf({ subsets = [] }: Endpoints): string {
  if (subsets.length === 0) return '<none>';
  const all = subsets.flatMap(({ addresses = [], ports = [] }) =>
    ports.length === 0
      ? addresses.map(({ ip }) => ip)
      : ports.flatMap(({ port }) => addresses.map(({ ip }) => `${ip}:${port}`)),
  );
  return fewOf(all, TOLD);
}
export const ENDPOINTS_COLUMNS: readonly Column<Endpoints>[] = [{ name: 'Endpoints', cell: endpointsOf }];

export const SLICE_COLUMNS: readonly Column<EndpointSlice>[] = [
  { name: 'AddressType', cell: ({ addressType }) => addressType },
  {
    name: 'Ports',
    cell: ({ ports }) =>
      fewOf(
        (ports ?? []).map(({ port }) => `${port ?? '*'}`),
        TOLD,
      ) || '<unset>',
  },
  {
    name: 'Endpoints',
    cell: ({ endpoints }) =>
      fewOf(
        (endpoints ?? []).flatMap(({ addresses }) => addresses),
        TOLD,
      ) || '<unset>',
  },
];

function hostsOf({ spec }: Ingress): string {
  const rules = spec.rules ?? [];
  const hosts = rules.map(({ host = '' }) => host).filter((one) => one !== '');
  return fewOf(hosts, TOLD) || '*';
}
export const INGRESS_COLUMNS: readonly Column<Ingress>[] = [
  { name: 'Class', cell: ({ spec }) => spec.ingressClassName ?? '<none>' },
  { name: 'Hosts', cell: hostsOf },
  { name: 'Address', cell: ({ status }) => addressesOf(status?.loadBalancer).join(',') },
  { name: 'Ports', cell: ({ spec }) => ((spec.tls ?? []).length > 0 ? '80, 443' : '80') },
];

interface IngressClass extends Thing {
  spec?: { controller?: string; parameters?: { apiGroup?: string; kind: string; name: string } };
}
export const INGRESS_CLASS_COLUMNS: readonly Column<IngressClass>[] = [
  { name: 'Controller', cell: ({ spec }) => spec?.controller ?? '' },
  {
    name: 'Parameters',
    cell: ({ spec }) => {
      const to = spec?.parameters;
      return to === undefined ? '<none>' : `${[to.kind, to.apiGroup].filter(Boolean).join('.')}/${to.name}`;
    },
  },
];

export const POLICY_COLUMNS: readonly Column<NetworkPolicy>[] = [
  { name: 'Pod-Selector', cell: ({ spec }) => selectorWords(spec.podSelector) },
];
