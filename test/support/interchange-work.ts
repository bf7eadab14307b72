/**
 * A process that imports long files, those of its arguments, and tells by JSON, a line a form of them, which code runs more often than they are
 * longer. Code must not be loaded before it is counted, so that this is a process of its own.
 */
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { LONG_FILES } from './long-files.ts';
import { startCounting, type Work } from './work.ts';

const workOf = await startCounting();
const { readSource } = await import('../../src/interchange/source.ts');
const { build } = await import('../../src/interchange/build.ts');
const { claimsOf, UNCLAIMED } = await import('../../src/interchange/claims.ts');

/** What is made once; each part of a file with each other one is 4,000,000. */
const SLACK = 20_000;
const PARTS = 500;

const folder = mkdtempSync(join(tmpdir(), 'dosirak-'));
process.once('exit', () => rmSync(folder, { recursive: true, force: true }));

async function importing(name: string, text: string): Promise<Work> {
  const file = join(folder, name);
  writeFileSync(file, text);
  return workOf(async () => {
    build(await readSource(file), { name, claims: claimsOf(UNCLAIMED), isFree: () => true });
  });
}

for (const what of process.argv.slice(2)) {
  const long = LONG_FILES.get(what);
  if (!long) throw new Error(`no long file of ${what}`);
  const { name, make } = long;
  // What is compiled or remembered at the first time is no work of the second.
  await importing(name, make(10));
  const twice = await importing(name, make(2 * PARTS));
  const four = await importing(name, make(4 * PARTS));
  // Twice as much is twice the work, or four times as much where each part meets each other one.
  const grown = Array.from(four).filter(([code, count]) => count > 3 * (twice.get(code) ?? 0) + SLACK);
  const counts = grown.map(([code, count]) => `${code}: ${twice.get(code)}, ${count} times`);
  process.stdout.write(`${JSON.stringify({ what, counts })}\n`);
}
process.exit(0);
