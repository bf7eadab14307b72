import { execFileSync, spawnSync } from 'node:child_process';
import { mkdirSync, symlinkSync } from 'node:fs';
import { join, relative } from 'node:path';
import { expect, test } from 'vitest';
import { readFolders } from '../../src/content/files.ts';
import { loadContent } from '../../src/content/load.ts';
import { complaints, load, termFile, termOf, told } from '../support/content.ts';
import { PATIENCE } from '../support/patience.ts';
import { folderOf, ROOT } from '../support/world.ts';

const bytes = (...values: number[]): Uint8Array => Uint8Array.from(values);

/** What is read of a folder, as paths within it. */
function namesRead(folder: string, folders = [folder]): string[] {
  return readFolders(folders).files.map(({ file }) => relative(folder, file));
}

test('Markdown files are found at any depth, in order of their paths; nothing else is read', () => {
  const folder = folderOf({ 'b.md': 'b', 'a/z.markdown': 'z', 'a/A.MD': 'A', 'c.txt': 'c', 'd.md.bak': 'd', md: 'm' });
  expect(namesRead(folder)).toEqual(['a/A.MD', 'a/z.markdown', 'b.md']);
});

test('hidden files, hidden folders and node_modules are passed over', () => {
  const folder = folderOf({
    '.git/x.md': 'x',
    '.draft.md': 'x',
    'a/.obsidian/y.md': 'y',
    'node_modules/m/README.md': 'm',
    'a/ok.md': 'ok',
  });
  expect(namesRead(folder)).toEqual(['a/ok.md']);
  expect(readFolders([folder]).problems).toEqual([]);
});

test('notes for authors are passed over', () => {
  const { terms, chapters, problems } = load({
    'a.md': '## 하나 {#one}\n\n글\n',
    'STYLE.md': '## 글 쓰는 법\n\n해요체로 써요.\n',
    'CAST.md': '## 배역\n\n| 용어 | 설명 |\n| --- | --- |\n| 도시락 | 컨테이너 |\n',
  });
  expect(problems).toEqual([]);
  expect([chapters.length, terms.length]).toEqual([1, 0]);
});

test('a folder named twice, within another or by a link is read once', () => {
  const folder = folderOf({ 'a/pod.md': termFile('pod'), 'b.md': termFile('node') });
  symlinkSync(join(folder, 'a'), join(folder, 'again'));
  symlinkSync(join(folder, 'b.md'), join(folder, 'same.md'));
  const twice = [folder, join(folder, 'a'), `${folder}/`, join(folder, 'a', '..')];
  expect(namesRead(folder, twice)).toEqual(['a/pod.md', 'b.md']);
  expect(loadContent(twice)).toMatchObject({ problems: [], terms: [{ id: 'pod' }, { id: 'node' }] });
});

test('links in a circle end, and the rest is read', () => {
  const folder = folderOf({ 'a/pod.md': termFile('pod') });
  symlinkSync(folder, join(folder, 'a', 'up'));
  symlinkSync('.', join(folder, 'self'));
  expect(readFolders([folder])).toMatchObject({ problems: [], files: [{ file: join(folder, 'a/pod.md') }] });
});

test('a link to itself or to nothing is named, and the rest is read', () => {
  const folder = folderOf({ 'z.md': termFile('pod') });
  symlinkSync('loop.md', join(folder, 'loop.md'));
  symlinkSync('gone.md', join(folder, 'lost.md'));
  const { problems, terms } = loadContent([folder]);
  expect(problems.map(({ file, line }) => [relative(folder, file), line])).toEqual([
    ['loop.md', 1],
    ['lost.md', 1],
  ]);
  expect(terms).toHaveLength(1);
});

test('a folder that is not there is named, and the others are read', () => {
  const folder = folderOf({ 'pod.md': termFile('pod') });
  const missing = join(folder, 'none');
  const { problems, terms } = loadContent([missing, folder]);
  expect(problems).toMatchObject([
    { file: missing, line: 1, message: { ko: expect.stringContaining('읽을 수 없어요') } },
  ]);
  expect(terms).toHaveLength(1);
});

test('a folder that is called like a file is still a folder', () => {
  const folder = folderOf({ 'notes.md/pod.md': termFile('pod') });
  mkdirSync(join(folder, 'empty.md'));
  expect(loadContent([folder])).toMatchObject({ problems: [], terms: [{ id: 'pod' }] });
});

test('files of 1 MB and 10 MB are named as too large, and the rest is read', () => {
  const problems = complaints({
    'big.md': `# 제목\n\n${'긴 글 '.repeat(130_000)}`,
    'huge.md': termFile('pod', '', 'x'.repeat(10_000_000)),
    'ok.md': termFile('ok'),
  });
  expect(problems).toEqual([
    'big.md:1 The file is over 512 KiB. Split it into several.',
    'huge.md:1 The file is over 512 KiB. Split it into several.',
  ]);
});

test('a file of exactly 512 KiB is read, one byte more is not', () => {
  const file = termFile('pod');
  const full = file + 'x'.repeat(512 * 1024 - Buffer.byteLength(file));
  const folder = folderOf({ 'full.md': full, 'over.md': `${full}x` });
  const { files, problems } = readFolders([folder]);
  expect(files.map((one) => relative(folder, one.file))).toEqual(['full.md']);
  expect(problems.map((one) => relative(folder, one.file))).toEqual(['over.md']);
});

test('a file knows its path from the folder that was named, whatever the system calls its letters', () => {
  const folder = folderOf({ 'b.md': 'b', [`${'수업'.normalize('NFD')}/2/a.md`]: 'a' });
  const pathsOf = (...folders: string[]) => readFolders(folders).files.map(({ path }) => path);
  expect(pathsOf(folder)).toEqual(['b.md', '수업/2/a.md']);
  expect(pathsOf(`${folder}/`)).toEqual(['b.md', '수업/2/a.md']);
  expect(pathsOf(join(folder, '수업'.normalize('NFD')), folder)).toEqual(['2/a.md', 'b.md']);
  expect(pathsOf(join(folder, 'b.md'))).toEqual(['b.md']);
});

test('pipes and devices that are named like files are passed over at once, and the rest is read', () => {
  const folder = folderOf({ 'ok.md': termFile('ok') });
  execFileSync('mkfifo', [join(folder, 'a.md'), join(folder, 'pipe')]);
  symlinkSync(join(folder, 'pipe'), join(folder, 'b.md'));
  symlinkSync('/dev/zero', join(folder, 'c.md'));
  // In a process of its own: one that waits for a pipe's writer could not be ended from within.
  const launch = join(ROOT, 'src/launch.mjs');
  const how = { encoding: 'utf8', timeout: PATIENCE, killSignal: 'SIGKILL' } as const;
  const { status, stdout } = spawnSync(process.execPath, [launch, 'check', folder], how);
  expect({ status, stdout }).toEqual({ status: 0, stdout: expect.stringMatching(/\b1\D+0\D+0\D+0\D*\n$/) });
});

test('pictures, archives and other encodings with a Markdown name are named', () => {
  const problems = told({
    'gif.md': bytes(...Buffer.from('GIF89a'), 0, 0, 1),
    'korean.md': bytes(0xb5, 0xb5, 0xbd, 0xc3, 0xb6, 0xf4),
    'png.md': bytes(0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a),
    'surrogate.md': bytes(0xed, 0xa0, 0x80),
    'utf16.md': bytes(0xff, 0xfe, 0x23, 0x00, 0x20, 0x00),
    'zero.md': `${termFile('zero')}\0`,
  });
  expect(problems.map(({ at, en }) => `${at} ${en}`)).toEqual([
    'gif.md:1 This is a binary file, not text. Remove it.',
    'korean.md:1 The file is not UTF-8. Save it as UTF-8.',
    'png.md:1 The file is not UTF-8. Save it as UTF-8.',
    'surrogate.md:1 The file is not UTF-8. Save it as UTF-8.',
    'utf16.md:1 The file is not UTF-8. Save it as UTF-8.',
    'zero.md:1 This is a binary file, not text. Remove it.',
  ]);
});

test('Windows and old Mac line ends, and a byte order mark, change neither the content nor its lines', () => {
  const file = termFile('pod', 'related:\n  - nowhere\n', '설명.\n\n> 비유.');
  const plain = load({ 'pod.md': file });
  for (const text of [
    file.replaceAll('\n', '\r\n'),
    file.replaceAll('\n', '\r'),
    `\ufeff${file}`,
    `\ufeff${file}\r\n`,
  ]) {
    const { terms, problems } = load({ 'pod.md': text });
    expect(terms.map((term) => ({ ...term, file: '' }))).toEqual(plain.terms.map((term) => ({ ...term, file: '' })));
    expect(problems.map((problem) => problem.line)).toEqual([6]);
  }
});

test('text and file names that macOS has taken apart (NFD) are put together', () => {
  const decomposed = termFile('파드', 'aliases: [포드]\n').normalize('NFD');
  const content = load({
    [`${'수업'.normalize('NFD')}/${'파드'.normalize('NFD')}.md`]: decomposed,
    [`${'한글이름'.normalize('NFD')}.md`]: '# 제목\n\n글\n'.normalize('NFD'),
  });
  expect(content.problems).toEqual([]);
  expect(termOf(content, '파드')).toMatchObject({ title: { ko: '개념 파드' }, aliases: ['포드'] });
  expect(content.chapters).toMatchObject([{ id: '한글이름', sections: [{ id: '한글이름#제목' }] }]);
});

test('an empty file is named', () => {
  expect(complaints({ 'a.md': '', 'b.md': '\ufeff', 'c.md': ' \n\n' })).toEqual([
    'a.md:1 The file is empty. Write some text or remove it.',
    'b.md:1 The file is empty. Write some text or remove it.',
    'c.md:1 The file is empty. Write some text or remove it.',
  ]);
});
