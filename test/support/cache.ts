import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

/** Runs once before all tests: a cache of content that the processes of this run share. */
export default function setup(): () => void {
  const folder = mkdtempSync(join(tmpdir(), 'dosirak-cache-'));
  // Workers have the environment of this process.
  process.env.TEST_CACHE = folder;
  return () => rmSync(folder, { recursive: true, force: true });
}
