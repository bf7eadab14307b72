import { distance, slips } from '../../language/distance.ts';
import { asInitials, initials, jamo, otherLayout } from '../../language/hangul.ts';
import { memoizePer } from '../../language/memoize.ts';
import { splitFirstWord } from '../../language/normalize.ts';
import { inEvery, type Localized } from '../locale.ts';
import { type Command, isTyped, nameIn } from './command.ts';

/** A word that means a command or an action, in keystrokes. */
interface Meaning<T> {
  of: T;
  keys: string;
  initials: string | undefined;
}

const meaning = <T>(of: T, word: string): Meaning<T> => ({ of, keys: jamo(word), initials: initials(word) });

/** Keystrokes of the shortest word that may have a slip; see slips(), which forgives none below four. */
const LEAST_SLIPPED = 3;

/** The nearest of these words, as it was typed or in the other keyboard layout, or by its initial consonants. */
function nearest<T>(typed: string, meanings: readonly Meaning<T>[]): T | undefined {
  const consonants = asInitials(typed);
  const byInitials = meanings.find((one) => consonants !== undefined && one.initials === consonants);
  if (byInitials && typed.length > 1) return byInitials.of;
  let best: { of: T; cost: number } | undefined;
  for (const word of [typed, otherLayout(typed)]) {
    if (word === undefined) continue;
    const keys = jamo(word);
    for (const { of, keys: wanted } of meanings) {
      const isLong = Math.min(keys.length, wanted.length) >= LEAST_SLIPPED;
      const limit = slips(Math.max(keys.length, wanted.length)) || (isLong ? 1 : 0);
      const cost = distance(keys, wanted, limit);
      if (cost <= limit && cost < (best?.cost ?? Number.POSITIVE_INFINITY)) best = { of, cost };
    }
  }
  return best?.of;
}

/** The words that people type for a command. */
const wordsFor = ({ name, spoken = [] }: Command): string[] => [name, ...spoken].filter((word) => !word.includes(' '));

const commandsByWord = memoizePer((commands: readonly Command[]) =>
  commands.filter(isTyped).flatMap((command) => wordsFor(command).map((word) => meaning(command, word))),
);

const actionsByWord = ({ actions = {} }: Command): readonly Meaning<string>[] =>
  Object.entries(actions).flatMap(([name, { korean }]) =>
    [name, ...(korean === undefined ? [] : [korean])].map((word) => meaning(name, word)),
  );

/** Does what follows say something to the command? Where there are actions, one of them. */
const hears = ({ actions, options }: Command, following: string): boolean => {
  if (actions === undefined) return Object.keys(options).length > 0;
  return Object.entries(actions).some(([name, { korean }]) => following === name || following === korean);
};

/** Letters of the shortest word that is looked for at a word's beginning. */
const LEAST_BEGUN = 2;

/**
 * A command whose word has another one right behind it: `k8s파드`, `quiz3`, `퀴즈파드`. Latin words that only begin so
 * are others: `cards`.
 */
export function splitCommand(
  word: string,
  commands: readonly Command[],
): { command: Command; following: string } | undefined {
  const typed = word.toLowerCase();
  const found = commands
    .filter(isTyped)
    .flatMap((command) => wordsFor(command).map((begun) => ({ command, begun })))
    .filter(({ begun }) => begun.length >= LEAST_BEGUN && typed.length > begun.length && typed.startsWith(begun))
    .map(({ command, begun }) => ({ command, following: word.slice(begun.length) }))
    .filter(({ command, following }) => !/^[a-z_-]/i.test(following) && hears(command, following));
  return found.reduce<(typeof found)[number] | undefined>(
    (longest, one) => (longest === undefined || one.following.length < longest.following.length ? one : longest),
    undefined,
  );
}

const line = (...parts: readonly string[]): string => parts.filter((part) => part !== '').join(' ');

/** A line that is the same in every language. */
const alike = (...parts: readonly string[]): Localized => inEvery(() => line(...parts));

/** The line that was probably meant by words after a command which name none of its actions: `live strat`. */
export function guessAction(command: Command, words: string): Localized | undefined {
  const [first, rest] = splitFirstWord(words);
  const action = first === '' ? undefined : nearest(first.toLowerCase(), actionsByWord(command));
  if (action === undefined) return undefined;
  const { korean } = command.actions?.[action] ?? {};
  return inEvery((locale) => line(command.name, nameIn(locale, { name: action, korean }), rest));
}

/** The line that was probably meant by `/word rest`, where no command has the word's name; without the slash. */
export function guessLine(word: string, rest: string, commands: readonly Command[]): Localized | undefined {
  const bare = word.replace(/^\/+/, '').toLowerCase();
  // `/ quiz` and `//quiz` name it rightly.
  if (bare === '') {
    const [name, following] = splitFirstWord(rest);
    const meant = commands.find((command) => isTyped(command) && wordsFor(command).includes(name.toLowerCase()));
    return meant && alike(meant.name, following);
  }
  const split = splitCommand(bare, commands);
  if (split) return alike(split.command.name, split.following, rest);
  const command = nearest(bare, commandsByWord(commands));
  // `/liev strat`: both have a slip.
  return command && (guessAction(command, rest) ?? alike(command.name, rest));
}
