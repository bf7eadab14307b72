import { normalize } from '../../language/normalize.ts';
import { truncate } from '../../language/truncate.ts';
import { UserError } from '../errors.ts';
import type { Locale } from '../locale.ts';
import { LIMITS } from '../reply/limits.ts';
import { type Command, usage } from './command.ts';
import type { Args, Option, Options } from './options.ts';
import { take, takeBare, takeNamed } from './parse-options.ts';
import { type Token, tokens } from './tokens.ts';

/** Code points of the longest line that is read; Discord's text option takes as many, Slack's command text less. */
const LONGEST = 6000;

/** Is a line longer than any that is read? A code point has one or two UTF-16 units. */
export const isTooLong = (line: string): boolean =>
  line.length > LONGEST && (line.length > 2 * LONGEST || Array.from(line).length > LONGEST);

/** What is said to a line that is too long. */
export function tooLong(): UserError {
  const most = LONGEST.toLocaleString('en');
  return new UserError({
    ko: `너무 길어서 읽지 못했어요. 명령 이름을 포함해 ${most}자까지 읽을 수 있으니, 꼭 필요한 부분만 남겨 다시 보내 주세요.`,
    en: `That is too long for me to read: up to ${most} characters, the command's name included. Please shorten it and send it again.`,
  });
}

/** The first word of a line, as dispatch reads it: a forged `SHARE`, or a space in front, is the same command. */
export const commandNameIn = (line: string): string =>
  /^\/?(\S*)/.exec(normalize(line.slice(0, LIMITS.line)))?.[1]?.toLowerCase() ?? '';

/** What a line is read for: a command, or an action under both names, as `class setup`. */
export type Called = Pick<Command, 'name' | 'usedBy' | 'examples' | 'options'>;

/** Lines to try, as they stand after a sentence. */
function tries({ examples }: Called, locale: Locale): string {
  const word = locale === 'ko' ? '예:' : 'For example:';
  return examples.length === 0 ? '' : ` ${word} ${examples.map((one) => `\`/${one[locale]}\``).join(', ')}`;
}

/** What is said when something needed is missing: what it is, and the command's own examples. */
const missing = (called: Called, { summary }: Option): UserError =>
  new UserError({
    ko: `\`/${called.name}\` 뒤에 내용을 적어 주세요(${summary.ko}).${tries(called, 'ko')}`,
    en: `Write something after \`/${called.name}\` (${summary.en}).${tries(called, 'en')}`,
  });

/** What is said to words that are no value of anything. */
function leftOver(called: Called, rest: readonly Token[]): UserError {
  const shown = truncate(rest.map(({ text }) => text.replaceAll('`', '')).join(' '), 40);
  const line = `\`/${called.name}\``;
  // The words may well be known elsewhere: a concept after `/review`.
  if (Object.keys(called.options).length === 0)
    return new UserError({
      ko: `${line} 뒤에는 다른 말을 붙이지 않아요. ‘${shown}’ 없이 ${line}만 입력해 주세요.`,
      en: `Nothing goes after ${line}. Type ${line} alone, without ‘${shown}’.`,
    });
  return new UserError({
    ko: `‘${shown}’ 부분을 알아듣지 못했어요. \`${usage(called, 'ko')}\`처럼 적어 주세요.${tries(called, 'ko')}`,
    en: `I do not understand ‘${shown}’. Write it like \`${usage(called, 'en')}\`.${tries(called, 'en')}`,
  });
}

/**
 * A line for values that came one by one, as Discord sends them, for a command or an action (`class setup`); parseArgs()
 * gives the same values back.
 */
export function lineOf(name: string, values: Readonly<Record<string, string | number | boolean>>): string {
  const parts = Object.entries(values).flatMap(([option, value]) => {
    if (typeof value !== 'string') return [`${option}:${value}`];
    // A full-width quote is one only once it is folded; what is too long for a line is not looked at.
    const text = isTooLong(value) ? value : normalize(normalize(value).replace(/["“”„]/g, ' '));
    // An option without a value would take what follows it.
    return text === '' ? [] : [`${option}:"${text}"`];
  });
  return [`/${name}`, ...parts].join(' ');
}

/** What has a form of its own is found first; a count or a choice is any number or word. */
const isLoose = ({ type }: Option): boolean => type === 'integer' || type === 'choice';

/**
 * Typed words -> arguments. `name:value` names an option; otherwise channels, people and words of a certain form go to
 * their options, from the line's start, then counts (`5개`, `두 문제`) and the words of a choice, from its end, then bare
 * numbers (`5`), in the options' order, and what remains, in order, to the text option.
 * @throws UserError for a number out of range, a word that is no choice or has not the form, a required option left out,
 * words that no option takes.
 */
export function parseArgs(called: Called, text: string): Args<Options> {
  const entries = Object.entries(called.options);
  const values = Object.fromEntries(entries.map(([name]): [string, string | number | undefined] => [name, undefined]));
  const rest: Token[] = tokens(text);
  // A button's line is ours; what a student answers in it is never the name of an option.
  for (const [name, option] of called.usedBy === 'buttons' || !text.includes(':') ? [] : entries) {
    const names = [name, option.korean ?? name].map((one) => `${one}:`);
    const begins = (token: Token): string | undefined => names.find((one) => token.text.toLowerCase().startsWith(one));
    const at = rest.findIndex((token) => !token.quoted && begins(token) !== undefined);
    const [token] = at < 0 ? [] : rest.splice(at, 1);
    if (!token) continue;
    const value = token.text.slice(begins(token)?.length);
    // What follows `words:` stays where it is: free words are the text option's anyway.
    if (value !== '') rest.splice(at, 0, { text: value, quoted: option.type === 'text' });
    if (option.type !== 'text') values[name] = takeNamed(name, option, rest, at);
  }
  for (const [name, option] of entries.toSorted(([, a], [, b]) => Number(isLoose(a)) - Number(isLoose(b))))
    values[name] ??= take(option, rest);
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
    if (option.required && values[name] === undefined) throw missing(called, option);
  if (!free && rest.length > 0) throw leftOver(called, rest);
  return values;
}
