import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { parseAst } from 'vitest/node';
import { NATIVE } from '../src/language/numerals.ts';
import { TIME, WEEKDAY_WORD } from '../src/schedule/parse-times.ts';
import { attackOn } from './support/regex-attacks.ts';
import { ROOT } from './support/world.ts';

/** Read what authors and operators write, not what people send. */
const OTHERS = /^src\/(?:content\/|main\.ts$|app\/(?:config|environment)\.ts$|cli\/)/;

interface Written {
  regexes: RegExp[];
  /** `new RegExp(…)`: made at run time. */
  made: number;
}

/** The regexes in a file's syntax tree. */
function regexesIn(node: unknown, found: Written = { regexes: [], made: 0 }): Written {
  if (Array.isArray(node)) for (const one of node) regexesIn(one, found);
  else if (node instanceof RegExp) found.regexes.push(node);
  else if (typeof node === 'object' && node !== null) {
    const { type, callee }: { type?: unknown; callee?: unknown } = node;
    if (
      type === 'NewExpression' &&
      typeof callee === 'object' &&
      callee !== null &&
      Reflect.get(callee, 'name') === 'RegExp'
    )
      found.made++;
    for (const one of Object.values(node)) regexesIn(one, found);
  }
  return found;
}

const files = ['src', 'commands']
  .flatMap((folder) =>
    readdirSync(join(ROOT, folder), { recursive: true, encoding: 'utf8' }).map((name) => `${folder}/${name}`),
  )
  .filter((file) => file.endsWith('.ts') && !OTHERS.test(file))
  .map((file) => ({ file, ...regexesIn(parseAst(readFileSync(join(ROOT, file), 'utf8'), { lang: 'ts' })) }));

describe('an attack is found on', () => {
  test.each([
    ['a run of marks that is looked for from each of them', /[!?]+$/],
    ['one within the text', /\s*\n\s*/g],
    ['two parts that take the same', /^a\S*!*$/],
    ['a part that repeats what repeats', /^(?:a+)+$/],
    ['two ways to read the same', /^(?:a|a)+$/],
    ['a bracket that is never closed', /\([^)]*\)/g],
    ['lines that are none', /^(\s*)-(?=\s)/gm],
    ['what a sign before it leads to', /k[ab].*$/],
    ['words that begin anew within a run', /\b[\w.-]+\//],
  ])('%s: %s', (_, regex) => {
    expect(attackOn(regex)).toBeTypeOf('string');
  });

  test.each([
    /(?<![!?])[!?]+$/,
    /^a\S*$/,
    /^(?:a|b)+$/,
    /\([^()]*\)/g,
    /^[a-z]{1,32}-\d+$/,
    /[\p{Script=Hangul}]+|[\p{L}\p{N}]+?(?=\p{Script=Hangul}|[^\p{L}\p{N}]|$)/gu,
  ])('none on %s', (regex) => {
    expect(attackOn(regex)).toBeUndefined();
  });
});

test('the regexes are found at all', () => {
  expect(files.flatMap(({ regexes }) => regexes).length).toBeGreaterThan(100);
});

test.each(files.filter(({ regexes }) => regexes.length > 0))(
  'no regex of $file takes more than linear steps',
  ({ regexes }) => {
    expect(regexes.flatMap((regex) => attackOn(regex) ?? [])).toEqual([]);
  },
);

test('nor does one that is made of parts', () => {
  expect([TIME, WEEKDAY_WORD, NATIVE].map(attackOn)).toEqual([undefined, undefined, undefined]);
  // These read what the bot itself writes, begin with what is searched, or look at one word at a time.
  expect(files.flatMap(({ file, made }) => (made > 0 ? [file] : [])).toSorted()).toEqual([
    'src/language/numerals.ts',
    'src/platforms/discord/edits.ts',
    'src/platforms/discord/following.ts',
    'src/platforms/slack/listen.ts',
    'src/platforms/slack/presses.ts',
    'src/platforms/slack/render.ts',
    'src/schedule/parse-times.ts',
  ]);
});
