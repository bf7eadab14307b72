/** What is saved is taught, by the process itself: real files, the system's events, the thread that reads. */
import { renameSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { setFlagsFromString } from 'node:v8';
import { runInNewContext } from 'node:vm';
import { expect, test } from 'vitest';
import { createCourse } from '../../src/course/course.ts';
import { termFile } from '../support/content.ts';
import { eventually } from '../support/eventually.ts';
import { openReloading } from '../support/reloading.ts';

const QUESTION = 'questions:\n  - { type: boolean, ask: 하나, answer: true, why: 까닭 }\n';
const FILES = { 'a.md': termFile('a', QUESTION), 'b.md': termFile('b', 'related: [a]\n') };
/** Longer than changes settle and a course is made. */
const CALM = 3000;

test('a changed, new and removed file is taught, each time with a search of its own, and only changed files are parsed', async () => {
  const { loaded, write, remove, taught, outcomes, logged } = await openReloading(FILES);
  const before = loaded.course;
  const read = (name: string) => loaded.reading.found.find(({ file }) => file.endsWith(name))?.read;
  const b = read('b.md');
  await taught(() => write('a.md', termFile('a', 'aliases: [거시기]\n')));
  expect(loaded.course).not.toBe(before);
  expect(loaded.course.search('거시기').matches[0]?.document.id).toBe('a');
  expect(before.search('거시기').answered).toBe(false);
  expect(read('b.md')).toBe(b);
  await taught(() => write('c.md', termFile('c')));
  expect(Array.from(loaded.course.terms.keys())).toEqual(['a', 'b', 'c']);
  await taught(() => remove('a.md'));
  expect(Array.from(loaded.course.terms.keys())).toEqual(['b', 'c']);
  expect(loaded.course.terms.get('b')?.related).toEqual([]);
  expect(outcomes.filter((one) => one !== 'unchanged')).toEqual(['taught', 'taught', 'taught']);
  expect(logged).toMatchObject([
    { level: 'info', fields: { terms: 2, problems: 0 } },
    { level: 'info' },
    { level: 'info' },
  ]);
});

test('is the same as a course that was read anew', async () => {
  const { folder, loaded, write, taught } = await openReloading(FILES);
  await taught(() => write('g/c.md', `---\ntitle: 1장\n---\n\n# 처음 {#first}\n\n[가](term:a) 글\n`));
  const { content } = (await openReloadingAt(folder)).course;
  expect(loaded.course.content).toEqual(content);
});

/** The course of a folder that is there, as the next process has it. */
async function openReloadingAt(folder: string) {
  const { loadContent } = await import('../../src/content/load.ts');
  return { course: createCourse(loadContent([folder])) };
}

test('a save that changes nothing is no change, and neither is one of another file', async () => {
  const { loaded, write, outcomes } = await openReloading(FILES);
  const { course } = loaded;
  write('a.md', FILES['a.md']);
  await eventually(() => expect(outcomes).toContain('unchanged'));
  write('notes.txt~', 'x');
  write('picture.png', 'x');
  await sleep(CALM);
  expect(outcomes.filter((one) => one !== 'unchanged')).toEqual([]);
  expect(loaded.course).toBe(course);
});

test('many saves and a pull over 300 files are taught once', async () => {
  const many = Object.fromEntries(Array.from({ length: 300 }, (_, n) => [`g/t${n}.md`, termFile(`t${n}`, QUESTION)]));
  const { folder, loaded, taught, outcomes } = await openReloading(many);
  await taught(() => {
    for (const name of Object.keys(many)) {
      const path = join(folder, name);
      writeFileSync(`${path}.tmp`, (many[name] ?? '').replace('설명이에요.', '새 설명이에요.'));
      renameSync(`${path}.tmp`, path);
    }
  });
  await sleep(CALM);
  expect(outcomes.filter((one) => one === 'taught')).toHaveLength(1);
  expect(
    Array.from(loaded.course.terms.values()).filter(({ explanation }) => explanation.ko === '새 설명이에요.'),
  ).toHaveLength(300);
});

test('a file that cannot be read is taught as it was, and told once; mended, nothing more is said', async () => {
  const { loaded, write, taught, news, counts, toTell } = await openReloading(FILES);
  await taught(() => write('a.md', termFile('a', 'related: [b\n')));
  expect(loaded.course.terms.get('a')?.questions).toHaveLength(1);
  expect(news.at(-1)?.problems).toMatchObject([
    { line: 6, message: { en: expect.stringContaining('The YAML cannot be read') } },
  ]);
  expect(counts()).toEqual({ problems: 1, refused: 1 });
  // It is still there, a line further down.
  await taught(() => write('a.md', termFile('a', 'aliases: []\nrelated: [b\n')));
  expect(toTell().problems).toMatchObject([{ line: 7 }]);
  expect(news.at(-1)?.problems).toEqual([]);
  await taught(() => write('a.md', termFile('a')));
  expect(news.at(-1)).toMatchObject({ problems: [], later: [] });
  expect(counts()).toEqual({ problems: 0, refused: 0 });
  expect(loaded.course.terms.get('a')?.questions).toEqual([]);
});

test('the command that looks things up keeps its name until the next start, and that is told', async () => {
  const { loaded, write, taught, news } = await openReloading({
    ...FILES,
    'course.yaml': 'title: 파이썬\ncommand: py\n',
  });
  expect(loaded.course.lookUp).toBe('py');
  await taught(() => write('course.yaml', 'title: 파이썬 3\ncommand: snake\n'));
  expect(loaded.course.lookUp).toBe('py');
  expect(loaded.course.content.settings).toMatchObject({ title: { ko: '파이썬 3' }, command: 'snake' });
  expect(news.at(-1)?.later).toMatchObject([{ line: 2, message: { ko: expect.stringContaining('/snake') } }]);
  await taught(() => write('course.yaml', 'title: 파이썬\ncommand: py\n'));
  expect(news.at(-1)?.later).toEqual([]);
});

test('a course that is no longer taught is forgotten, with all that hung on it', async () => {
  setFlagsFromString('--expose-gc');
  const collect: unknown = runInNewContext('gc');
  if (typeof collect !== 'function') throw new Error('nothing collects garbage');
  const { loaded, write, taught } = await openReloading(FILES);
  const gone: WeakRef<object>[] = [];
  for (let n = 0; n < 3; n++) {
    loaded.course.search(`개념 ${n}`);
    gone.push(new WeakRef(loaded.course), new WeakRef(loaded.course.search), new WeakRef(loaded.course.content));
    await taught(() => write('a.md', termFile('a', `aliases: [이름${n}]\n`)));
  }
  await eventually(async () => {
    await sleep(10);
    collect();
    expect(gone.map((one) => one.deref())).toEqual(gone.map(() => undefined));
  });
  expect(loaded.course.search('이름2').matches[0]?.document.id).toBe('a');
});
