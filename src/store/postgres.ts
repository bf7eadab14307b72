import { Kysely, PostgresDialect, type PostgresPoolClient, sql } from 'kysely';
import { DatabaseError, Pool, type PoolClient, type QueryResult, types } from 'pg';
import type { Log } from '../core/log.ts';
import type { Engine } from './engine.ts';
import type { Tables } from './tables.ts';

/** Milliseconds until a silent database counts as away. No caller waits longer. */
const SILENT = 5000;

/** Errors that may be gone in a moment, by SQLSTATE: https://www.postgresql.org/docs/current/errcodes-appendix.html */
const TRANSIENT = new Set([
  // The connection failed; the server is shutting down, crashed, or starts.
  ...['08000', '08001', '08003', '08004', '08006', '57P01', '57P02', '57P03'],
  // Too many connections, a deadlock, a conflict between transactions.
  ...['53300', '40P01', '40001'],
  // Node's, of a socket. A time that ran out is not among them: it was long enough.
  ...['ECONNREFUSED', 'ECONNRESET', 'EPIPE', 'EAI_AGAIN'],
]);

const WHY: Readonly<Record<string, string>> = {
  ECONNREFUSED: 'nothing answers there',
  ECONNRESET: 'it hangs up',
  ENOTFOUND: 'there is no such host',
  EAI_AGAIN: 'the name of the host cannot be looked up',
  ETIMEDOUT: 'nothing answers there',
};

const codeOf = (error: Error): string | undefined =>
  'code' in error && typeof error.code === 'string' ? error.code : undefined;

/** pg's own errors, which have no code. */
const LOST = /^Connection terminated(?: unexpectedly)?$|^Client has encountered a connection error/;

const isTransient = (error: unknown): boolean =>
  error instanceof Error && (LOST.test(error.message) || TRANSIENT.has(codeOf(error) ?? ''));

/** Keeps a client out of the pool once it failed other than by PostgreSQL's own error: it may hang in its last query. */
function trusted(client: PoolClient): PostgresPoolClient {
  let failure: Error | undefined;
  const query = async (text: string, values: readonly unknown[]): Promise<QueryResult> => {
    if (failure) throw failure;
    try {
      return await client.query(text, [...values]);
    } catch (error) {
      if (error instanceof Error && !(error instanceof DatabaseError)) failure = error;
      throw error;
    }
  };
  return {
    // Kysely has a form of it for cursors, which it uses only where it was given some.
    query: query as unknown as PostgresPoolClient['query'],
    release: (destroy) => client.release(destroy || failure !== undefined),
  };
}

export const lockPostgres: Engine['lockMigrations'] = async (transaction) => {
  await sql`select pg_advisory_xact_lock(hashtext('dosirak'))`.execute(transaction);
};

export const skipLocked: Engine['skipLocked'] = (query) => query.forUpdate().skipLocked();

/** PostgreSQL 15 or later through a pool of connections, made when they are needed. */
export function postgres(url: string, log: Pick<Log, 'warn'>): Engine {
  const pool = new Pool({
    connectionString: url,
    application_name: 'dosirak',
    connectionTimeoutMillis: SILENT,
    query_timeout: SILENT,
    keepAlive: true,
    // Epoch milliseconds fit a number.
    types: {
      getTypeParser: (type, format) => (type === types.builtins.INT8 ? Number : types.getTypeParser(type, format)),
    },
  });
  // Its message alone: pg hangs the whole client on the error.
  pool.on('error', ({ message }) => log.warn({ reason: message }, 'a connection to the database was lost'));
  // One that is lost while it is used says so to its query; without a listener, it would end the process as well.
  pool.on('connect', (client) => client.on('error', () => {}));
  const trusting = {
    options: pool.options,
    connect: async () => trusted(await pool.connect()),
    end: () => pool.end(),
  };
  const db = new Kysely<Tables>({ dialect: new PostgresDialect({ pool: trusting }) });
  return {
    db,
    withoutSync: (run) => run(db),
    lockMigrations: lockPostgres,
    skipLocked: skipLocked,
    isTransient,
    explain: (error) => {
      if (!(error instanceof Error)) return undefined;
      const code = codeOf(error);
      if (error.message.includes('client password must be a string')) return 'it asks for a password';
      // pg's own errors have no code and no class.
      if (code === undefined) return error.name === 'Error' ? error.message : undefined;
      return WHY[code] ?? error.message;
    },
  };
}
