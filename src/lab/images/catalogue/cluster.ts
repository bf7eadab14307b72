import { coredns } from '../servers/coredns.ts';
import { certgen, ingressController } from '../servers/ingress/controller.ts';
import { type ImageRow, list, MIB, PATH } from './row.ts';

/** Images that the cluster itself runs. */
export const CLUSTER: readonly ImageRow[] = [
  {
    names: ['registry.k8s.io/coredns/coredns', 'docker.io/coredns/coredns'],
    tags: ['v1.12.1', 'v1.12.0', 'v1.11.3', '1.12.1', 'latest'],
    ...{ size: 22 * MIB, kit: 'none', env: { PATH } },
    programs: () => ({ '/coredns': coredns }),
    entrypoint: ['/coredns'],
    ports: [53],
  },
  {
    names: ['registry.k8s.io/ingress-nginx/controller'],
    tags: list(`v1.8.0 v1.8.1 v1.8.2 v1.9.4 v1.9.5 v1.9.6 v1.10.0 v1.10.1 v1.11.1 v1.11.2 v1.11.3 v1.11.5 v1.12.0 v1.12.1 v1.12.2
      v1.12.3 v1.13.0 v1.13.1 v1.13.2 v1.13.3 v1.14.0`),
    ...{ size: 110 * MIB, kit: 'busybox', env: { PATH } },
    programs: () => ({ '/nginx-ingress-controller': ingressController }),
    command: ['/nginx-ingress-controller'],
    user: 101,
    ports: [80, 443],
  },
  {
    names: ['registry.k8s.io/ingress-nginx/kube-webhook-certgen'],
    tags: list(
      'v1.3.0 v1.4.0 v1.4.1 v1.4.3 v1.4.4 v1.5.0 v1.5.1 v1.5.2 v1.6.0 v1.6.1 v1.6.2 v1.6.3 v1.6.4 v20230407 v20231011-8b53cabe0 v20231226-1a7112e06',
    ),
    ...{ size: 20 * MIB, kit: 'none', env: { PATH } },
    programs: () => ({ '/kube-webhook-certgen': certgen }),
    entrypoint: ['/kube-webhook-certgen'],
    user: 65_532,
  },
];
