import { readdirSync, readFileSync } from 'node:fs';
import { dirname, join, relative } from 'node:path';
import { expect, test } from 'vitest';
import { ROOT } from './support/world.ts';

/** Room -> rooms that it may import. Libraries are free, but for those below. */
const MAY: Readonly<Record<string, readonly string[]>> = {
  text: [],
  core: ['text'],
  questions: ['core', 'text'],
  content: ['core', 'text', 'questions'],
  search: ['core', 'text'],
  course: ['core', 'text', 'content', 'search'],
  quiz: ['core', 'text', 'content', 'questions', 'course'],
  daily: ['core', 'text', 'content'],
  review: ['core', 'content'],
  store: ['core', 'text'],
  pictures: ['core', 'text'],
  teach: ['core', 'text', 'content', 'course', 'quiz', 'daily', 'review', '.'],
  classes: ['core', 'text', 'content', 'daily', '.'],
  report: ['core', 'text', 'content', 'course', 'daily', 'review', 'teach', '.'],
  platforms: ['core', 'text'],
  app: ['core'],
  // What stands in src/ itself puts the rooms together.
  '.': [
    'text',
    'core',
    'questions',
    'content',
    'search',
    'course',
    'quiz',
    'daily',
    'review',
    'teach',
    'classes',
    'report',
    'store',
    'pictures',
    'platforms',
    'app',
    '.',
  ],
  commands: [
    'core',
    'questions',
    'content',
    'search',
    'course',
    'quiz',
    'daily',
    'review',
    'teach',
    'classes',
    'report',
    '.',
  ],
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
  '@hyunbinseo/holidays-kr/all': 'src/daily',
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

/** `src/core/reply/reply.ts` -> core, `src/course/context.ts` -> ., `commands/k8s.ts` -> commands; undefined for a library. */
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
  const wrong = Array.from(files).filter(
    (file) =>
      file !== 'src/main.ts' && /\bprocess\s*\.|from 'node:process'/.test(readFileSync(join(ROOT, file), 'utf8')),
  );
  expect(wrong).toEqual([]);
});

test('time and randomness come as arguments, but for main.ts', () => {
  const files = new Set(all.map(({ file }) => file));
  const wrong = Array.from(files).filter(
    (file) =>
      file !== 'src/main.ts' &&
      /Math\.random|Date\.now|new Date\(\)|Temporal\.Now/.test(readFileSync(join(ROOT, file), 'utf8')),
  );
  expect(wrong).toEqual([]);
});
