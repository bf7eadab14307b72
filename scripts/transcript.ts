/**
 * `npm run transcript -- FILE`: plays a class on Discord, Slack and at the terminal, kills the program between two posts of
 * one event, again and again, and writes what the class read, with the posts counted, as Markdown. It takes a minute or two.
 */
import { existsSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { playTranscript } from '../test/support/transcript.ts';

const [named] = process.argv.slice(2);
if (named === undefined) {
  console.error('npm run transcript -- FILE: the file is missing');
  process.exit(2);
}
// npm runs scripts in the project's folder, and says in INIT_CWD in which one they were typed.
const file = resolve(process.env.INIT_CWD ?? '.', named);
if (existsSync(file)) {
  console.error(`${file} is there already`);
  process.exit(1);
}
const folder = mkdtempSync(join(tmpdir(), 'dosirak-'));
const ends: (() => Promise<void> | void)[] = [() => rmSync(folder, { recursive: true, force: true })];
let failed = false;
try {
  const { text, counts } = await playTranscript(
    { engine: 'sqlite', file: join(folder, 'class.db') },
    (end) => void ends.push(end),
  );
  writeFileSync(file, text);
  failed = counts.some(({ messages }) => messages !== 1);
  console.log(`${file}: ${failed ? 'a message is lost or there twice' : 'each message is there once'}`);
} finally {
  for (const end of ends.toReversed()) await end();
}
process.exit(failed ? 1 : 0);
