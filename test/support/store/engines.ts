import { randomBytes, randomUUID } from 'node:crypto';
import { join } from 'node:path';
import { PGlite } from '@electric-sql/pglite';
import { Kysely, PGliteDialect } from 'kysely';
import { onTestFinished } from 'vitest';
import type { DatabaseAddress } from '../../../src/store/address.ts';
import { createStore } from '../../../src/store/create-store.ts';
import { migrate } from '../../../src/store/migrate.ts';
import { openStore } from '../../../src/store/open.ts';
import { lockPostgres, skipLocked } from '../../../src/store/postgres.ts';
import type { Store } from '../../../src/store/store.ts';
import type { Tables } from '../../../src/store/tables.ts';
import { folderOf } from '../world.ts';
import { onServer } from './template.ts';

/** A new, empty database, gone after the test; whatever it opens is closed then. */
interface Place {
  open: () => Promise<Store>;
}

/** One that other processes reach, too. */
export interface Reachable extends Place {
  address: DatabaseAddress;
}

type Finished = (end: () => Promise<void> | void) => void;

export interface TestEngine<T extends Place = Place> {
  name: string;
  /** Concurrent tests have to bring their own `onTestFinished`. */
  place: (finished?: Finished) => Promise<T>;
}

export const quiet = { unique: randomUUID, log: { warn: () => {} } };

/** Opens it until the end of the test. */
export async function opened(address: DatabaseAddress, finished: Finished = onTestFinished): Promise<Store> {
  const store = await openStore(address, quiet);
  finished(() => store.close());
  return store;
}

const placeAt = (address: DatabaseAddress, finished: Finished): Reachable => ({
  address,
  open: () => opened(address, finished),
});

const sqlite: TestEngine<Reachable> = {
  name: 'SQLite',
  place: async (finished = onTestFinished) =>
    placeAt({ engine: 'sqlite', file: join(folderOf({}, finished), 'data/class.db') }, finished),
};

const server = process.env.TEST_DATABASE_URL;

/** `template`: a database that each is a copy of; empty unless told. */
const postgres = (
  url: string,
  template = 'template1',
): TestEngine<Reachable & { address: { engine: 'postgres' } }> => ({
  name: 'PostgreSQL',
  async place(finished = onTestFinished) {
    const name = `test_${randomBytes(8).toString('hex')}`;
    await onServer(url, `create database ${name} template ${template}`);
    finished(() => onServer(url, `drop database ${name} with (force)`));
    const own = new URL(url);
    own.pathname = name;
    const address: DatabaseAddress = { engine: 'postgres', url: own.href };
    return { address, open: () => opened(address, finished) };
  },
});

let shared: PGlite | undefined;

const pglite: TestEngine = {
  name: 'PGlite',
  async place() {
    // Starting it takes seconds: one for all tests of a file, emptied for each.
    shared ??= new PGlite();
    const instance = shared;
    await instance.exec('drop schema public cascade; create schema public');
    const engine = { lockMigrations: lockPostgres, skipLocked, isTransient: () => false };
    return {
      async open() {
        const db = new Kysely<Tables>({ dialect: new PGliteDialect({ pglite: instance }) });
        await migrate({ ...engine, db });
        return { ...createStore({ ...engine, db, withoutSync: (run) => run(db) }, randomUUID), close: async () => {} };
      },
    };
  },
};

/** PostgreSQL, where a server is at TEST_DATABASE_URL; .ci/with-postgres brings one. */
export const SERVERS = server === undefined ? [] : [postgres(server)];
export const REACHABLE: readonly TestEngine<Reachable>[] = [sqlite, ...SERVERS];
/** PGlite stands in for PostgreSQL where there is no server. */
export const ENGINES: readonly TestEngine[] = [
  sqlite,
  server === undefined ? pglite : postgres(server, process.env.TEST_DATABASE_TEMPLATE),
];
