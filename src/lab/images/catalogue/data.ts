import { createDatabase, MARIADB, MEMCACHED, MONGO, MYSQL, POSTGRES } from '../servers/data.ts';
import { redisCli, redisServer } from '../servers/redis.ts';
import { type ImageRow, list, MIB, PATH } from './row.ts';

const common = { kit: 'debian', env: { PATH } } as const;

/** Databases: Redis answers its client; of the others a lab has the start, the port and the end. */
export const DATA: readonly ImageRow[] = [
  {
    ...common,
    names: [
      'docker.io/library/redis',
      'public.ecr.aws/docker/library/redis',
      'registry.k8s.io/redis',
      'k8s.gcr.io/redis',
      'gcr.io/google_containers/redis',
      'docker.io/bitnami/redis',
      'gcr.io/google_samples/gb-redis-follower',
      'us-docker.pkg.dev/google-samples/containers/gke/gb-redis-follower',
    ],
    tags: list(`latest alpine e2e v1 v2 5 5.0 5.0.4 6 6.0 6.0.5 6.2 6.2.6 7 7.0 7.2 7.2.4 7.4 7.4.1 8 8.0 6-alpine
      7-alpine 7.2-alpine 7.4-alpine 6.2-alpine 8-alpine bookworm 7-bookworm`),
    size: 45 * MIB,
    programs: () => ({ 'redis-server': redisServer, 'redis-cli': redisCli }),
    command: ['redis-server'],
    folder: '/data',
    ports: [6379],
    files: () => ({ '/data/.keep': '' }),
  },
  {
    ...common,
    names: ['docker.io/library/mysql', 'public.ecr.aws/docker/library/mysql'],
    tags: list('latest lts 5 5.6 5.7 8 8.0 8.0.36 8.4 9 9.0 9.1'),
    size: 170 * MIB,
    programs: () => ({ mysqld: createDatabase(MYSQL) }),
    command: ['mysqld'],
    ports: [3306],
    files: () => ({
      '/var/lib/mysql/.keep': '',
      '/etc/mysql/conf.d/.keep': '',
      '/docker-entrypoint-initdb.d/.keep': '',
    }),
  },
  {
    ...common,
    names: ['docker.io/library/mariadb'],
    tags: list('latest lts 10 10.6 10.11 11 11.4'),
    size: 120 * MIB,
    programs: () => ({ mariadbd: createDatabase(MARIADB) }),
    command: ['mariadbd'],
    ports: [3306],
    files: () => ({ '/var/lib/mysql/.keep': '' }),
  },
  {
    ...common,
    names: ['docker.io/library/postgres', 'public.ecr.aws/docker/library/postgres'],
    tags: list('latest alpine 10 11 12 13 14 15 16 17 18 13-alpine 14-alpine 15-alpine 16-alpine 17-alpine 10.1 16.4'),
    size: 150 * MIB,
    programs: () => ({
      postgres: createDatabase(POSTGRES),
      *pg_isready(proc) {
        yield;
        const isReady = proc.box.ports().includes(POSTGRES.port);
        proc.out(`/var/run/postgresql:5432 - ${isReady ? 'accepting connections' : 'no response'}\n`);
        return isReady ? 0 : 2;
      },
    }),
    command: ['postgres'],
    ports: [5432],
    files: () => ({ '/var/lib/postgresql/data/.keep': '' }),
  },
  {
    ...common,
    names: ['docker.io/library/mongo', 'public.ecr.aws/docker/library/mongo'],
    tags: list('latest 3 4 4.2 4.4 5 5.0 6 6.0 7 7.0 8 8.0'),
    size: 250 * MIB,
    programs: () => ({ mongod: createDatabase(MONGO) }),
    command: ['mongod'],
    ports: [27_017],
    files: () => ({ '/data/db/.keep': '' }),
  },
  {
    ...common,
    names: ['docker.io/library/memcached'],
    tags: list('latest alpine 1 1.5 1.6 1.6-alpine 1.6.17'),
    size: 30 * MIB,
    programs: () => ({ memcached: createDatabase(MEMCACHED) }),
    command: ['memcached'],
    user: 11_211,
    ports: [11_211],
  },
];
