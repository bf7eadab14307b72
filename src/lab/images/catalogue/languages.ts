import { perl, python, refuse } from '../servers/languages.ts';
import { type ImageRow, MIB, PATH } from './row.ts';

const common = {
  kit: (tag: string) => (tag.includes('alpine') ? ('busybox' as const) : ('debian' as const)),
  env: { PATH },
};

/** Stand-ins for languages: their shell and files are there, code of theirs does not run. */
export const LANGUAGES: readonly ImageRow[] = [
  {
    ...common,
    names: ['docker.io/library/python', 'public.ecr.aws/docker/library/python'],
    tags: [
      'latest',
      '3',
      'alpine',
      'slim',
      '3-alpine',
      '3-slim',
      ...['3.8', '3.9', '3.10', '3.11', '3.12', '3.13'].flatMap((tag) => [tag, `${tag}-slim`, `${tag}-alpine`]),
    ],
    size: 360 * MIB,
    programs: () => ({ python, python3: python }),
    command: ['python3'],
  },
  {
    ...common,
    names: ['docker.io/library/node', 'public.ecr.aws/docker/library/node'],
    tags: [
      'latest',
      'lts',
      'alpine',
      'slim',
      'lts-alpine',
      ...['14', '16', '18', '20', '22', '24'].flatMap((tag) => [tag, `${tag}-slim`, `${tag}-alpine`]),
    ],
    size: 380 * MIB,
    programs: () => ({ node: refuse('JavaScript') }),
    command: ['node'],
  },
  {
    ...common,
    names: ['docker.io/library/perl'],
    tags: ['latest', 'slim', '5', '5.34', '5.34.0', '5.36', '5.38', '5.40'],
    size: 340 * MIB,
    programs: () => ({ perl }),
    command: ['perl', '-de0'],
  },
];
