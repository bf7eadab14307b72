import type { Program } from '../process/process.ts';
import { createSh } from '../shell/sh.ts';
import { instead } from '../tools/instead.ts';
import { type ImageRow, list, MIB, PATH } from './row.ts';

const curlFiles = {
  '/etc/os-release': 'NAME="Alpine Linux"\nID=alpine\nVERSION_ID=3.21.2\nPRETTY_NAME="Alpine Linux v3.21"\n',
  '/etc/alpine-release': '3.21.2\n',
};
const debianFiles = {
  '/etc/os-release':
    'PRETTY_NAME="Debian GNU/Linux 12 (bookworm)"\nNAME="Debian GNU/Linux"\nVERSION_ID="12"\nID=debian\n',
  '/etc/debian_version': '12.8\n',
};
const ubuntuFiles = {
  '/etc/os-release': 'PRETTY_NAME="Ubuntu 24.04.1 LTS"\nNAME="Ubuntu"\nVERSION_ID="24.04"\nID=ubuntu\nID_LIKE=debian\n',
};

/** `/entrypoint.sh` of curl's image: it runs curl, unless the first word is another program. */
const curlEntrypoint: Program = function* (proc, argv) {
  const [, first = ''] = argv;
  const isOther = !first.startsWith('-') && proc.box.find(first, proc.folder, proc.env.get('PATH')) !== 'missing';
  return yield* instead(proc, isOther ? argv.slice(1) : ['curl', ...argv.slice(1)], 'curl');
};

/** Images that bring a shell and little else. */
export const BASE: readonly ImageRow[] = [
  {
    names: [
      'docker.io/library/busybox',
      'registry.k8s.io/busybox',
      'k8s.gcr.io/busybox',
      'gcr.io/google-containers/busybox',
      'gcr.io/google_containers/busybox',
      'registry.k8s.io/e2e-test-images/busybox',
      'quay.io/prometheus/busybox',
      'public.ecr.aws/docker/library/busybox',
      'mirror.gcr.io/library/busybox',
    ],
    tags: list(`latest stable glibc musl uclibc 1 1.24 1.25 1.26 1.27 1.27.2 1.28 1.28.0 1.28.4 1.29 1.29-1 1.29-2
      1.29-4 1.29.3 1.30 1.31 1.31.1 1.32 1.33 1.33.1 1.34 1.34.1 1.35 1.35.0 1.36 1.36.0 1.36.1 1.36.1-1
      1.37 1.37.0 stable-glibc 1.36-glibc 1.37-musl`),
    size: 2.1 * MIB,
    kit: 'busybox',
    command: ['sh'],
    env: { PATH },
  },
  {
    names: ['docker.io/curlimages/curl', 'quay.io/curl/curl'],
    tags: list(`latest 7.70.0 7.78.0 7.85.0 7.87.0 7.88.1 8.00.1 8.1.2 8.2.1 8.4.0 8.5.0 8.6.0 8.7.1 8.8.0 8.9.1
      8.10.1 8.11.0 8.11.1 8.12.0 8.12.1 8.13.0 8.14.1 8.15.0 8.16.0`),
    size: 9 * MIB,
    kit: 'busybox',
    entrypoint: ['/entrypoint.sh'],
    command: ['curl'],
    env: { PATH },
    folder: '/home/curl_user',
    user: 100,
    files: () => curlFiles,
    programs: () => ({ '/entrypoint.sh': curlEntrypoint }),
  },
  {
    names: ['docker.io/library/alpine', 'public.ecr.aws/docker/library/alpine', 'mirror.gcr.io/library/alpine'],
    tags: list('latest edge 3 3.9 3.10 3.11 3.12 3.13 3.14 3.15 3.16 3.17 3.18 3.19 3.20 3.21 3.22'),
    size: 3.6 * MIB,
    kit: 'busybox',
    command: ['/bin/sh'],
    env: { PATH },
    files: () => curlFiles,
  },
  {
    names: ['docker.io/library/bash'],
    tags: ['latest', '5', '5.0', '5.1', '5.2', '5.3'],
    size: 6 * MIB,
    kit: 'busybox',
    programs: () => ({ bash: createSh('bash') }),
    command: ['bash'],
    env: { PATH },
    files: () => curlFiles,
  },
  {
    names: ['docker.io/library/ubuntu', 'public.ecr.aws/ubuntu/ubuntu', 'public.ecr.aws/docker/library/ubuntu'],
    tags: list('latest 18.04 20.04 22.04 24.04 bionic focal jammy noble'),
    size: 29 * MIB,
    kit: 'debian',
    command: ['/bin/bash'],
    env: { PATH },
    files: () => ubuntuFiles,
  },
  {
    names: ['docker.io/library/debian', 'public.ecr.aws/docker/library/debian'],
    tags: list(`latest stable stable-slim bookworm bookworm-slim bullseye bullseye-slim trixie trixie-slim buster 10
      11 12 13 12-slim`),
    size: 48 * MIB,
    kit: 'debian',
    command: ['bash'],
    env: { PATH },
    files: () => debianFiles,
  },
  {
    names: [
      'docker.io/library/centos',
      'quay.io/centos/centos',
      'docker.io/library/rockylinux',
      'docker.io/library/fedora',
      'docker.io/library/amazonlinux',
    ],
    tags: list('latest 7 8 9 stream9 40 41 2 2023'),
    size: 80 * MIB,
    kit: 'debian',
    command: ['/bin/bash'],
    env: { PATH },
  },
  {
    names: [
      'docker.io/nicolaka/netshoot',
      'docker.io/wbitt/network-multitool',
      'docker.io/praqma/network-multitool',
      'docker.io/tutum/dnsutils',
      'docker.io/infoblox/dnstools',
      'registry.k8s.io/e2e-test-images/jessie-dnsutils',
      'gcr.io/kubernetes-e2e-test-images/dnsutils',
      'registry.k8s.io/e2e-test-images/agnhost-dnsutils',
      'docker.io/tutum/curl',
      'docker.io/radial/busyboxplus',
      'docker.io/yauritux/busybox-curl',
      'docker.io/alpine/curl',
      'docker.io/byrnedo/alpine-curl',
    ],
    tags: list('latest 1.3 1.7 v0.11 v0.12 v0.13 minimal extra alpine curl v2'),
    size: 60 * MIB,
    kit: 'debian',
    command: ['sleep', 'infinity'],
    env: { PATH },
  },
];
