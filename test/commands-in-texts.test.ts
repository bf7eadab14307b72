/** Texts name commands by slash() alone, each by its name in the text's language, and with words that it understands. */
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { type Command, isTyped, nameIn } from '../src/core/command/command.ts';
import { parseWords } from '../src/core/command/parse-words.ts';
import { type Found, route } from '../src/core/command/route.ts';
import { UserError } from '../src/core/errors.ts';
import type { Locale } from '../src/core/locale.ts';
import { splitFirstWord } from '../src/language/normalize.ts';
import { botOf, COURSE, ROOT } from './support/world.ts';

const { bot } = await botOf([COURSE]);
const commands = bot.commands.filter(isTyped);

const FILES = readdirSync(join(ROOT, 'src'), { recursive: true, encoding: 'utf8' })
  .filter((name) => name.endsWith('text.ts'))
  .map((name) => ({ name, text: readFileSync(join(ROOT, 'src', name), 'utf8') }));

/** The halves of a room's words. */
const halves = (text: string): [Locale, string][] => {
  const at = text.search(/^(?:export )?const en\b/m);
  return [
    ['ko', text.slice(text.search(/^(?:export )?const ko\b/m), at)],
    ['en', text.slice(at)],
  ];
};

/** The lines of its slash() calls; what is filled in is a date, which every free word may be. */
const linesIn = (half: string): string[] =>
  Array.from(half.matchAll(/slash\((['`])((?:(?!\1).)*)\1[,)]/g), ([, , line = '']) =>
    line.replace(/\$\{[^}]*\}/g, '12/14'),
  );

const LINES = FILES.flatMap(({ name, text }) =>
  halves(text).flatMap(([locale, half]) => linesIn(half).map((line) => ({ name, locale, line }))),
);

/** What is wrong with a line; undefined where a reader of the language may type it. */
function wrong(line: string, locale: Locale, all: readonly Command[]): string | undefined {
  const found = route(`/${line}`, all);
  if (found.command === undefined || !line.startsWith(found.command.name)) return 'names no command';
  const { command, action, given } = found satisfies Found;
  if (command.actions && !action) return 'names no action';
  if (action && splitFirstWord(splitFirstWord(line)[1])[0] !== nameIn(locale, { name: action[0], ...action[1] }))
    return 'names an action in another language';
  if (typeof given !== 'string' || given === '') return undefined;
  try {
    parseWords({ ...command, ...action?.[1], name: line }, given);
    return undefined;
  } catch (error) {
    if (error instanceof UserError) return error.text[locale];
    throw error;
  }
}

test('every command that a text names is one, by its name in that language, with words that it takes', () => {
  expect(LINES.length).toBeGreaterThan(80);
  expect(LINES.filter(({ line, locale }) => wrong(line, locale, commands) !== undefined)).toEqual([]);
});

test('the examples of the declarations are as their readers type them', () => {
  const examples = commands.flatMap((command) => command.examples);
  for (const locale of ['ko', 'en'] as const)
    expect(examples.map((one) => wrong(one[locale], locale, commands))).toEqual(examples.map(() => undefined));
});

describe('a text that names a command by hand', () => {
  /** Slack's own command, and what is no command at all. */
  const OTHERS = /`\/(?:invite @도시락|\$\{)/;

  test('is found', () => {
    const names = commands.map(({ name }) => name).join('|');
    const byHand = new RegExp(`\`/(?:${names})\\b`);
    // The terminal says its own, where everything is typed.
    const found = FILES.filter(({ name }) => name !== 'platforms/terminal/text.ts').flatMap(({ name, text }) =>
      text.split('\n').flatMap((line) => (byHand.test(line) && !OTHERS.test(line) ? [`${name}: ${line.trim()}`] : [])),
    );
    expect(found).toEqual([]);
  });
});
