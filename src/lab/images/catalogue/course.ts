import { busy, crash, createWeb, hungry, slow } from '../servers/course.ts';
import { type ImageRow, MIB, PATH } from './row.ts';

const common = { kit: 'busybox', size: 8 * MIB, env: { PATH } } as const;

/** Images of the course's own. */
export const COURSE: readonly ImageRow[] = [
  {
    ...common,
    names: ['docker.io/dosirak/web'],
    tags: ['1.0', '1.1', '2.0', 'latest'],
    programs: (tag) => ({ web: createWeb(tag === 'latest' ? '2.0' : tag) }),
    command: ['web'],
    ports: [8080],
  },
  {
    ...common,
    names: ['docker.io/dosirak/crash'],
    tags: ['latest', '1.0'],
    programs: () => ({ crash }),
    command: ['crash'],
  },
  {
    ...common,
    names: ['docker.io/dosirak/slow'],
    tags: ['latest', '1.0'],
    programs: () => ({ slow }),
    command: ['slow'],
    ports: [8080],
  },
  {
    ...common,
    names: ['docker.io/dosirak/hungry'],
    tags: ['latest', '1.0'],
    programs: () => ({ hungry }),
    command: ['hungry'],
  },
  {
    ...common,
    names: ['docker.io/dosirak/busy'],
    tags: ['latest', '1.0'],
    programs: () => ({ busy }),
    command: ['busy'],
  },
];
