import { following, normalize } from '../../language/normalize.ts';
import type { Callable } from './command.ts';
import type { FileText } from './files.ts';
import type { Args, Options, TypedOption } from './options.ts';
import { takeBare, takeNamed, takeValue } from './parse-options.ts';
import { leftOver, refuseMissing } from './refusals.ts';
import { splitTokens, type Token } from './tokens.ts';

/** What has a form of its own is found first; a count or a choice is any number or word. */
export const isLoose = ({ type }: TypedOption): boolean => type === 'integer' || type === 'choice';

const isAsTyped = (option: TypedOption): boolean => option.type === 'text' && option.asTyped === true;

/** The text without the option's name before it: inside a text a name is a part of it, as a key of YAML may be. */
function withoutName(text: string, [name, { korean = name }]: readonly [string, TypedOption]): string {
  const begins = [name, korean].find((one) => normalize(text.slice(0, one.length + 1)).toLowerCase() === `${one}:`);
  return begins === undefined ? text : following(text.slice(begins.length + 1));
}

/**
 * Typed words -> arguments. `name:value` names an option; otherwise channels, people and words of a certain form go to
 * their options, from the line's start, then counts (`5개`, `두 문제`) and the words of a choice, from its end, then bare
 * numbers (`5`), in the options' order, and what remains, in order, to the text option: as it was typed where that is
 * wanted and no other option has taken anything. `file`, which came with them, goes to the option of files.
 * @throws UserError for a number out of range, a word that is no choice or has not the form, a required option left out,
 * words that no option takes.
 */
export function parseWords(callable: Callable, text: string, file?: FileText): Args<Options> {
  const values: Record<string, string | number | FileText | undefined> = {};
  const entries: [string, TypedOption][] = [];
  for (const [name, option] of Object.entries(callable.options)) {
    values[name] = option.type === 'file' ? file : undefined;
    if (option.type !== 'file') entries.push([name, option]);
  }
  const free = entries.find(([, option]) => option.type === 'text');
  const typed = free && isAsTyped(free[1]) ? withoutName(text, free) : undefined;
  const rest: Token[] = splitTokens(normalize(typed ?? text));
  const words = rest.length;
  // A button's line is ours; what a student answers in it is never the name of an option.
  for (const [name, option] of callable.usedBy === 'buttons' || !text.includes(':') ? [] : entries) {
    if (isAsTyped(option)) continue;
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
  const isWhole = typed !== undefined && rest.length === words && !rest.every(({ quoted }) => quoted);
  if (free && rest.length > 0) values[free[0]] = isWhole ? typed : rest.map((token) => token.text).join(' ');
  refuseMissing(callable, values);
  if (!free && rest.length > 0) throw leftOver(callable, rest.map((token) => token.text).join(' '));
  return values;
}
