import { distance } from '../../language/distance.ts';
import { KINDS } from '../kinds/kinds.ts';
import { COMMANDS } from './commands/commands.ts';
import { suggestions } from './run.ts';

/** Keystrokes that a word may be off. */
const SLIPS = 2;
const MOST = 3;

const nearest = (typed: string, words: readonly string[]): string[] =>
  words
    .map((word) => ({ word, cost: distance(typed, word, SLIPS) }))
    .filter(({ word, cost }) => cost <= Math.min(SLIPS, Math.floor(word.length / 2)))
    .toSorted((one, other) => one.cost - other.cost)
    .slice(0, MOST)
    .map(({ word }) => word);

const names = (): string[] => KINDS.flatMap(({ plural, singular, short = [] }) => [plural, singular, ...short]);

const replaced = (words: readonly string[], wrong: string, right: string): string =>
  words
    .map((word) => (word === wrong ? right : word.startsWith(`${wrong}/`) ? right + word.slice(wrong.length) : word))
    .join(' ');

const UNKNOWN = /unknown command "([^" ]+)/;
const NO_TYPE = /the server doesn't have a resource type "([^"]+)"/;
const NO_FLAG = /unknown flag: --([\w-]+)/;

/** The lines that were probably meant by one that kubectl does not understand, best first. */
export function guessLines(words: readonly string[], stderr: string): string[] {
  const command = UNKNOWN.exec(stderr)?.[1];
  if (command !== undefined) {
    const parent = COMMANDS.find(({ name }) => name === words[0]);
    const known = parent?.children ?? COMMANDS;
    return suggestions(command, known)
      .slice(0, MOST)
      .map((right) => replaced(words, command, right));
  }
  const type = NO_TYPE.exec(stderr)?.[1];
  if (type !== undefined) return nearest(type.toLowerCase(), names()).map((right) => replaced(words, type, right));
  const flag = NO_FLAG.exec(stderr)?.[1];
  if (flag === undefined) return [];
  const flags = COMMANDS.find(({ name }) => name === words[0])?.flags ?? [];
  return nearest(
    flag,
    flags.map(({ name }) => name),
  ).map((right) =>
    words.map((word) => (word.startsWith(`--${flag}`) ? `--${right}${word.slice(flag.length + 2)}` : word)).join(' '),
  );
}
