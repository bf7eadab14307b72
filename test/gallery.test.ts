import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { existsSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { hear } from './support/process.ts';
import { folderOf, ROOT } from './support/world.ts';

async function gallery(...args: readonly string[]): Promise<{ status: unknown; stdout: string; stderr: string }> {
  const child = spawn(process.execPath, [join(ROOT, 'scripts/gallery.ts'), ...args], {
    stdio: 'pipe',
    env: { ...process.env, INIT_CWD: ROOT },
  });
  const heard = hear(child);
  const [status] = await once(child, 'close');
  return { status, ...heard };
}

test('a gallery has every state on every platform, as JSON and as text; a later one takes its place, and no other file’s', async () => {
  const folder = join(folderOf({}), 'new');
  const made = await gallery(folder);
  expect(made).toMatchObject({ status: 0, stderr: '' });
  for (const platform of ['discord', 'slack', 'terminal'])
    for (const locale of ['ko', 'en']) {
      const here = join(folder, platform, locale);
      const files = readdirSync(here, { recursive: true, encoding: 'utf8' }).filter((name) => name.includes('.'));
      const names = new Set(files.map((name) => name.replace(/\.\w+$/, '')));
      expect(files.length).toBe(2 * names.size);
      for (const name of names) {
        JSON.parse(readFileSync(join(here, `${name}.json`), 'utf8'));
        expect(readFileSync(join(here, `${name}.txt`), 'utf8').trim(), `${here}/${name}`).not.toBe('');
      }
      for (const type of ['single', 'multiple', 'boolean', 'order', 'typed', 'number'])
        expect([...names].filter((name) => name.endsWith(`asked-${type}`)).length, type).toBeGreaterThan(0);
    }
  const known = readFileSync(join(folder, 'discord/ko/2-lookup/01-a-concept.txt'), 'utf8');
  expect(known).toContain('파드');
  writeFileSync(join(folder, 'notes.md'), 'mine');
  const refused = await gallery(folder);
  expect(refused).toMatchObject({ status: 1, stdout: '' });
  expect(refused.stderr).toContain('notes.md');
  expect(existsSync(join(folder, 'terminal'))).toBe(true);
});

test('without a folder it says what is missing', async () => {
  expect(await gallery()).toMatchObject({ status: 2, stdout: '' });
});
