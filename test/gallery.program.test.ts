import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { existsSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { hear } from './support/process.ts';
import { folderOf, ROOT } from './support/world.ts';

async function gallery(...args: readonly string[]): Promise<{ status: unknown; stdout: string; stderr: string }> {
  const quiet = '--disable-warning=ExperimentalWarning';
  const child = spawn(process.execPath, [quiet, join(ROOT, 'scripts/gallery.ts'), ...args], {
    stdio: 'pipe',
    // Without a browser: its screenshots take minutes.
    env: { ...process.env, INIT_CWD: ROOT, CHROMIUM: join(ROOT, 'no-chromium') },
  });
  const heard = hear(child);
  const [status] = await once(child, 'close');
  return { status, ...heard };
}

/** How a state's file is named, and what it says on Discord in Korean. */
const STATES = [
  ['several-offered', '혹시 이걸 찾으셨나요?'],
  ['several-students', '누구를 볼까요?'],
  ['answered-already', '이미 답했어요'],
  ['edited', '마감했어요 · 3명이 답했어요'],
  ['started-calmly', '참여를 받고 있어요'],
  ['posted', '시간 제한 없이 차분하게'],
  ['paused', '잠깐 멈췄어요'],
  ['recap', '선생님용 요약'],
  ['history', '지난 라이브 퀴즈'],
  ['one-of-the-past', '선생님용 요약'],
  ['event', '라이브 퀴즈: 파드'],
  ['event-changed', '라이브 퀴즈: 파드'],
  ['planned-without-an-event', '예약했어요'],
  ['listed-without-an-event', '‘이벤트 만들기’ 권한이 없어요'],
  ['a-channel-that-cannot-be-written-in', '글을 쓸 수 없어서'],
] as const;

test('a gallery has every state on every platform, as JSON and as text; a later one takes its place, and no other file’s', async () => {
  const folder = join(folderOf({}), 'new');
  const made = await gallery(folder);
  expect(made).toMatchObject({ status: 0, stderr: '', stdout: expect.stringContaining('no screenshots: Chromium') });
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
  // Each is a page as well, with the pages around it, and a room as the wall and a phone show it.
  for (const locale of ['ko', 'en']) {
    const pages = readdirSync(join(folder, 'web', locale), { recursive: true, encoding: 'utf8' });
    const texts = readdirSync(join(folder, 'terminal', locale), { recursive: true, encoding: 'utf8' });
    for (const name of texts.filter((one) => one.endsWith('.txt')))
      expect(pages).toContain(name.replace(/txt$/, 'html'));
    for (const name of ['home', 'code', 'name', 'sign-in', 'control', 'lobby-of-60-wall'])
      expect(pages).toContain(join('0-pages', `${name}.html`));
    expect(pages.filter((name) => /room-\d+-\w+-wall\.html$/.test(name)).length).toBeGreaterThan(20);
  }
  const known = readFileSync(join(folder, 'discord/ko/2-lookup/01-a-concept.txt'), 'utf8');
  expect(known).toContain('파드');
  const korean = readdirSync(join(folder, 'discord/ko'), { recursive: true, encoding: 'utf8' });
  for (const [state, says] of STATES) {
    const shown = korean
      .filter((name) => name.endsWith(`-${state}.txt`))
      .map((name) => readFileSync(join(folder, 'discord/ko', name), 'utf8'));
    expect(shown.join('\n'), state).toContain(says);
  }
  // Discord's commands are pressed.
  const all = korean
    .filter((name) => name.endsWith('.json'))
    .map((name) => readFileSync(join(folder, 'discord/ko', name), 'utf8'));
  expect(all.join('')).toMatch(/<\/live show:\d+>/);
  const students = readdirSync(join(folder, 'slack/ko/8-report')).find((name) => name.endsWith('-students.json'));
  expect(readFileSync(join(folder, 'slack/ko/8-report', students ?? ''), 'utf8')).toContain('data_table');
  writeFileSync(join(folder, 'notes.md'), 'mine');
  const refused = await gallery(folder);
  expect(refused).toMatchObject({ status: 1, stdout: '' });
  expect(refused.stderr).toContain('notes.md');
  expect(existsSync(join(folder, 'terminal'))).toBe(true);
});

test('without a folder it says what is missing', async () => {
  expect(await gallery()).toMatchObject({ status: 2, stdout: '' });
});
