import { copyFileSync, readdirSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { eventually } from '../support/eventually.ts';
import { run } from '../support/process.ts';
import { children } from '../support/store/children.ts';
import { opened } from '../support/store/engines.ts';
import { folderOf } from '../support/world.ts';

const openAt = (file: string) => opened({ engine: 'sqlite', file });

test('a backup while others write has whole batches, and what was written before it; copied, it is a store', async () => {
  const folder = folderOf({});
  const file = join(folder, 'class.db');
  const [writer] = await children(1, 'write', { engine: 'sqlite', file });
  if (!writer) throw new Error('no writer');
  await eventually(() => expect(writer.heard.stdout).toContain('done'));
  const lines = (word: string) =>
    writer.lines().flatMap((line) => (line.startsWith(word) ? [line.slice(word.length)] : []));
  const before = lines('done ');
  const copy = join(folder, 'copy.db');
  const { status, stdout, stderr } = await run(['backup', copy], { env: { DATABASE_URL: file, DOSIRAK_LOCALE: 'en' } });
  expect({ status, stdout, stderr }).toEqual({ status: 0, stdout: `The backup is in ${copy}.\n`, stderr: '' });
  writer.process.kill('SIGKILL');
  await writer.ended;
  expect(readdirSync(folder).filter((name) => !name.startsWith('class.db'))).toEqual(['copy.db']);

  const restored = join(folderOf({}), 'class.db');
  copyFileSync(copy, restored);
  const store = await openAt(restored);
  const answered = async (person: string) => (await store.practice(person, 1)).answered;
  for (const person of before) expect(await answered(person)).toBe(40);
  for (const person of lines('begin ').slice(0, -1)) expect([0, 40]).toContain(await answered(person));
});

test('a backup is written where it was typed, in the language of the terminal', async () => {
  const folder = folderOf({});
  await (await openAt(join(folder, 'data/dosirak.db'))).close();
  const typed = folderOf({});
  const { status, stdout } = await run(['backup', '오늘.db'], { cwd: folder, env: { INIT_CWD: typed } });
  expect({ status, stdout }).toEqual({ status: 0, stdout: `${typed}/오늘.db에 백업했어요.\n` });
  expect(readdirSync(typed)).toEqual(['오늘.db']);
});

test('what cannot be backed up, or cannot be written, is one line and 1, and changes nothing', async () => {
  const folder = folderOf({ 'other.db': 'mine', 'text.db': 'no database at all '.repeat(100) });
  const file = join(folder, 'class.db');
  await (await openAt(file)).close();
  const refused = async (args: readonly string[], DATABASE_URL = file): Promise<string> => {
    const { status, stdout, stderr } = await run(['backup', ...args], { env: { DATABASE_URL } });
    expect({ status, stdout }).toEqual({ status: 1, stdout: '' });
    expect(stderr).toMatch(/^[^\n]+\n$/);
    return stderr;
  };
  const copy = join(folder, 'copy.db');
  expect(await refused([])).toContain('npm run backup -- FILE');
  expect(await refused([join(folder, 'other.db')])).toContain('other.db is there already');
  expect(await refused([file])).toContain('class.db is there already');
  expect(await refused([copy], join(folder, 'none.db'))).toContain('there is no store at');
  expect(await refused([copy], join(folder, 'text.db'))).toContain('it is no SQLite database');
  expect(await refused([join(folder, 'no/where.db')])).toContain('ENOENT');
  const postgres = await refused([copy], 'postgres://kim:secret@db/class');
  expect(postgres).toContain('pg_dump');
  expect(postgres).not.toContain('secret');
  expect(readdirSync(folder).toSorted()).toEqual(['class.db', 'other.db', 'text.db']);
});
