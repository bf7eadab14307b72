/** What people read stands in the text.ts of its room, and a language is chosen nowhere else. */
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { parseAst } from 'vitest/node';
import { ROOT } from './support/world.ts';

const HANGUL = /[가-힣ㄱ-ㅎ]/;

/** Files that know Korean words since people and authors write them, and what they are. */
const READ: Readonly<Record<string, string>> = {
  'src/content/kubernetes-docs.ts': 'the mark of an original name',
  'src/core/command/parse-options.ts': 'numerals',
  'src/live/weak-terms.ts': 'what an instructor types for a topic',
  'src/pictures/font.ts': 'a letter to measure',
  'src/practice/spoken.ts': 'what a student says for a topic',
  'src/questions/numbers.ts': 'counters',
  'src/report/students.ts': 'orders that an instructor types',
  'src/schedule/parse-times.ts': 'hours and weekdays',
  'src/schedule/zones.ts': 'names of cities',
  'src/search/task-words.ts': 'what denies a word that is typed after it',
};
/** Slack shows a manifest's words as they are, in one language: it is one declaration. */
const MANIFEST = 'src/platforms/slack/manifest.ts';

/** Which language something is in: content's, an answer's, a stored class's. None of it chooses words of ours. */
const LANGUAGE_OF: readonly string[] = [
  'src/content/chapter.ts',
  'src/content/load.ts',
  'src/core/locale.ts',
  'src/course/term-blocks.ts',
  'src/platforms/terminal/complete.ts',
  'src/questions/amounts.ts',
  'src/questions/typed.ts',
  'src/store/class-rows.ts',
];

interface Found {
  /** Literals with Hangul, outside a declaration's `ko`, `korean`, `spoken` and `units`. */
  words: string[];
  /** Comparisons with 'ko' or 'en'. */
  choices: number;
}

const DECLARED = new Set(['ko', 'korean', 'spoken', 'units']);

function look(node: unknown, found: Found): void {
  if (Array.isArray(node)) for (const one of node) look(one, found);
  else if (typeof node === 'object' && node !== null && !(node instanceof RegExp)) {
    const field = (name: string): unknown => Reflect.get(node, name);
    const type = field('type');
    if (type === 'Property') {
      const key = field('key');
      const name = typeof key === 'object' && key !== null ? Reflect.get(key, 'name') : undefined;
      if (typeof name === 'string' && DECLARED.has(name)) return;
    }
    const value = field('value');
    const text =
      type === 'Literal' && typeof value === 'string'
        ? value
        : type === 'TemplateElement' && typeof value === 'object' && value !== null
          ? String(Reflect.get(value, 'cooked'))
          : '';
    if (HANGUL.test(text)) found.words.push(text);
    if (type === 'BinaryExpression' && /^[!=]==$/.test(String(field('operator'))))
      for (const side of ['left', 'right']) {
        const one = field(side);
        if (typeof one === 'object' && one !== null && /^(?:ko|en)$/.test(String(Reflect.get(one, 'value'))))
          found.choices++;
      }
    for (const one of Object.values(node)) look(one, found);
  }
}

const files = ['src', 'commands']
  .flatMap((folder) =>
    readdirSync(join(ROOT, folder), { recursive: true, encoding: 'utf8' }).map((name) => `${folder}/${name}`),
  )
  .filter((file) => file.endsWith('.ts') && !file.endsWith('/text.ts') && !file.startsWith('src/language/'))
  .map((file) => {
    const found: Found = { words: [], choices: 0 };
    look(parseAst(readFileSync(join(ROOT, file), 'utf8'), { lang: 'ts' }), found);
    return { file, ...found };
  });

test('Korean words stand in text.ts alone, but for declarations and for what is read', () => {
  const others = files.filter(({ file, words }) => words.length > 0 && READ[file] === undefined && file !== MANIFEST);
  expect(others.map(({ file, words }) => ({ file, words }))).toEqual([]);
  const having = files.filter(({ words }) => words.length > 0).map(({ file }) => file);
  expect(Object.keys(READ).filter((file) => !having.includes(file))).toEqual([]);
});

test('outside commands, a declaration in two languages stands in text.ts as well', () => {
  const source = (file: string): string =>
    readFileSync(join(ROOT, file), 'utf8').replace(/^\s*(?:\/\/|\/?\*).*$/gm, '');
  const declared = files.filter(
    ({ file }) => file.startsWith('src/') && /\bko: *['"`][^'"`]*[가-힣]/.test(source(file)),
  );
  expect(declared.map(({ file }) => file)).toEqual(['src/live/weak-terms.ts']);
});

test('no file chooses words by a language', () => {
  expect(
    files.filter(({ file, choices }) => choices > 0 && !LANGUAGE_OF.includes(file)).map(({ file }) => file),
  ).toEqual([]);
});

test('no reader meets two particles at once', () => {
  const both = files.filter(({ file }) => /[을은이와]\([를는가과]\)/.test(readFileSync(join(ROOT, file), 'utf8')));
  const texts = readdirSync(join(ROOT, 'src'), { recursive: true, encoding: 'utf8' })
    .filter((name) => name.endsWith('text.ts'))
    .filter((name) => /[을은이와]\([를는가과]\)/.test(readFileSync(join(ROOT, 'src', name), 'utf8')));
  expect([both.map(({ file }) => file), texts]).toEqual([[], []]);
});
