import { closeSync, existsSync, fsyncSync, mkdtempSync, openSync, renameSync, rmSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { DatabaseSync } from 'node:sqlite';
import { StartError } from '../core/errors.ts';
import type { DatabaseAddress } from './address.ts';
import { explainSqliteError } from './sqlite-errors.ts';

/** How long the store may be locked, in milliseconds. */
const LOCK_WAIT = 5000;

function sync(file: string): void {
  const descriptor = openSync(file, 'r+');
  try {
    fsyncSync(descriptor);
  } finally {
    closeSync(descriptor);
  }
}

/** Copies one snapshot, however much is written meanwhile. `to` appears only once it is whole and on the disk. */
function copy(from: string, to: string): void {
  const folder = mkdtempSync(join(dirname(to), '.backup-'));
  try {
    const part = join(folder, 'part');
    const db = new DatabaseSync(from, { readOnly: true, timeout: LOCK_WAIT });
    try {
      db.prepare('vacuum into ?').run(part);
    } finally {
      db.close();
    }
    // VACUUM INTO does not sync, https://sqlite.org/lang_vacuum.html
    sync(part);
    renameSync(part, to);
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}

/**
 * Writes what is in the store now to a new file, while the bot uses the store.
 * @throws StartError, one line, where that is not possible; then there is no new file.
 */
export function backup(address: DatabaseAddress, to: string): void {
  if (address.engine === 'postgres')
    throw new StartError(
      'the store is PostgreSQL: use pg_dump, such as pg_dump --format=custom --file=FILE "$DATABASE_URL"',
    );
  const { file } = address;
  if (!existsSync(file)) throw new StartError(`DATABASE_URL: there is no store at ${file} yet`);
  if (existsSync(to)) throw new StartError(`${to} is there already; name a new file`);
  try {
    copy(file, to);
  } catch (error) {
    const why = explainSqliteError(error);
    if (why === undefined) throw error;
    throw new StartError(`no backup of ${file} in ${to}: ${why}`);
  }
}
