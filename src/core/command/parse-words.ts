import type { Callable } from './command.ts';
import type { Args, Option, Options } from './options.ts';
import { takeBare, takeNamed, takeValue } from './parse-options.ts';
import { leftOver, missing } from './refusals.ts';
import { splitTokens, type Token } from './tokens.ts';

/** What has a form of its own is found first; a count or a choice is any number or word. */
const isLoose = ({ type }: Option): boolean => type === 'integer' || type === 'choice';

/**
 * Typed words -> arguments. `name:value` names an option; otherwise channels, people and words of a certain form go to
 * their options, from the line's start, then counts (`5개`, `두 문제`) and the words of a choice, from its end, then bare
 * numbers (`5`), in the options' order, and what remains, in order, to the text option.
 * @throws UserError for a number out of range, a word that is no choice or has not the form, a required option left out,
 * words that no option takes.
 */
export function parseWords(callable: Callable, text: string): Args<Options> {
  const entries = Object.entries(callable.options);
  const values = Object.fromEntries(entries.map(([name]): [string, string | number | undefined] => [name, undefined]));
  const rest: Token[] = splitTokens(text);
  // A button's line is ours; what a student answers in it is never the name of an option.
  for (const [name, option] of callable.usedBy === 'buttons' || !text.includes(':') ? [] : entries) {
    const names = [name, option.korean ?? name].map((one) => `${one}:`);
    const begins = (token: Token): string | undefined => names.find((one) => token.text.toLowerCase().startsWith(one));
    const at = rest.findIndex((token) => !token.quoted && begins(token) !== undefined);
    const [token] = at < 0 ? [] : rest.splice(at, 1);
    if (!token) continue;
    const value = token.text.slice(begins(token)?.length);
    // What follows `words:` stays where it is: free words are the text option's anyway.
    if (value !== '') rest.splice(at, 0, { text: value, quoted: option.type === 'text' });
    if (option.type !== 'text') values[name] = takeNamed(option, rest, at);
  }
  for (const [name, option] of entries.toSorted(([, a], [, b]) => Number(isLoose(a)) - Number(isLoose(b))))
    values[name] ??= takeValue(option, rest);
  const open = entries.flatMap(([name, option]) =>
    option.type === 'integer' && values[name] === undefined ? [{ name, option }] : [],
  );
  const bare = takeBare(
    rest,
    open.map(({ option }) => option),
  );
  for (const [i, { name }] of open.entries()) values[name] = bare[i];
  const free = entries.find(([, option]) => option.type === 'text');
  if (free && rest.length > 0) values[free[0]] = rest.map((token) => token.text).join(' ');
  for (const [name, option] of entries)
    if (option.required && values[name] === undefined) throw missing(callable, option);
  if (!free && rest.length > 0) throw leftOver(callable, rest.map((token) => token.text).join(' '));
  return values;
}
