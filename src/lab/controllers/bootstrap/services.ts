import type { Lab } from '../../engine/lab.ts';
import { ENDPOINT_SLICES } from '../../kinds/cluster.ts';
import { ENDPOINTS, SERVICES } from '../../kinds/core.ts';
import type { ServicePort } from '../../kinds/types.ts';

/** Where the API server is, as Pods would reach it. */
const API_SERVER = { ip: '172.18.0.2', port: 6443 } as const;
const API_SERVICE_IP = '10.96.0.1';
const DNS_SERVICE_IP = '10.96.0.10';

const specOf = (clusterIP: string, ports: ServicePort[]) => ({
  ...{ type: 'ClusterIP' as const, clusterIP, clusterIPs: [clusterIP], ports },
  ...{ internalTrafficPolicy: 'Cluster', ipFamilies: ['IPv4'], ipFamilyPolicy: 'SingleStack', sessionAffinity: 'None' },
});

const COMMON = { apiVersion: 'v1', kind: 'Service', status: { loadBalancer: {} } };
export const API_SERVICE = { namespace: 'default', name: 'kubernetes' };

/** The Service of the API itself: what of it is missing is made (kubernetes/pkg/controlplane/controller/kubernetesservice). */
export function makeApiService({ store }: Lab): void {
  const port = { name: 'https', port: API_SERVER.port, protocol: 'TCP' };
  if (store.get(SERVICES, API_SERVICE) === undefined)
    store.create(SERVICES, {
      ...COMMON,
      metadata: { ...API_SERVICE, labels: { component: 'apiserver', provider: 'kubernetes' } },
      spec: specOf(API_SERVICE_IP, [{ name: 'https', port: 443, protocol: 'TCP', targetPort: API_SERVER.port }]),
    });
  if (store.get(ENDPOINTS, API_SERVICE) === undefined)
    store.create(ENDPOINTS, {
      ...{ apiVersion: 'v1', kind: 'Endpoints' },
      metadata: { ...API_SERVICE, labels: { 'endpointslice.kubernetes.io/skip-mirror': 'true' } },
      subsets: [{ addresses: [{ ip: API_SERVER.ip }], ports: [port] }],
    });
  if (store.get(ENDPOINT_SLICES, API_SERVICE) === undefined)
    store.create(ENDPOINT_SLICES, {
      ...{ apiVersion: 'discovery.k8s.io/v1', kind: 'EndpointSlice' },
      metadata: { ...API_SERVICE, labels: { 'kubernetes.io/service-name': 'kubernetes' } },
      ...{
        addressType: 'IPv4',
        endpoints: [{ addresses: [API_SERVER.ip], conditions: { ready: true } }],
        ports: [port],
      },
    });
}

/** The Services that each cluster has: its API, and its names. */
export function beginServices(lab: Lab): void {
  const { store } = lab;
  makeApiService(lab);
  store.create(SERVICES, {
    ...COMMON,
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
