import { fold } from '../text/fold.ts';
import type { Command } from './command.ts';
import { UserError } from './errors.ts';
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

/** Splits at spaces; quotes (straight or curly) keep words together, an unclosed one runs to the end. */
function tokens(text: string): Token[] {
  const found: Token[] = [];
  for (let at = 0; at < text.length; ) {
    if (text[at] === ' ') {
      at++;
      continue;
    }
    const quoted = /["“”„]/.test(text[at] ?? '');
    let end = at + 1;
    if (quoted) {
      while (end < text.length && !/["“”„]/.test(text[end] ?? '')) end++;
      found.push({ text: text.slice(at + 1, end).trim(), quoted });
      at = end + 1;
    } else {
      while (end < text.length && text[end] !== ' ') end++;
      found.push({ text: text.slice(at, end), quoted });
      at = end;
    }
  }
  return found.filter((token) => token.text !== '');
}

function integer(name: string, option: IntegerOption, text: string): number {
  const value = Number(text);
  if (value < option.min || value > option.max)
    throw new UserError({
      ko: `${name}에는 ${option.min}부터 ${option.max}까지의 수를 적어 주세요.`,
      en: `Give ${name} a number from ${option.min} to ${option.max}.`,
    });
  return value;
}

function chosen(option: ChoiceOption, text: string): string | undefined {
  const wanted = text.toLowerCase();
  return Object.entries(option.choices).find(([key, label]) =>
    [key, label.ko, label.en].some((word) => word.toLowerCase() === wanted),
  )?.[0];
}

/** What is said when something needed is missing: the command's own examples. */
function missing(command: Command): UserError {
  const examples = command.examples.map((example) => `\`/${example}\``).join(', ');
  return new UserError({
    ko: `\`/${command.name}\` 뒤에 무엇을 찾을지 적어 주세요. 예: ${examples}`,
    en: `Write what you want after \`/${command.name}\`. For example: ${examples}`,
  });
}

/**
 * Typed words -> arguments. `name:value` names an option; otherwise numbers go to integer options and the words of a
 * choice to it, from the line's end, and what remains, in order, to the text option.
 * @throws UserError for a number out of range or a required option left out.
 */
export function parseArgs(command: Command, text: string): Args<Options> {
  const values: Record<string, string | number | undefined> = {};
  const rest: Token[] = tokens(text);
  const entries = Object.entries(command.options);
  const take = (accepts: (token: Token) => boolean): Token | undefined => {
    const at = rest.findLastIndex((token) => !token.quoted && accepts(token));
    return at < 0 ? undefined : rest.splice(at, 1)[0];
  };
  for (const [name, option] of entries) {
    const prefix = `${name}:`;
    const named = take((token) => token.text.startsWith(prefix) && token.text.length > prefix.length);
    values[name] = named && parseValue(name, option, named.text.slice(prefix.length));
  }
  for (const [name, option] of entries) {
    if (values[name] !== undefined || option.type === 'text') continue;
    const found =
      option.type === 'integer'
        ? take((token) => /^-?\d{1,9}$/.test(token.text))
        : take((token) => chosen(option, token.text) !== undefined);
    if (found) values[name] = parseValue(name, option, found.text);
  }
  const free = entries.find(([name, option]) => option.type === 'text' && values[name] === undefined);
  if (free && rest.length > 0) values[free[0]] = rest.map((token) => token.text).join(' ');
  for (const [name, option] of entries) if (option.required && values[name] === undefined) throw missing(command);
  return values;
}

function parseValue(name: string, option: Option, text: string): string | number | undefined {
  switch (option.type) {
    case 'text':
      return text;
    case 'integer':
      return /^-?\d{1,9}$/.test(text) ? integer(name, option, text) : undefined;
    case 'choice':
      return chosen(option, text);
    default:
      return option satisfies never;
  }
}
