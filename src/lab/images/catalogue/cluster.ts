import { coredns } from '../servers/coredns.ts';
import { type ImageRow, MIB, PATH } from './row.ts';

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
];
