import { chmodSync, existsSync, truncateSync } from 'node:fs';
import { join } from 'node:path';
import { DatabaseSync } from 'node:sqlite';
import { sql } from 'kysely';
import { expect, onTestFinished, test } from 'vitest';
import { StartError } from '../../src/core/errors.ts';
import { MIGRATIONS } from '../../src/store/migrations.ts';
import { sqlite } from '../../src/store/sqlite.ts';
import { opened } from '../support/store/engines.ts';
import { folderOf } from '../support/world.ts';

const openAt = (file: string) => opened({ engine: 'sqlite', file });

async function closedStore(): Promise<string> {
  const file = join(folderOf({}), 'class.db');
  const store = await openAt(file);
  await store.record(
    Array.from({ length: 300 }, (_, at) => ({ kind: 'lookup', person: `person:${at}`, id: 'pod', at })),
  );
  await store.close();
  return file;
}

/** As somebody who owns nothing, where tests run as root, who may do everything. */
async function asNobody<T>(run: () => Promise<T>): Promise<T> {
  if (process.getuid?.() !== 0) return run();
  process.seteuid?.(65534);
  try {
    return await run();
  } finally {
    process.seteuid?.(0);
  }
}

/** The one line that an operator reads. */
async function refusal(file: string): Promise<string> {
  const error: unknown = await openAt(file).catch((error: unknown) => error);
  expect(error).toBeInstanceOf(StartError);
  const { message } = error as StartError;
  expect(message).not.toContain('\n');
  expect(message.startsWith(`DATABASE_URL: ${file} cannot be used: `)).toBe(true);
  return message.slice(`DATABASE_URL: ${file} cannot be used: `.length);
}

test('the folder of the file is made, and nothing is left beside the file once it is closed', async () => {
  const folder = folderOf({});
  const file = join(folder, 'a/b/class.db');
  const store = await openAt(file);
  expect(existsSync(`${file}-wal`)).toBe(true);
  await store.close();
  expect([file, `${file}-wal`, `${file}-shm`].map(existsSync)).toEqual([true, false, false]);
});

test('a commit waits for the disk, and keeps nobody from reading', async () => {
  const { db } = sqlite(join(folderOf({}), 'class.db'));
  onTestFinished(() => db.destroy());
  const told = async (name: string) =>
    Object.values((await sql.raw<object>(`pragma ${name}`).execute(db)).rows[0] ?? {});
  expect(await told('journal_mode')).toEqual(['wal']);
  // FULL, https://sqlite.org/pragma.html#pragma_synchronous
  expect(await told('synchronous')).toEqual([2]);
  expect(await told('foreign_keys')).toEqual([1]);
});

test('sessions of before there were kinds are live quizzes, which go on', async () => {
  const file = join(folderOf({}), 'class.db');
  const { db } = sqlite(file);
  for (const migration of MIGRATIONS.slice(0, 8)) await migration(db);
  await sql.raw('create table dosirak_migration (version integer primary key)').execute(db);
  await sql.raw('insert into dosirak_migration values (1), (2), (3), (4), (5), (6), (7), (8)').execute(db);
  await sql.raw("insert into session values ('s1', 'c1', '{}', 3, 99, 1, 0)").execute(db);
  await db.destroy();
  const { sessions } = await openAt(file);
  const old = { id: 's1', classId: 'c1', kind: 'live', state: '{}', version: 3, wakes: 99, at: 1 };
  expect(await sessions.running('c1')).toEqual([old]);
  expect(await sessions.material('s1')).toBeUndefined();
  const next = { ...old, id: 's2', material: '' };
  expect(await sessions.begin(next, [])).toBe(false);
  expect(await sessions.begin({ ...next, kind: 'homework' }, [])).toBe(true);
});

test('members of before there were names keep their class, and get their name with the next note', async () => {
  const file = join(folderOf({}), 'class.db');
  const { db } = sqlite(file);
  for (const migration of MIGRATIONS.slice(0, 3)) await migration(db);
  await sql.raw('create table dosirak_migration (version integer primary key)').execute(db);
  await sql.raw('insert into dosirak_migration values (1), (2), (3)').execute(db);
  await sql.raw("insert into member values ('kim', 'c1', 1)").execute(db);
  await db.destroy();
  const store = await openAt(file);
  expect(await store.reports.members('c1')).toEqual([{ who: { person: 'kim', name: undefined }, at: 1 }]);
  await store.record([{ kind: 'lookup', person: 'kim', name: '김', id: 'pod', at: 2 }]);
  expect(await store.reports.members('c1')).toEqual([{ who: { person: 'kim', name: '김' }, at: 2 }]);
});

test('a newer schema is refused', async () => {
  const file = await closedStore();
  const db = new DatabaseSync(file);
  db.exec('insert into dosirak_migration values (99)');
  db.close();
  expect(await refusal(file)).toMatch(
    /^the store was written by a newer Dosirak \(its schema is 99, this one knows \d+\)/,
  );
});

test('a folder that is a file, and a file that is a folder, are told', async () => {
  const folder = folderOf({ file: '', 'folder/x': '' });
  expect(await refusal(join(folder, 'file/class.db'))).toMatch(/^(?:EEXIST|ENOTDIR): .*file/);
  expect(await refusal(join(folder, 'folder'))).toBe('it cannot be opened');
});

test('a file that is no database is told, and left as it is', async () => {
  const file = join(folderOf({ 'class.db': '수업 '.repeat(1000) }), 'class.db');
  expect(await refusal(file)).toBe('it is no SQLite database');
});

test('a damaged file is told', async () => {
  const file = await closedStore();
  truncateSync(file, 4096);
  expect(await refusal(file)).toBe('it is damaged');
});

test('a folder in which nothing may be written is told, with a file in it and without', async () => {
  const file = await closedStore();
  const folder = folderOf({});
  for (const path of [join(file, '..'), folder]) chmodSync(path, 0o555);
  chmodSync(file, 0o444);
  expect(await asNobody(() => refusal(file))).toMatch(/^it (?:is read-only|cannot be opened)$/);
  expect(await asNobody(() => refusal(join(folder, 'class.db')))).toBe('it cannot be opened');
  expect(await asNobody(() => refusal(join(folder, 'data/class.db')))).toMatch(/^EACCES: /);
});

test('another process that keeps the file locked is waited for', async () => {
  const file = await closedStore();
  const store = await openAt(file);
  const db = new DatabaseSync(file);
  onTestFinished(() => db.close());
  db.exec('begin immediate');
  const claim = store.claim('post:1', 1);
  // Nobody is kept from anything else while it waits.
  await new Promise((resolve) => setTimeout(resolve, 1));
  db.exec('commit');
  expect(await claim).toBe(true);
});

test('another process that never lets go is told at the start, and fails what is written later', async () => {
  const file = await closedStore();
  const store = await openAt(file);
  const db = new DatabaseSync(file);
  onTestFinished(() => db.close());
  db.exec('begin immediate');
  expect(await refusal(file)).toBe('another process keeps it locked');
  await expect(store.claim('post:1', 1)).rejects.toThrow('locked');
  expect(await store.lookups('person:1', 5)).toEqual(['pod']);
});
