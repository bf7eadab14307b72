import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import fc from 'fast-check';
import { expect, test } from 'vitest';
import { loadContent } from '../../src/content/load.ts';
import { termFile } from '../support/content.ts';
import { anyValues, bytesOf, mutated, noise } from '../support/malformed.ts';
import { runs } from '../support/sample.ts';
import { folderOf } from '../support/world.ts';

const GOOD = termFile('good', 'related: [other]\naliases: [좋은 것]\n', '설명.\n\n> 비유.\n\n## English\n\nText.');
const OTHER = termFile('other', 'related: [good]\n');

const linesOf = (file: string): number => readFileSync(file, 'latin1').split(/\r\n|\r|\n/).length;

/** Loads these files beside two good ones, and holds what every folder must keep to. */
function survives(files: readonly Uint8Array[]): void {
  const named = Object.fromEntries(
    files.map((bytes, i) => [i % 3 === 0 ? `glossary/${i}.md` : `posts/${i}.md`, bytes]),
  );
  const folder = folderOf({ 'a/good.md': GOOD, 'a/other.md': OTHER, ...named });
  const { terms, problems, chapters } = loadContent([folder]);
  const alone = loadContent([join(folder, 'a')]);
  expect(terms.slice(0, 2)).toEqual(alone.terms);
  expect(problems.filter(({ file }) => file.startsWith(join(folder, 'a/')))).toEqual([]);
  for (const { file, line, message } of problems) {
    expect(existsSync(file)).toBe(true);
    expect(Number.isInteger(line) && line >= 1 && line <= linesOf(file)).toBe(true);
    expect(message.ko.length * message.en.length).toBeGreaterThan(0);
  }
  const ids = new Set(terms.map((term) => term.id));
  expect(ids.size).toBe(terms.length);
  const sections = chapters.flatMap((chapter) => chapter.sections);
  expect(
    [...terms.flatMap((term) => term.related), ...sections.flatMap((section) => section.terms)].filter(
      (id) => !ids.has(id),
    ),
  ).toEqual([]);
}

test.each([
  ['good files with bytes changed', mutated],
  ['front matter with any values', anyValues],
  ['noise', noise],
])('hundreds of malformed files (%s) break nothing beside them', (_, file) => {
  fc.assert(fc.property(fc.array(file, { minLength: 10, maxLength: 20 }), survives), { numRuns: runs(10) });
});

const tenfold = Array.from({ length: 20 }, (_, i) => `l${i + 1}: &l${i + 1} [${`*l${i}, `.repeat(10)}]\n`).join('');
const manyTimes = (line: (i: number) => string): string => Array.from({ length: 20_000 }, (_, i) => line(i)).join('');

test.each([
  ['lists tenfold twenty times', `l0: &l0 [x]\n${tenfold}`],
  ['the same in a known field', `id: a\nl0: &l0 [x]\n${tenfold}related: *l20\ntitle: *l20\n`],
  ['one long list in many places', `asks:\n  a: &a [${'x, '.repeat(20_000)}]\n${manyTimes((i) => `  k${i}: *a\n`)}`],
  [
    'one question many times',
    `questions:\n  - &q { type: typed, accept: [${'x, '.repeat(9000)}] }\n${manyTimes(() => '  - *q\n')}`,
  ],
  ['merged maps', `a: &a { ${manyTimes((i) => `k${i}: 1, `)} }\n${manyTimes((i) => `m${i}: { <<: *a }\n`)}`],
  ['a list that holds itself', 'related: &a [*a, *a]\nasks: &b { ko: *b }\n'],
  ['nested brackets', `x: ${'['.repeat(50_000)}${']'.repeat(50_000)}\n`],
  ['nested maps within reach', `questions: [${'{ a: '.repeat(2000)}1${' }'.repeat(2000)}]\n`],
  ['nested indentation', Array.from({ length: 1000 }, (_, i) => `${' '.repeat(i)}a:\n`).join('')],
  ['a number of a million digits', `id: ${'9'.repeat(1_000_000)}\n`],
  ['a key of a million letters', `${'k'.repeat(1000)}: 1\n? ${'k'.repeat(1_000_000)}\n: 1\n`],
])('a YAML bomb (%s) breaks nothing beside it', (_, yaml) => {
  survives([bytesOf(`---\n${yaml}---\n\n# 제목\n\n글\n`), bytesOf(`---\ntitle: x\n${yaml}---\n\n# 제목\n\n글\n`)]);
});
