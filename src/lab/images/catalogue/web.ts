import { httpd, httpdFiles } from '../servers/httpd.ts';
import { nginxFiles } from '../servers/nginx/files.ts';
import { createNginx, entrypoint } from '../servers/nginx/nginx.ts';
import { curl } from '../tools/curl.ts';
import { type ImageRow, list, MIB, PATH } from './row.ts';

/** Versions behind tags that name none, or less than one. */
const NEWEST = '1.29.3';
const FULL = [
  '1.7.9',
  '1.9.1',
  '1.10.3',
  '1.12.2',
  '1.13.12',
  '1.14.0',
  '1.14.2',
  '1.15.12',
  '1.16.0',
  '1.16.1',
  '1.17.10',
  '1.18.0',
  '1.19.0',
  '1.19.1',
  '1.19.2',
  '1.19.6',
  '1.19.8',
  '1.19.10',
  '1.20.0',
  '1.20.1',
  '1.20.2',
  '1.21.0',
  '1.21.1',
  '1.21.3',
  '1.21.4',
  '1.21.5',
  '1.21.6',
  '1.22.0',
  '1.22.1',
  '1.23.0',
  '1.23.1',
  '1.23.2',
  '1.23.3',
  '1.23.4',
  '1.24.0',
  '1.25.0',
  '1.25.1',
  '1.25.2',
  '1.25.3',
  '1.25.4',
  '1.25.5',
  '1.26.0',
  '1.26.1',
  '1.26.2',
  '1.26.3',
  '1.27.0',
  '1.27.1',
  '1.27.2',
  '1.27.3',
  '1.27.4',
  '1.27.5',
  '1.28.0',
  '1.29.0',
  '1.29.1',
  '1.29.2',
  NEWEST,
];

const minor = (version: string): string => version.split('.').slice(0, 2).join('.');
const plain = ['latest', 'stable', 'mainline', '1', ...new Set(FULL.map(minor)), ...FULL];

/** The version that a tag stands for. */
function nginxVersion(tag: string): string {
  const word = tag.replace(/-.*/, '');
  if (FULL.includes(word)) return word;
  if (word === 'stable') return '1.28.0';
  return FULL.findLast((version) => minor(version) === word) ?? NEWEST;
}

/** From 1.19 on the images have a script that starts nginx. */
const hasScript = (tag: string): boolean => Number(nginxVersion(tag).split('.')[1]) >= 19;

const nginx: Pick<ImageRow, 'kit' | 'programs' | 'entrypoint' | 'command' | 'env' | 'stopSignal'> = {
  kit: (tag) => (tag.includes('alpine') ? 'busybox' : 'debian'),
  programs: (tag) => ({
    nginx: createNginx(nginxVersion(tag)),
    ...(tag.includes('alpine') && !tag.includes('slim') ? { curl } : {}),
    'nginx-debug': createNginx(nginxVersion(tag)),
    '/docker-entrypoint.sh': entrypoint,
  }),
  entrypoint: (tag) => (hasScript(tag) ? ['/docker-entrypoint.sh'] : []),
  command: ['nginx', '-g', 'daemon off;'],
  env: { PATH, NGINX_VERSION: NEWEST },
  stopSignal: 'QUIT',
};

export const WEB: readonly ImageRow[] = [
  {
    ...nginx,
    names: [
      'docker.io/library/nginx',
      'public.ecr.aws/nginx/nginx',
      'public.ecr.aws/docker/library/nginx',
      'mirror.gcr.io/library/nginx',
      'quay.io/jitesoft/nginx',
      'ghcr.io/nginx/nginx',
      'mcr.microsoft.com/oss/nginx/nginx',
    ],
    tags: [
      ...plain,
      ...['alpine', 'alpine-slim', 'stable-alpine', 'mainline-alpine', 'perl', 'bookworm'],
      ...plain.filter((tag) => /^1\./.test(tag)).map((tag) => `${tag}-alpine`),
      'stable-perl',
      '1.27-perl',
    ],
    size: 72 * MIB,
    ports: [80],
    files: () => nginxFiles(),
  },
  {
    ...nginx,
    names: [
      'docker.io/nginxinc/nginx-unprivileged',
      'ghcr.io/nginxinc/nginx-unprivileged',
      'quay.io/nginx/nginx-unprivileged',
      'public.ecr.aws/nginx/nginx-unprivileged',
    ],
    tags: [
      ...plain,
      'alpine',
      'stable-alpine',
      ...plain.filter((tag) => /^1\./.test(tag)).map((tag) => `${tag}-alpine`),
    ],
    size: 72 * MIB,
    ports: [8080],
    user: 101,
    files: () => nginxFiles(true),
  },
  {
    ...nginx,
    names: [
      'registry.k8s.io/nginx-slim',
      'k8s.gcr.io/nginx-slim',
      'gcr.io/google_containers/nginx-slim',
      'registry.k8s.io/e2e-test-images/nginx',
      'registry.k8s.io/nginx',
    ],
    tags: list('0.8 0.21 0.24 0.27 1.14-1 1.14-2 1.14-4 1.15-1 1.15-4 1.7.9'),
    programs: () => ({ nginx: createNginx('1.15.4') }),
    entrypoint: [],
    size: 50 * MIB,
    ports: [80],
    files: () => nginxFiles(),
  },
  {
    names: ['docker.io/library/httpd', 'public.ecr.aws/docker/library/httpd'],
    tags: list(`latest alpine 2 2.4 2.4-alpine 2.4.38 2.4.41 2.4.46 2.4.51 2.4.54 2.4.57 2.4.58 2.4.62 2.4.63 2.4.65
      bookworm`),
    size: 55 * MIB,
    kit: 'debian',
    programs: () => ({ httpd, 'httpd-foreground': httpd, apachectl: httpd }),
    command: ['httpd-foreground'],
    env: { PATH: `/usr/local/apache2/bin:${PATH}`, HTTPD_PREFIX: '/usr/local/apache2' },
    folder: '/usr/local/apache2',
    ports: [80],
    files: () => httpdFiles,
  },
];
