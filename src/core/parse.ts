import { fold } from '../text/fold.ts';
import type { Command } from './command.ts';
import { UserError } from './errors.ts';
import type { Locale } from './locale.ts';
import type { Args, ChoiceOption, IntegerOption, Option, Options } from './options.ts';

/** Longest line that is read; Discord's text option takes 6,000 characters, Slack's command text less. */
const LONGEST = 6000;

/** A line as it was meant: see fold(); what is over the longest is cut. */
export const normalize = (line: string): string => fold(line.slice(0, LONGEST));

interface Token {
  text: string;
  /** Quoted words are always text, never a number or a choice. */
  quoted: boolean;
}

const OPENS = /["“”„]/;

/** Splits at spaces; quotes (straight or curly) keep words together, also after `name:`; an unclosed one runs on. */
function tokens(text: string): Token[] {
  const found: Token[] = [];
  for (let at = 0; at < text.length; ) {
    const quoted = OPENS.test(text[at] ?? '');
    let end = quoted ? at + 1 : at;
    const ends = (): boolean => {
      const here = text[end] ?? '';
      return quoted ? OPENS.test(here) : here === ' ' || (OPENS.test(here) && text[end - 1] === ':');
    };
    while (end < text.length && !ends()) end++;
    found.push({ text: text.slice(quoted ? at + 1 : at, end).trim(), quoted });
    at = quoted || text[end] === ' ' ? end + 1 : end;
  }
  return found.filter((token) => token.text !== '');
}

function integer(option: IntegerOption, text: string): number {
  const value = Number(text);
  if (!(value >= option.min && value <= option.max))
    throw new UserError({
      ko: `${option.summary.ko}: ${option.min}부터 ${option.max}까지의 수로 적어 주세요.`,
      en: `${option.summary.en}: give a number from ${option.min} to ${option.max}.`,
    });
  return value;
}

function chosen(option: ChoiceOption, text: string): string | undefined {
  const wanted = text.toLowerCase();
  return Object.entries(option.choices).find(([key, label]) =>
    [key, label.ko, label.en].some((word) => word.toLowerCase() === wanted),
  )?.[0];
}

/** What is said when something needed is missing: what it is, and the command's own examples. */
function missing(command: Command, { summary }: Option): UserError {
  const examples = (locale: Locale, word: string): string =>
    command.examples.length === 0 ? '' : ` ${word} ${command.examples.map((one) => `\`/${one[locale]}\``).join(', ')}`;
  return new UserError({
    ko: `\`/${command.name}\` 뒤에 내용을 적어 주세요(${summary.ko}).${examples('ko', '예:')}`,
    en: `Write something after \`/${command.name}\` (${summary.en}).${examples('en', 'For example:')}`,
  });
}

const NATIVE = ['한', '두', '세', '네', '다섯', '여섯', '일곱', '여덟', '아홉', '열'];

/** `5`, `5개`, `다섯개`; a Korean numeral is one only with what it counts. */
function number(text: string, units: readonly string[]): string | undefined {
  const unit = units.find((one) => text.toLowerCase().endsWith(one));
  const count = unit === undefined ? text : text.slice(0, -unit.length);
  if (/^-?\d{1,9}$/.test(count)) return count;
  const native = unit === undefined ? -1 : NATIVE.indexOf(count);
  return native < 0 ? undefined : String(native + 1);
}

/** Takes a count out of the tokens, the last there is: one word (`5개`) or two (`5 questions`, `두 문제`). */
function takeNumber(rest: Token[], units: readonly string[]): string | undefined {
  for (let at = rest.length - 1; at >= 0; at--) {
    const [first, second] = rest.slice(at, at + 2);
    if (!first || first.quoted) continue;
    const together = second && !second.quoted && units.includes(second.text.toLowerCase());
    const found = number(together ? first.text + second.text : first.text, units);
    if (found !== undefined) {
      rest.splice(at, together ? 2 : 1);
      return found;
    }
  }
  return undefined;
}

function parseValue(name: string, option: Option, text: string): string | number {
  switch (option.type) {
    case 'text':
      return text;
    case 'integer':
      return integer(option, number(text, option.units) ?? 'NaN');
    case 'choice': {
      const value = chosen(option, text);
      if (value !== undefined) return value;
      const words = Object.keys(option.choices).join(', ');
      throw new UserError({
        ko: `${name}에는 이 가운데 하나를 적어 주세요: ${words}`,
        en: `Give ${name} one of: ${words}`,
      });
    }
    default:
      return option satisfies never;
  }
}

/** A line for values that came one by one, as Discord sends them; parseArgs() gives the same values back. */
export function lineOf(name: string, values: Readonly<Record<string, string | number | boolean>>): string {
  const parts = Object.entries(values).map(([option, value]) =>
    typeof value === 'string' ? `${option}:"${fold(value).replace(/["“”„]/g, ' ')}"` : `${option}:${value}`,
  );
  return [`/${name}`, ...parts].join(' ');
}

/**
 * Typed words -> arguments. `name:value` names an option; otherwise counts (`5`, `5개`, `두 문제`) go to integer options
 * and the words of a choice to it, from the line's end, and what remains, in order, to the text option.
 * @throws UserError for a number out of range, a word that is no choice or a required option left out.
 */
export function parseArgs(command: Command, text: string): Args<Options> {
  const entries = Object.entries(command.options);
  const values = Object.fromEntries(entries.map(([name]): [string, string | number | undefined] => [name, undefined]));
  const rest: Token[] = tokens(text);
  // A button's line is ours; what a student answers in it is never the name of an option.
  for (const [name, option] of command.usedBy === 'buttons' ? [] : entries) {
    const names = [name, option.korean ?? name].map((one) => `${one}:`);
    const begins = (token: Token): string | undefined => names.find((one) => token.text.toLowerCase().startsWith(one));
    const at = rest.findIndex((token) => !token.quoted && begins(token) !== undefined);
    const [token] = at < 0 ? [] : rest.splice(at, 1);
    if (!token) continue;
    const value = token.text.slice(begins(token)?.length);
    // What follows `words:` stays where it is: free words are the text option's anyway.
    if (option.type === 'text') rest.splice(at, 0, ...(value === '' ? [] : [{ text: value, quoted: true }]));
    else values[name] = parseValue(name, option, value || (rest.splice(at, 1)[0]?.text ?? ''));
  }
  for (const [name, option] of entries) {
    if (values[name] !== undefined || option.type === 'text') continue;
    if (option.type === 'integer') {
      const count = takeNumber(rest, option.units);
      if (count !== undefined) values[name] = integer(option, count);
    } else {
      const at = rest.findLastIndex((token) => !token.quoted && chosen(option, token.text) !== undefined);
      const [token] = at < 0 ? [] : rest.splice(at, 1);
      if (token) values[name] = chosen(option, token.text);
    }
  }
  const free = entries.find(([, option]) => option.type === 'text');
  if (free && rest.length > 0) values[free[0]] = rest.map((token) => token.text).join(' ');
  for (const [name, option] of entries)
    if (option.required && values[name] === undefined) throw missing(command, option);
  return values;
}
