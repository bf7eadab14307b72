import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { dirname, join, relative } from 'node:path';
import { expect, test } from 'vitest';
import { ROOT } from './support/world.ts';

/**
 * Room -> rooms that it may import, from the bottom up. Libraries are free, but for those below. Features to come have
 * their place here before their first file.
 */
const BASE = ['core', 'markdown', 'language'] as const;
const STAND_ON = [...BASE, 'course', 'content', 'search', 'questions', 'schedule', 'pictures', 'outbox'] as const;
const FEATURES = [
  ...['practice', 'chapters', 'lookup', 'daily', 'live', 'review', 'report', 'classes', 'privacy', 'help', 'doctor'],
  'homework',
  'interchange',
  'page',
  'lab',
] as const;
const MAY: Readonly<Record<string, readonly string[]>> = {
  language: [],
  markdown: ['language'],
  core: ['markdown', 'language'],
  questions: BASE,
  search: BASE,
  pictures: BASE,
  schedule: BASE,
  outbox: BASE,
  store: BASE,
  platforms: BASE,
  content: [...BASE, 'questions'],
  course: [...BASE, 'content', 'search', 'questions'],
  // Features: what they stand on, and one another only where it says so.
  practice: STAND_ON,
  lookup: [...STAND_ON, 'practice', 'doctor'],
  daily: STAND_ON,
  chapters: [...STAND_ON, 'practice', 'daily', 'live'],
  live: [...STAND_ON, 'practice'],
  review: [...STAND_ON, 'practice'],
  report: [...STAND_ON, 'review', 'live', 'homework'],
  classes: [...STAND_ON, 'daily'],
  privacy: [...STAND_ON, 'practice'],
  help: [...STAND_ON, 'practice', 'lookup', 'daily', 'review', 'homework'],
  homework: [...STAND_ON, 'practice'],
  doctor: ['core', 'language'],
  page: STAND_ON,
  lab: [...STAND_ON, 'doctor'],
  interchange: STAND_ON,
  commands: [...STAND_ON, ...FEATURES],
  app: [...STAND_ON, ...FEATURES, 'store', 'platforms'],
  cli: [...STAND_ON, ...FEATURES, 'store', 'platforms', 'app'],
  // main.ts
  '.': ['core', 'app', 'cli'],
};

/** Library -> the only folder that may import it. */
const ONLY: Readonly<Record<string, string>> = {
  'discord.js': 'src/platforms/discord',
  '@slack/bolt': 'src/platforms/slack',
  '@slack/socket-mode': 'src/platforms/slack',
  '@slack/types': 'src/platforms/slack',
  kysely: 'src/store',
  pg: 'src/store',
  'ts-fsrs': 'src/review',
  '@hyunbinseo/holidays-kr/all': 'src/schedule',
  'csv-parse/sync': 'src/interchange',
  htmlparser2: 'src/interchange',
  'iconv-lite': 'src/interchange',
  yauzl: 'src/interchange',
};

interface Import {
  file: string;
  target: string;
}

function imports(): Import[] {
  const files = ['src', 'commands'].flatMap((folder) =>
    readdirSync(join(ROOT, folder), { recursive: true, encoding: 'utf8' })
      .filter((name) => name.endsWith('.ts'))
      .map((name) => join(folder, name)),
  );
  return files.flatMap((file) =>
    Array.from(
      readFileSync(join(ROOT, file), 'utf8').matchAll(/(?:from|import\()\s*'([^']+)'/g),
      ([, specifier = '']) => ({
        file,
        target: specifier.startsWith('.') ? relative(ROOT, join(ROOT, dirname(file), specifier)) : specifier,
      }),
    ),
  );
}

/** `src/core/reply/blocks.ts` -> core, `src/course/context.ts` -> ., `commands/k8s.ts` -> commands; undefined for a library. */
function room(path: string): string | undefined {
  const parts = path.split('/');
  if (parts[0] === 'commands') return 'commands';
  if (parts[0] !== 'src') return undefined;
  return parts.length === 2 ? '.' : parts[1];
}

const all = imports();

test('the imports are found at all', () => {
  expect(all.length).toBeGreaterThan(100);
  expect(all.map(({ file }) => room(file))).toEqual(expect.arrayContaining(Object.keys(MAY)));
});

test('a room imports only rooms below it', () => {
  const wrong = all.filter(({ file, target }) => {
    const from = room(file);
    const to = room(target);
    return from !== undefined && to !== undefined && from !== to && !MAY[from]?.includes(to);
  });
  expect(wrong).toEqual([]);
});

test('platforms do not import each other, and libraries of one room stay in it', () => {
  const platform = (path: string): string | undefined => /^src\/platforms\/([^/]+)/.exec(path)?.[1];
  const wrong = all.filter(({ file, target }) => {
    const home = ONLY[target];
    const across = platform(file) && platform(target) && platform(file) !== platform(target);
    return across || (home !== undefined && !file.startsWith(home));
  });
  expect(wrong).toEqual([]);
});

test('only main.ts touches the process, its environment and its signals', () => {
  const files = new Set(all.map(({ file }) => file));
  // In a lab's containers a process is what runs there.
  const own =
    /\bprocess\s*\.\s*(?:env|argv|exit|std\w+|cwd|memoryUsage|hrtime|nextTick|uptime|versions?)\b|from 'node:process'/;
  const any = /\bprocess\s*\.|from 'node:process'/;
  const wrong = Array.from(files).filter(
    (file) =>
      file !== 'src/main.ts' && (file.startsWith('src/lab/') ? own : any).test(readFileSync(join(ROOT, file), 'utf8')),
  );
  expect(wrong).toEqual([]);
});

/** What browsers run: a program of its own, which no test turns the clock of. */
const CLIENT = 'src/platforms/web/client/';

test('time and randomness come as arguments, but for main.ts', () => {
  const files = new Set(all.map(({ file }) => file));
  const wrong = Array.from(files).filter(
    (file) =>
      file !== 'src/main.ts' &&
      !file.startsWith(CLIENT) &&
      /Math\.random|Date\.now|new Date\(\)|Temporal\.Now/.test(readFileSync(join(ROOT, file), 'utf8')),
  );
  expect(wrong).toEqual([]);
});

test('what is in a lab touches nothing of the machine that it runs on', () => {
  const within = /^src\/lab\/(?:engine|api|kinds|controllers|nodes|images|picture|tours|kubectl)\//;
  const files = all.filter(({ file }) => within.test(file));
  expect(files.length).toBeGreaterThan(100);
  // Generated tables are read as they are loaded.
  const harmless = new Set(['node:util', 'node:net', 'node:crypto', 'node:path', 'node:fs']);
  expect(files.filter(({ target }) => target.startsWith('node:') && !harmless.has(target))).toEqual([]);
  const reads = /\b(?:setTimeout|setInterval|setImmediate|performance\.now|fetch\(|new Function)/;
  const wrong = Array.from(new Set(files.map(({ file }) => file))).filter((file) => {
    const source = readFileSync(join(ROOT, file), 'utf8');
    return reads.test(source) || /import \{(?! (?:readFileSync) \})[^}]*\} from 'node:fs'/.test(source);
  });
  expect(wrong).toEqual([]);
});

test('docs/architecture.md has every room, and names only files that exist', () => {
  const page = readFileSync(join(ROOT, 'docs/architecture.md'), 'utf8');
  const rooms = Object.keys(MAY).filter((one) => one !== '.');
  expect(rooms.filter((one) => !new RegExp(`\`(?:src/)?${one}/(?:\\*/)?\``).test(page))).toEqual([]);
  const paths = Array.from(page.matchAll(/`((?:\w[\w-]*\/)+[\w.-]+\.\w+)`/g), ([, path = '']) => path);
  expect(paths.length).toBeGreaterThan(20);
  expect(paths.filter((path) => ![path, `src/${path}`].some((one) => existsSync(join(ROOT, one))))).toEqual([]);
});

test('no file needs itself by way of others', () => {
  const source = (file: string): string => readFileSync(join(ROOT, file), 'utf8');
  const needs = new Map(
    Array.from(new Set(all.map(({ file }) => file)), (file): [string, string[]] => [
      file,
      Array.from(source(file).matchAll(/^import (?!type )[^;]*? from '(\.[^']+)'/gm), ([, specifier = '']) =>
        relative(ROOT, join(ROOT, dirname(file), specifier)),
      ),
    ]),
  );
  const done = new Set<string>();
  const circles: string[][] = [];
  const visit = (file: string, path: readonly string[]): void => {
    if (path.includes(file)) circles.push([...path.slice(path.indexOf(file)), file]);
    if (done.has(file) || path.includes(file)) return;
    for (const next of needs.get(file) ?? []) visit(next, [...path, file]);
    done.add(file);
  };
  for (const file of needs.keys()) visit(file, []);
  expect(circles).toEqual([]);
});

test('what runs is installed where tools for development are not', () => {
  const { dependencies }: { dependencies: Record<string, string> } = JSON.parse(
    readFileSync(join(ROOT, 'package.json'), 'utf8'),
  );
  const packageOf = (target: string): string =>
    target
      .split('/')
      .slice(0, target.startsWith('@') ? 2 : 1)
      .join('/');
  const types = /^import type [^;]*? from '([^']+)'/gm;
  const missing = Array.from(new Set(all.map(({ file }) => file))).flatMap((file) => {
    const source = readFileSync(join(ROOT, file), 'utf8').replace(types, '');
    return Array.from(source.matchAll(/(?:from |import\()'([^'.\\][^']*)'/g), ([, target = '']) => target)
      .filter((target) => !target.startsWith('node:') && dependencies[packageOf(target)] === undefined)
      .map((target) => ({ file, target }));
  });
  expect(missing).toEqual([]);
});
