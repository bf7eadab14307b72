import type { HttpAnswer } from '../../engine/lab.ts';
import type { Program } from '../process/process.ts';
import { sleep } from '../process/waits.ts';
import { formatDate } from '../tools/date.ts';
import { serveUntil } from './serve.ts';

export const MIB = 1_048_576;

export const notHttp: HttpAnswer = { status: 400, headers: {}, body: '' };

interface Database {
  name: string;
  port: number;
  memory: number;
  /** Of these one has to be set; with the words when none is. */
  wants: readonly string[];
  complaint: string;
  ready: (stamp: string) => string;
}

/** A database of which a lab has its start, its port and its end, not its data. */
export const createDatabase = ({ port, memory, wants, complaint, ready }: Database): Program =>
  function* database(proc) {
    const { machine } = proc.box;
    const stamp = (): string => new Date(machine.now()).toISOString();
    if (wants.length > 0 && !wants.some((name) => (proc.env.get(name) ?? '') !== '')) {
      proc.err(complaint.replaceAll('{now}', formatDate('%Y-%m-%d %H:%M:%S+00:00', machine.now())));
      return 1;
    }
    proc.hold(memory / 2);
    proc.handles.add('TERM');
    yield* sleep(proc, 3000);
    if (proc.pending.length > 0) return 0;
    proc.hold(memory);
    proc.err(ready(stamp()));
    const signal = yield* serveUntil(proc, [port], () => notHttp);
    return signal === undefined ? 1 : 0;
  };

export const MYSQL: Database = {
  name: 'mysqld',
  port: 3306,
  memory: 380 * MIB,
  wants: [
    'MYSQL_ROOT_PASSWORD',
    'MYSQL_ALLOW_EMPTY_PASSWORD',
    'MYSQL_RANDOM_ROOT_PASSWORD',
    'MYSQL_ROOT_PASSWORD_FILE',
  ],
  complaint:
    '{now} [Note] [Entrypoint]: Entrypoint script for MySQL Server 8.4.3-1.el9 started.\n{now} [ERROR] [Entrypoint]: Database is uninitialized and password option is not specified\n    You need to specify one of the following as an environment variable:\n    - MYSQL_ROOT_PASSWORD\n    - MYSQL_ALLOW_EMPTY_PASSWORD\n    - MYSQL_RANDOM_ROOT_PASSWORD\n',
  ready: (stamp) =>
    `${stamp} 0 [System] [MY-010931] [Server] /usr/sbin/mysqld: ready for connections. Version: '8.4.3'  socket: '/var/run/mysqld/mysqld.sock'  port: 3306  MySQL Community Server - GPL.\n`,
};

export const MARIADB: Database = {
  ...MYSQL,
  name: 'mariadbd',
  memory: 90 * MIB,
  wants: ['MARIADB_ROOT_PASSWORD', 'MARIADB_ALLOW_EMPTY_ROOT_PASSWORD', 'MARIADB_RANDOM_ROOT_PASSWORD', ...MYSQL.wants],
  complaint:
    '{now} [ERROR] [Entrypoint]: Database is uninitialized and password option is not specified\n\tYou need to specify one of MARIADB_ROOT_PASSWORD, MARIADB_ROOT_PASSWORD_HASH, MARIADB_ALLOW_EMPTY_ROOT_PASSWORD and MARIADB_RANDOM_ROOT_PASSWORD\n',
  ready: (stamp) =>
    `${stamp} 0 [Note] mariadbd: ready for connections.\nVersion: '11.4.4-MariaDB-ubu2404'  socket: '/run/mysqld/mysqld.sock'  port: 3306  mariadb.org binary distribution\n`,
};

export const POSTGRES: Database = {
  name: 'postgres',
  port: 5432,
  memory: 30 * MIB,
  wants: ['POSTGRES_PASSWORD', 'POSTGRES_HOST_AUTH_METHOD', 'POSTGRES_PASSWORD_FILE'],
  complaint:
    'Error: Database is uninitialized and superuser password is not specified.\n       You must specify POSTGRES_PASSWORD to a non-empty value for the\n       superuser. For example, "-e POSTGRES_PASSWORD=password" on "docker run".\n\n       You may also use "POSTGRES_HOST_AUTH_METHOD=trust" to allow all\n       connections without a password. This is *not* recommended.\n\n       See PostgreSQL documentation about "trust":\n       https://www.postgresql.org/docs/current/auth-trust.html\n',
  ready: (stamp) =>
    `${stamp.slice(0, 19).replace('T', ' ')} UTC [1] LOG:  starting PostgreSQL 17.2\n${stamp.slice(0, 19).replace('T', ' ')} UTC [1] LOG:  listening on IPv4 address "0.0.0.0", port 5432\n${stamp.slice(0, 19).replace('T', ' ')} UTC [1] LOG:  database system is ready to accept connections\n`,
};

export const MONGO: Database = {
  name: 'mongod',
  port: 27_017,
  memory: 120 * MIB,
  wants: [],
  complaint: '',
  ready: (stamp) =>
    `{"t":{"$date":"${stamp}"},"s":"I",  "c":"NETWORK",  "id":23016,   "ctx":"listener","msg":"Waiting for connections","attr":{"port":27017,"ssl":"off"}}\n`,
};

export const MEMCACHED: Database = {
  name: 'memcached',
  port: 11_211,
  memory: 3 * MIB,
  wants: [],
  complaint: '',
  ready: () => '',
};
