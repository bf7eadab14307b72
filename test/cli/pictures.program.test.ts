import { mkdtempSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { termFile } from '../support/content.ts';
import { sizeOf } from '../support/png.ts';
import { run } from '../support/process.ts';
import { folderOf } from '../support/world.ts';

const content = () => folderOf({ 'a.md': termFile('a'), 'b.md': termFile('파드') });
const folder = (): string => join(mkdtempSync(join(tmpdir(), 'pictures-')), 'new', '그림');

test.each([
  ['ko_KR.UTF-8', (where: string) => `${where}에 카드 그림 8장을 그렸어요.\n`],
  ['en_US.UTF-8', (where: string) => `Drew 8 cards in ${where}.\n`],
])('npm run pictures writes every card and says so in one line (%s)', async (LANG, line) => {
  const where = folder();
  const ended = await run(['pictures', where], { env: { CONTENT_DIR: content(), LANG } });
  expect(ended).toEqual({ status: 0, stdout: line(where), stderr: '' });
  const names = ['a', '파드'].flatMap((id) =>
    ['ko', 'en'].flatMap((locale) => ['light', 'dark'].map((theme) => `${id}.${locale}.${theme}.png`)),
  );
  expect(
    readdirSync(where)
      .map((name) => name.normalize('NFC'))
      .toSorted(),
  ).toEqual(names.toSorted());
  for (const name of readdirSync(where))
    expect(sizeOf(readFileSync(join(where, name)))).toEqual({ width: 1200, height: 630 });
});

test('a folder that cannot be written to is told in a line', async () => {
  const file = join(mkdtempSync(join(tmpdir(), 'pictures-')), 'file');
  writeFileSync(file, '');
  const { status, stdout, stderr } = await run(['pictures', file], { env: { CONTENT_DIR: content() } });
  expect([status, stdout]).toEqual([1, '']);
  expect(stderr).toMatch(/^The pictures cannot be written: .*\n$/);
});

test('a course of one language has cards, answers and refusals in that one alone', async () => {
  const taught = folderOf({ 'course.yaml': 'id: sql\nlanguages: [ko]\n', 'a.md': termFile('a') });
  const env = { CONTENT_DIR: taught, DOSIRAK_LOCALE: 'en' };
  const where = folder();
  expect((await run(['pictures', where], { env })).status).toBe(0);
  expect(readdirSync(where).toSorted()).toEqual(['a.ko.dark.png', 'a.ko.light.png']);
  const { stdout } = await run(['ask'], { input: '개념 a\n/quiz 없는 주제\n', env });
  const [term, refusal] = stdout.split('\n');
  expect(term).toContain('뜻이에요.');
  expect(term).not.toContain('The meaning.');
  expect(refusal).toMatch(/[가-힣]/);
});
