import type { Lab } from '../../engine/lab.ts';
import { ENDPOINT_SLICES } from '../../kinds/cluster.ts';
import { ENDPOINTS, SERVICES } from '../../kinds/core.ts';
import type { ServicePort } from '../../kinds/types.ts';

/** Where the API server is, as Pods would reach it. */
const API_SERVER = { ip: '172.18.0.2', port: 6443 } as const;
export const API_SERVICE_IP = '10.96.0.1';
export const DNS_SERVICE_IP = '10.96.0.10';

const specOf = (clusterIP: string, ports: ServicePort[]) => ({
  ...{ type: 'ClusterIP' as const, clusterIP, clusterIPs: [clusterIP], ports },
  ...{ internalTrafficPolicy: 'Cluster', ipFamilies: ['IPv4'], ipFamilyPolicy: 'SingleStack', sessionAffinity: 'None' },
});

/** The Services that each cluster has: its API, and its names. */
export function beginServices({ store }: Lab): void {
  const own = { namespace: 'default', name: 'kubernetes' };
  const common = { apiVersion: 'v1', kind: 'Service', status: { loadBalancer: {} } };
  const port = { name: 'https', port: API_SERVER.port, protocol: 'TCP' };
  store.create(SERVICES, {
    ...common,
    metadata: { ...own, labels: { component: 'apiserver', provider: 'kubernetes' } },
    spec: specOf(API_SERVICE_IP, [{ name: 'https', port: 443, protocol: 'TCP', targetPort: API_SERVER.port }]),
  });
  store.create(ENDPOINTS, {
    ...{ apiVersion: 'v1', kind: 'Endpoints' },
    metadata: { ...own, labels: { 'endpointslice.kubernetes.io/skip-mirror': 'true' } },
    subsets: [{ addresses: [{ ip: API_SERVER.ip }], ports: [port] }],
  });
  store.create(ENDPOINT_SLICES, {
    ...{ apiVersion: 'discovery.k8s.io/v1', kind: 'EndpointSlice' },
    metadata: { ...own, labels: { 'kubernetes.io/service-name': 'kubernetes' } },
    ...{ addressType: 'IPv4', endpoints: [{ addresses: [API_SERVER.ip], conditions: { ready: true } }], ports: [port] },
  });
  store.create(SERVICES, {
    ...common,
    metadata: {
      ...{ namespace: 'kube-system', name: 'kube-dns' },
      annotations: { 'prometheus.io/port': '9153', 'prometheus.io/scrape': 'true' },
      labels: {
        ...{ 'k8s-app': 'kube-dns', 'kubernetes.io/cluster-service': 'true', 'kubernetes.io/name': 'CoreDNS' },
      },
    },
    spec: {
      ...specOf(DNS_SERVICE_IP, [
        { name: 'dns', port: 53, protocol: 'UDP', targetPort: 53 },
        { name: 'dns-tcp', port: 53, protocol: 'TCP', targetPort: 53 },
        { name: 'metrics', port: 9153, protocol: 'TCP', targetPort: 9153 },
      ]),
      selector: { 'k8s-app': 'kube-dns' },
    },
  });
}
