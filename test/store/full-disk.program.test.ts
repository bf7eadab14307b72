import { spawnSync } from 'node:child_process';
import { join } from 'node:path';
import { sql } from 'kysely';
import { describe, expect, onTestFinished, test } from 'vitest';
import { createStore } from '../../src/store/create-store.ts';
import { migrate } from '../../src/store/migrate.ts';
import { sqlite } from '../../src/store/sqlite.ts';
import { CHILD } from '../support/store/children.ts';
import { quiet } from '../support/store/engines.ts';
import { folderOf } from '../support/world.ts';

test('where there is no room, what is written fails as a whole, and what is there can be read', async () => {
  const engine = sqlite(join(folderOf({}), 'class.db'));
  await migrate(engine);
  const store = createStore(engine, quiet.unique);
  onTestFinished(() => store.close());
  await store.record([{ kind: 'lookup', person: 'kim', id: 'pod', at: 1 }]);
  // SQLite's own limit fails as a full disk does.
  await sql`pragma max_page_count = 1`.execute(engine.db);
  const many = Array.from(
    { length: 2000 },
    (_, at) => ({ kind: 'lookup', person: 'kim', id: `term:${at}`, at }) as const,
  );
  await expect(store.record(many)).rejects.toThrow('database or disk is full');
  expect(await store.lookups('kim', 5)).toEqual(['pod']);
  await sql`pragma max_page_count = 100000`.execute(engine.db);
  await store.record(many);
  expect(await store.lookups('kim', 1)).toEqual(['term:1999']);
});

/** Runs a child on a disk of its own, which is gone with it; `ballast` fills a part of it. Sizes in KiB. */
function onDisk(folder: string, sizes: { disk: number; ballast: number }, job: string) {
  const script = [
    `mount -t tmpfs -o size=${sizes.disk}k tmpfs "$1"`,
    `head -c ${sizes.ballast}k /dev/zero >"$1/ballast"`,
    'exec "$2" "$3" "$4" "$5"',
  ].join(' && ');
  const address = JSON.stringify({ engine: 'sqlite', file: join(folder, 'class.db') });
  const args = ['sh', folder, process.execPath, CHILD, job, address];
  const how = { input: 'go', encoding: 'utf8' } as const;
  return spawnSync('unshare', ['--map-root-user', '--mount', 'sh', '-c', script, ...args], how);
}

/** Where this machine lets us have one. */
const DISKS = onDisk('/mnt', { disk: 1000, ballast: 1 }, 'open').status === 0 ? ['a small disk'] : [];

describe.each(DISKS)('on %s', () => {
  test.each([0, 32, 64])('%i KiB are too few to start, which is one line', (room) => {
    const folder = folderOf({});
    const { status, stderr } = onDisk(folder, { disk: 100, ballast: 100 - room }, 'open');
    expect(status).toBe(1);
    expect(stderr).toMatch(/^StartError: DATABASE_URL: .*\/class\.db cannot be used: the disk (?:fails or )?is full$/m);
  });

  test('a disk that gets full fails whole batches, and what fails can be written once there is room', () => {
    const { status, stdout, stderr } = onDisk(folderOf({}), { disk: 4000, ballast: 2000 }, 'fill');
    expect(stdout.split('\n').slice(1, -1)).toEqual([
      'database or disk is full',
      'the one before: 40, the one that failed: 0',
      'with room again: 40',
    ]);
    expect({ status, stderr }).toEqual({ status: 0, stderr: '' });
  });
});
