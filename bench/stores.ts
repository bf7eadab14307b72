/** Stores for benches: SQLite in a file of its own, PostgreSQL where TEST_DATABASE_URL names a server. */
import { randomBytes, randomUUID } from 'node:crypto';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { Client } from 'pg';
import type { Class } from '../src/core/class.ts';
import { createStore } from '../src/store/create-store.ts';
import type { Engine } from '../src/store/engine.ts';
import { migrate } from '../src/store/migrate.ts';
import { postgres } from '../src/store/postgres.ts';
import { sqlite } from '../src/store/sqlite.ts';
import type { Store } from '../src/store/store.ts';

export interface Place {
  store: Store;
  engine: Engine;
  close(): Promise<void>;
}

async function on(engine: Engine, gone: () => unknown): Promise<Place> {
  await migrate(engine);
  const store = createStore(engine, randomUUID);
  return {
    store,
    engine,
    async close() {
      await store.close();
      await gone();
    },
  };
}

async function inFile(): Promise<Place> {
  const folder = mkdtempSync(join(tmpdir(), 'dosirak-'));
  return on(sqlite(join(folder, 'bench.db')), () => rmSync(folder, { recursive: true, force: true }));
}

/** A new database on the server at `url`, and how it goes again. */
export async function newDatabase(url: string): Promise<{ url: string; drop(): Promise<void> }> {
  const name = `bench_${randomBytes(6).toString('hex')}`;
  const owner = new Client({ connectionString: url });
  await owner.connect();
  await owner.query(`create database ${name}`);
  const own = new URL(url);
  own.pathname = name;
  return {
    url: own.href,
    async drop() {
      await owner.query(`drop database ${name} with (force)`);
      await owner.end();
    },
  };
}

async function inDatabase(server: string): Promise<Place> {
  const { url, drop } = await newDatabase(server);
  return on(postgres(url, { warn() {} }), drop);
}

/** PostgreSQL is measured where a server is. */
export const server = process.env.TEST_DATABASE_URL;

export const engines: readonly { name: string; open: () => Promise<Place> }[] = [
  { name: 'SQLite', open: inFile },
  ...(server === undefined ? [] : [{ name: 'PostgreSQL', open: () => inDatabase(server) }]),
];

/** Rows a statement: below SQLite's 32,766 parameters. */
const ROWS = 1000;

/** Writes many classes at once, as save() does one by one. */
export async function fill({ engine }: Place, classes: readonly Class[]): Promise<void> {
  await engine.db.transaction().execute(async (db) => {
    for (let at = 0; at < classes.length; at += ROWS) {
      const some = classes.slice(at, at + ROWS);
      await db
        .insertInto('class')
        .values(
          some.map(({ id, timetable, locale, owner, code, due = null }) => ({
            ...{ id, locale, owner, code, due, at: 0, paused: null, paused_channel: null },
            zone: timetable.zone,
            minute: timetable.minute,
            weekdays: timetable.weekdays.join(','),
            holidays: Number(timetable.holidays),
          })),
        )
        .execute();
      await db
        .insertInto('class_channel')
        .values(some.flatMap(({ id, channels }) => channels.map((one) => ({ ...one, class: id }))))
        .execute();
    }
  });
}
