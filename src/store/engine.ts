import type { Kysely, SelectQueryBuilder } from 'kysely';
import type { Tables } from './tables.ts';

/** What differs between the databases. The queries are the same. */
export interface Engine {
  db: Kysely<Tables>;
  /** Runs what has to outlive the process, but no power cut: where the engine can, it does not wait for the disk. */
  withoutSync<T>(run: (db: Kysely<Tables>) => Promise<T>): Promise<T>;
  /** Keeps other processes from migrating until the transaction ends. */
  lockMigrations(transaction: Kysely<Tables>): Promise<void>;
  /** Has the query lock the rows that it finds, and pass over those that another transaction has locked. */
  skipLocked<Row>(query: SelectQueryBuilder<Tables, 'post', Row>): SelectQueryBuilder<Tables, 'post', Row>;
  /** May the error be gone in a moment? */
  isTransient(error: unknown): boolean;
  /** Why the database cannot be used, for an operator; undefined where the mistake is ours. */
  explain(error: unknown): string | undefined;
}
