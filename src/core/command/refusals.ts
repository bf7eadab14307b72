import { truncate } from '../../language/truncate.ts';
import { type Guess, UserError } from '../errors.ts';
import type { Locale, Localized } from '../locale.ts';
import type { Button, Reply } from '../reply/blocks.ts';
import { button, buttons, notice } from '../reply/builders.ts';
import { LIMITS } from '../reply/limits.ts';
import { text as replyText } from '../reply/text.ts';
import { type Callable, type Command, choiceNames, nameIn } from './command.ts';
import { writeEntered } from './filled.ts';
import type { Option } from './options.ts';
import type { CommandInput, Route } from './route.ts';
import { text } from './text.ts';

/** Code points of a student's own words that are said back. */
const SHOWN = 40;

const quoted = (words: string): string => truncate(words.replaceAll('`', ''), SHOWN);

const examplesOf = ({ examples }: Callable, locale: Locale): string =>
  examples.length === 0 ? '' : text(locale).examples(examples.map((one) => one[locale]));

/** A guess as a button; without the words after the command's name where they do not fit. */
function guessButton(guess: Guess, locale: Locale): Button {
  const isLong = Array.from(guess[locale]).length > LIMITS.line;
  const line = isLong ? (guess[locale].split(' ')[0] ?? '') : guess[locale];
  return button((isLong ? undefined : guess.label?.[locale]) ?? `/${line}`, line);
}

/** The button that opens a form again with what was entered, where a form sent the input. */
function formButton(input: CommandInput, routed: Route | undefined, locale: Locale): Button | undefined {
  const line = routed?.command && routed.action?.[1].form;
  if (line === undefined || typeof input !== 'object' || !('filled' in input) || !input.filled) return undefined;
  return button(replyText(locale).fillInAgain, writeEntered(line, input.options), 'primary');
}

/** What is said to the caller, and what was probably meant as a button, or the form that sent it. */
export function renderRefusal(
  { text: said, guess }: UserError,
  locale: Locale,
  input: CommandInput,
  routed: Route | undefined,
): Reply {
  const refusal = notice(said[locale]);
  const offered = guess === undefined ? formButton(input, routed, locale) : guessButton(guess, locale);
  return offered === undefined ? refusal : { ...refusal, blocks: [...refusal.blocks, buttons(offered)] };
}

/** Said to a `/name` that is no command. */
export const unknownCommand = (name: string, guess?: Localized): UserError =>
  new UserError(
    text.both((words) => (guess === undefined ? words.unknownCommand(quoted(name)) : words.didYouMean(quoted(name)))),
    guess,
  );

/** Said to words after a command with actions that name none of them. */
export const unknownAction = ({ name, actions = {} }: Command, guess?: Localized): UserError =>
  new UserError(
    text.both((words, locale) =>
      words.nameAnAction(
        name,
        Object.entries(actions).map(([action, { korean, summary }]) => ({
          name: nameIn(locale, { name: action, korean }),
          summary: summary[locale],
        })),
      ),
    ),
    guess,
  );

function missing(callable: Callable, option: Option): UserError {
  const hint = option.type === 'text' ? option.hint : undefined;
  return new UserError(
    text.both((words, locale) => {
      const more = (hint ? ` ${hint[locale]}` : '') + examplesOf(callable, locale);
      return words.missing(nameIn(locale, callable), option.summary[locale], more);
    }),
  );
}

/** @throws UserError with what is missing, where a required option was left out. */
export function refuseMissing(callable: Callable, args: Readonly<Record<string, unknown>>): void {
  const { options } = callable;
  const hasFile = Object.entries(options).some(([name, { type }]) => type === 'file' && args[name] !== undefined);
  for (const [name, option] of Object.entries(options))
    if (option.required && args[name] === undefined && !(option.required === 'orFile' && hasFile))
      throw missing(callable, option);
}

/** Said to the value of an option that there is no longer. */
export const noSuchOption = (callable: Callable, own: string): UserError =>
  new UserError(text.both((words, locale) => words.noSuchOption(nameIn(locale, callable), quoted(own))));

/** Values that a line of ours shows at most. */
const MOST_VALUES = 3;

/** What an option's value may look like; undefined for what only the place or the course knows. */
function valueLike(option: Option, locale: Locale): string | undefined {
  if (option.byButton) return undefined;
  if (option.type === 'choice') return choiceNames(option, locale)[0];
  // Several are told apart by commas.
  return option.type === 'word' ? option.example[locale].split(', ')[0] : undefined;
}

/** Lines that a command or an action understands: its examples, or one of what its options may look like. */
function linesLike(callable: Callable, locale: Locale): string[] {
  if (callable.examples.length > 0) return callable.examples.map((one) => one[locale]);
  const values = Object.values(callable.options).flatMap((option) => valueLike(option, locale) ?? []);
  return [[nameIn(locale, callable), ...values.slice(0, MOST_VALUES)].join(' ')];
}

/** The titles of which a part may be typed, with what they are. */
const titlesToChoose = ({ options }: Callable, locale: Locale): { what: string; titles: string[] }[] =>
  Object.values(options).flatMap((option) =>
    option.type === 'choice' && option.byPart
      ? [{ what: option.summary[locale], titles: Object.values(option.choices).map((title) => title[locale]) }]
      : [],
  );

/** Said to words that are no value of any option; they may well be known elsewhere, as a concept after `/review`. */
export function leftOver(callable: Callable, own: string): UserError {
  const shown = quoted(own);
  return new UserError(
    text.both((words, locale) =>
      Object.keys(callable.options).length === 0
        ? words.nothingFollows(nameIn(locale, callable), shown)
        : [
            words.notUnderstood(shown, linesLike(callable, locale)),
            ...titlesToChoose(callable, locale).map(({ what, titles }) => words.choicesAre(what, titles)),
          ].join(' '),
    ),
  );
}
