import type { Lab } from '../../engine/lab.ts';
import { CONFIGMAPS, SERVICE_ACCOUNTS } from '../../kinds/core.ts';
import { DEPLOYMENTS } from '../../kinds/workloads.ts';
import { make } from '../shared/make.ts';

const COREFILE = `.:53 {
    errors
    health {
       lameduck 5s
    }
    ready
    kubernetes cluster.local in-addr.arpa ip6.arpa {
       pods insecure
       fallthrough in-addr.arpa ip6.arpa
       ttl 30
    }
    prometheus :9153
    forward . /etc/resolv.conf {
       max_concurrent 1000
    }
    cache 30
    loop
    reload
    loadbalance
}
`;

const labels = { 'k8s-app': 'kube-dns' };
const place = { namespace: 'kube-system', name: 'coredns' };
const http = (path: string, port: number) => ({ httpGet: { path, port, scheme: 'HTTP' } });

/** What answers names, as kubeadm deploys it (kubernetes/cmd/kubeadm/app/phases/addons/dns). */
export function beginNames(lab: Lab): void {
  make(lab, SERVICE_ACCOUNTS, { metadata: place });
  make(lab, CONFIGMAPS, { metadata: place, data: { Corefile: COREFILE } });
  make(lab, DEPLOYMENTS, {
    metadata: { ...place, labels },
    spec: {
      ...{ replicas: 2, selector: { matchLabels: labels } },
      strategy: { type: 'RollingUpdate', rollingUpdate: { maxUnavailable: 1 } },
      template: {
        metadata: { labels },
        spec: {
          ...{ priorityClassName: 'system-cluster-critical', serviceAccountName: 'coredns', dnsPolicy: 'Default' },
          nodeSelector: { 'kubernetes.io/os': 'linux' },
          tolerations: [
            { key: 'CriticalAddonsOnly', operator: 'Exists' },
            { key: 'node-role.kubernetes.io/control-plane', effect: 'NoSchedule' },
          ],
          affinity: {
            podAntiAffinity: {
              preferredDuringSchedulingIgnoredDuringExecution: [
                {
                  weight: 100,
                  podAffinityTerm: {
                    labelSelector: { matchExpressions: [{ key: 'k8s-app', operator: 'In', values: ['kube-dns'] }] },
                    topologyKey: 'kubernetes.io/hostname',
                  },
                },
              ],
            },
          },
          containers: [
            {
              ...{ name: 'coredns', image: 'registry.k8s.io/coredns/coredns:v1.12.1', imagePullPolicy: 'IfNotPresent' },
              resources: { limits: { memory: '170Mi' }, requests: { cpu: '100m', memory: '70Mi' } },
              args: ['-conf', '/etc/coredns/Corefile'],
              volumeMounts: [{ name: 'config-volume', mountPath: '/etc/coredns', readOnly: true }],
              ports: [
                { containerPort: 53, name: 'dns', protocol: 'UDP' },
                { containerPort: 53, name: 'dns-tcp', protocol: 'TCP' },
                { containerPort: 9153, name: 'metrics', protocol: 'TCP' },
              ],
              livenessProbe: {
                ...http('/health', 8080),
                initialDelaySeconds: 60,
                timeoutSeconds: 5,
                failureThreshold: 5,
              },
              readinessProbe: http('/ready', 8181),
              securityContext: { allowPrivilegeEscalation: false, readOnlyRootFilesystem: true },
            },
          ],
          volumes: [
            { name: 'config-volume', configMap: { name: 'coredns', items: [{ key: 'Corefile', path: 'Corefile' }] } },
          ],
        },
      },
    },
  });
}
