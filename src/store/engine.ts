import type { Kysely, SelectQueryBuilder } from 'kysely';
import type { Tables } from './tables.ts';

/** What differs between the databases; the queries do not. */
export interface Engine {
  db: Kysely<Tables>;
  /** Runs what need not outlive a power cut, only the process: it does not wait for the disk where the engine can. */
  withoutSync<T>(run: (db: Kysely<Tables>) => Promise<T>): Promise<T>;
  /** Within a transaction: nobody else migrates until it ends. */
  lockMigrations(transaction: Kysely<Tables>): Promise<void>;
  /** Locks the rows that it finds, and passes over those that another transaction has locked, instead of waiting for it. */
  skipLocked<Row>(query: SelectQueryBuilder<Tables, 'post', Row>): SelectQueryBuilder<Tables, 'post', Row>;
  /** The error may be gone in a moment. */
  isTransient(error: unknown): boolean;
  /** Why the database cannot be used, for an operator; undefined where the mistake is ours. */
  explain(error: unknown): string | undefined;
}
