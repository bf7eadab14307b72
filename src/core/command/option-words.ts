import { normalize } from '../../language/normalize.ts';
import type { Callable } from './command.ts';
import type { Option, TypedOption } from './options.ts';
import { takeBare, takeValue } from './parse-options.ts';
import { isLoose } from './parse-words.ts';
import { splitTokens, type Token } from './tokens.ts';

/** Words of a line, and the option that takes them. */
export interface OptionWords {
  name: string;
  option: Option;
  words: string;
}

const joined = (tokens: readonly Token[]): string => tokens.map(({ text }) => text).join(' ');

/**
 * The words of a line by the options that parseWords() would give them to, in the options' order, for platforms that
 * name each: a count without what it counts, all else as it stands. @throws UserError for a number out of range.
 */
export function optionWords({ options }: Pick<Callable, 'options'>, text: string): OptionWords[] {
  const rest = splitTokens(normalize(text));
  const entries = Object.entries(options).filter((one): one is [string, TypedOption] => one[1].type !== 'file');
  const found = new Map<string, string>();
  for (const [name, option] of entries.toSorted(([, a], [, b]) => Number(isLoose(a)) - Number(isLoose(b)))) {
    const before = [...rest];
    const value = takeValue(option, rest);
    if (value === undefined) continue;
    found.set(
      name,
      option.type === 'integer' ? String(value) : joined(before.filter((token) => !rest.includes(token))),
    );
  }
  const open = entries.flatMap(([name, option]) =>
    option.type === 'integer' && !found.has(name) ? [{ name, option }] : [],
  );
  const bare = takeBare(
    rest,
    open.map(({ option }) => option),
  );
  for (const [i, { name }] of open.entries()) if (bare[i] !== undefined) found.set(name, String(bare[i]));
  const free = entries.find(([, { type }]) => type === 'text');
  if (free && rest.length > 0) found.set(free[0], joined(rest));
  return entries.flatMap(([name, option]) => {
    const words = found.get(name);
    return words === undefined ? [] : [{ name, option, words }];
  });
}
