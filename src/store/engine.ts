import type { Kysely, SelectQueryBuilder } from 'kysely';
import type { Tables } from './schema.ts';

/** What differs between the databases; the queries do not. */
export interface Engine {
  db: Kysely<Tables>;
  /** Runs what need not outlive a power cut, only the process: it does not wait for the disk where the engine can. */
  lightly<T>(run: (db: Kysely<Tables>) => Promise<T>): Promise<T>;
  /** Within a transaction: nobody else migrates until it ends. */
  lock(transaction: Kysely<Tables>): Promise<void>;
  /** Locks the rows that it finds, and passes over those that another transaction has locked, instead of waiting for it. */
  passOver<Row>(query: SelectQueryBuilder<Tables, 'post', Row>): SelectQueryBuilder<Tables, 'post', Row>;
  /** The error may be gone in a moment. */
  isPassing(error: unknown): boolean;
  /** Why the database cannot be used, for an operator; undefined where the mistake is ours. */
  why(error: unknown): string | undefined;
}
