import { mkdirSync } from 'node:fs';
import { dirname } from 'node:path';
import { DatabaseSync, type SQLInputValue } from 'node:sqlite';
import { Kysely, type SqliteDatabase, SqliteDialect, type SqliteStatement } from 'kysely';
import { memoize } from '../language/memoize.ts';
import type { Engine } from './engine.ts';
import { explainSqliteError, isBusy } from './sqlite-errors.ts';
import type { Tables } from './tables.ts';

/** How long a statement waits for another process, in milliseconds; nothing else runs meanwhile. */
const BUSY = 500;
/** Pages of the log (16 MB) after which a statement writes it into the file, and waits for the disk. */
const CHECKPOINT = 4000;
/** Prepared statements that are kept; queries have few forms. */
const STATEMENTS = 100;

/**
 * The database as Kysely uses it. A transaction takes the lock for writing when it begins: one that reads first would
 * fail where another process has written in between. SQLite may have rolled back by itself, as when the disk is full.
 */
function statements(db: DatabaseSync): SqliteDatabase {
  const values = (parameters: readonly unknown[]) => parameters as readonly SQLInputValue[];
  const prepare = memoize((sql): SqliteStatement => {
    const statement = db.prepare(sql);
    return {
      reader: statement.columns().length > 0,
      all: (parameters) => statement.all(...values(parameters)),
      run: (parameters) => statement.run(...values(parameters)),
      iterate: (parameters) => statement.iterate(...values(parameters)),
    };
  }, STATEMENTS);
  const rewrite = (sql: string): string => {
    if (sql === 'begin') return 'begin immediate';
    return sql === 'rollback' && !db.isTransaction ? 'select 1' : sql;
  };
  return { close: () => db.close(), prepare: (sql) => prepare(rewrite(sql)) };
}

function open(file: string): DatabaseSync {
  mkdirSync(dirname(file), { recursive: true });
  const db = new DatabaseSync(file, { timeout: BUSY, enableForeignKeyConstraints: true });
  try {
    // FULL: what was committed outlives a power cut, https://sqlite.org/pragma.html#pragma_synchronous
    db.exec('pragma journal_mode = wal; pragma synchronous = full');
    db.exec(`pragma wal_autocheckpoint = ${CHECKPOINT}`);
  } catch (error) {
    db.close();
    throw error;
  }
  return db;
}

/** SQLite in a file, which is opened by the first query; its folder is made. */
export function sqlite(file: string): Engine {
  let raw: DatabaseSync | undefined;
  const database = async (): Promise<SqliteDatabase> => {
    raw = open(file);
    return statements(raw);
  };
  const db = new Kysely<Tables>({ dialect: new SqliteDialect({ database }) });
  return {
    db,
    // On the one connection: a second one would wait for a transaction of the first, and hold it up.
    withoutSync: (run) =>
      db.connection().execute(async (connection) => {
        raw?.exec('pragma synchronous = normal');
        try {
          return await run(connection);
        } finally {
          raw?.exec('pragma synchronous = full');
        }
      }),
    // The transaction holds SQLite's only lock.
    lockMigrations: async () => {},
    skipLocked: (query) => query,
    isTransient: isBusy,
    explain: explainSqliteError,
  };
}
