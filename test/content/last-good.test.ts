/** Files that cannot be used for now, one reading after another: what they said before stays. */
import { chmodSync, mkdirSync, renameSync, rmSync, writeFileSync } from 'node:fs';
import { basename, join } from 'node:path';
import { expect, test } from 'vitest';
import { noCache } from '../../src/content/cache.ts';
import { assemble } from '../../src/content/load.ts';
import { keepLastGood, type Reading, readAll, refusedFiles } from '../../src/content/reading.ts';
import { finish } from '../../src/core/steps.ts';
import { termFile } from '../support/content.ts';
import { folderOf } from '../support/world.ts';

/** A course that is read anew after each change, as a process does. */
function openReadings(files: Readonly<Record<string, string>>) {
  const folder = folderOf(files);
  let last: Reading = readAll([folder], noCache);
  return {
    folder,
    at: (name: string) => join(folder, name),
    write: (name: string, text: string | Uint8Array) => writeFileSync(join(folder, name), text),
    reread() {
      last = keepLastGood(readAll([folder], noCache), last);
      const { terms, chapters, settings, synonyms, problems } = finish(assemble(last));
      return {
        ids: terms.map(({ id, questions }) => `${id} ${questions.length}`),
        chapters: chapters.map(({ id }) => id),
        ...{ settings, synonyms, problems },
        refused: refusedFiles(last),
      };
    },
  };
}

const QUESTION = 'questions:\n  - { type: boolean, ask: 하나, answer: true, why: 까닭 }\n';
const TWO = { 'a.md': termFile('a', QUESTION), 'b.md': termFile('b') };

test.each([
  ['half written', '---\nid: a\ntitle: 개'],
  ['with a mistake in its front matter', termFile('a', 'related: [b\n')],
  ['without what a term needs', termFile('a').replace(/^definition: .*\n/m, '')],
  ['not UTF-8', Uint8Array.of(0xff, 0xfe, 0x41)],
  ['binary', 'a\0b'],
  ['empty', ''],
])('a file that is %s says what it said before, and what is wrong is named', (_, text) => {
  const { write, reread } = openReadings({ 'glossary/a.md': termFile('a', QUESTION), 'glossary/b.md': termFile('b') });
  write('glossary/a.md', text);
  for (const _again of [1, 2]) {
    const { ids, problems, refused } = reread();
    expect(ids).toEqual(['a 1', 'b 0']);
    expect(new Set(problems.map(({ file }) => basename(file)))).toEqual(new Set(['a.md']));
    expect(refused).toBe(1);
  }
  write('glossary/a.md', termFile('a'));
  expect(reread()).toMatchObject({ ids: ['a 0', 'b 0'], problems: [], refused: 0 });
});

test('a file that was never right is left out until it is', () => {
  const { write, reread } = openReadings(TWO);
  write('c.md', termFile('c', 'related: [b\n'));
  expect(reread()).toMatchObject({ ids: ['a 1', 'b 0'], refused: 1 });
  write('c.md', termFile('c'));
  expect(reread()).toMatchObject({ ids: ['a 1', 'b 0', 'c 0'], refused: 0, problems: [] });
});

test('a file that is gone is no longer taught, and neither is one under its old name', () => {
  const { at, reread } = openReadings(TWO);
  renameSync(at('b.md'), at('d.md'));
  expect(reread()).toMatchObject({ ids: ['a 1', 'b 0'], problems: [] });
  rmSync(at('d.md'));
  expect(reread()).toMatchObject({ ids: ['a 1'], problems: [] });
});

test('one wrong question drops itself, and brings no older text of its file back', () => {
  const { write, reread } = openReadings(TWO);
  write('a.md', termFile('a', `${QUESTION}  - { type: what, ask: 둘, why: 까닭 }\n`).replace('개념 a', '새 이름'));
  expect(reread()).toMatchObject({ ids: ['a 1', 'b 0'], refused: 0 });
});

test('a folder that is gone for a moment, or empty, is taught as it was; so is one within it that cannot be opened', () => {
  const { folder, at, reread } = openReadings({ 'part/a.md': termFile('a', QUESTION), 'part/b.md': termFile('b') });
  renameSync(folder, `${folder}-away`);
  expect(reread()).toMatchObject({ ids: ['a 1', 'b 0'] });
  mkdirSync(folder);
  const { ids, problems } = reread();
  expect(ids).toEqual(['a 1', 'b 0']);
  expect(problems.map(({ file }) => file)).toEqual([folder]);
  rmSync(folder, { recursive: true });
  renameSync(`${folder}-away`, folder);
  expect(reread()).toMatchObject({ ids: ['a 1', 'b 0'], problems: [] });
  chmodSync(at('part'), 0o000);
  const locked = reread();
  chmodSync(at('part'), 0o755);
  // An administrator may read everything.
  expect(locked.ids).toEqual(['a 1', 'b 0']);
  expect(reread()).toMatchObject({ ids: ['a 1', 'b 0'], problems: [] });
});

test('course.yaml and synonyms.txt that cannot be read say what they said before', () => {
  const { write, reread } = openReadings({
    ...TWO,
    'course.yaml': 'title: 파이썬\ncommand: py\n',
    'synonyms.txt': '빵 과자\n',
  });
  expect(reread()).toMatchObject({ settings: { title: { ko: '파이썬' }, command: 'py' }, synonyms: [['빵', '과자']] });
  write('course.yaml', 'title: [파이썬\n');
  write('synonyms.txt', Uint8Array.of(0xff));
  const { settings, synonyms, problems, refused } = reread();
  expect(settings).toMatchObject({ title: { ko: '파이썬' }, command: 'py' });
  expect(synonyms).toEqual([['빵', '과자']]);
  expect(problems.map(({ file }) => file.split('/').at(-1)).toSorted()).toEqual(['course.yaml', 'synonyms.txt']);
  expect(refused).toBe(2);
  write('course.yaml', 'title: 파이썬 기초\n');
  write('synonyms.txt', '빵 과자 떡\n');
  expect(reread()).toMatchObject({
    ...{ settings: { title: { ko: '파이썬 기초' }, command: 'ask' }, synonyms: [['빵', '과자', '떡']] },
    ...{ problems: [], refused: 0 },
  });
});
