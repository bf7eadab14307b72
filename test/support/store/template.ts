/**
 * Runs once before all tests, where there is a PostgreSQL server: a database whose tables are there, which those of tests
 * are copied from. To make the tables takes longer than all that most tests do with them.
 */
import { randomBytes, randomUUID } from 'node:crypto';
import { Client } from 'pg';
import { openStore } from '../../../src/store/open.ts';

/** Runs SQL as whoever owns the server. */
export async function onServer(url: string, sql: string): Promise<void> {
  const client = new Client({ connectionString: url });
  await client.connect();
  try {
    await client.query(sql);
  } finally {
    await client.end();
  }
}

export default async function setup(): Promise<(() => Promise<void>) | undefined> {
  const server = process.env.TEST_DATABASE_URL;
  if (server === undefined) return undefined;
  const name = `test_template_${randomBytes(8).toString('hex')}`;
  await onServer(server, `create database ${name}`);
  const url = new URL(server);
  url.pathname = name;
  const store = await openStore(
    { engine: 'postgres', url: url.href },
    { unique: randomUUID, log: { warn: () => undefined } },
  );
  await store.close();
  // Workers have the environment of this process.
  process.env.TEST_DATABASE_TEMPLATE = name;
  return () => onServer(server, `drop database ${name} with (force)`);
}
