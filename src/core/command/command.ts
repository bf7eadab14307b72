import type { Locale, Localized } from '../locale.ts';
import type { Reply } from '../reply/blocks.ts';
import type { Args, ChoiceOption, Option, Options } from './options.ts';

/** Who asks, and from where. */
export interface Caller {
  /** Unique within everything we serve: `discord:123`, `slack:T1:U2`, `terminal`. */
  id: string;
  /** The guild or workspace: `discord:G`, `slack:T1`, `terminal`; in a Discord direct message the person's own id. */
  space: string;
  /**
   * The channel that is written in: `discord:C`, `slack:C`, `terminal`; of a Discord thread, the channel that it belongs
   * to. Left out in direct messages, in modals without one and in the home tab.
   */
  channel?: string;
  locale: Locale;
  /**
   * When the input reached us by our own clock, epoch milliseconds, where the platform notes it. Time spent waiting since,
   * as for a profile from the platform, is not the caller's.
   */
  at?: number;
  /** When the platform said what the caller manages and is, where that is a while ago, epoch milliseconds. */
  rankedAt?: number;
  /** The name that others there see, where it is known. */
  name?: string;
  /** May manage the guild or workspace; undefined where the platform did not say. */
  manages: boolean | undefined;
  /** What a list of people may have the caller as: their own id and, on Discord, their roles as `discord:&ROLE`. */
  known: readonly string[];
  /** The names of the roles in the input, by address, where the platform sends them. */
  named?: Readonly<Record<string, string>>;
}

/** A subcommand, as `setup` of `/class setup`: the word after the command's name. */
export interface Action {
  /** At most 100 characters a language (Discord's limit of a description). */
  summary: Localized;
  /** Its name in Korean clients, for `/class 설정`; one word, at most 32 characters. */
  korean?: string;
  options: Options;
  /** The line of a button that opens its form, where it has one; what was entered follows. */
  form?: string;
  /** Reads what was typed itself, as it was typed: in several lines, each of its own kind, no word is an option's. */
  runTyped?(typed: string, caller: Caller): Reply | Promise<Reply>;
  run(args: Args<Options>, caller: Caller): Reply | Promise<Reply>;
}

/** One declaration a command: registration, parsing and help all come from it. */
export interface Command {
  /** Lower-case ASCII letters, digits and hyphens, at most 32 (Discord, Application Commands: naming). */
  name: string;
  /** At most 100 characters a language (Discord's limit of a description). */
  summary: Localized;
  /**
   * `instructors`: registered and listed like `everyone`'s; whether a caller is one, the command itself finds out.
   * `buttons`: its lines come from buttons that we made; it is neither registered nor listed.
   */
  usedBy: 'everyone' | 'instructors' | 'buttons';
  /** Who sees its answers, by default the caller: a platform may have to say so before there is an answer. */
  visibility?: Reply['visibility'];
  /** Words after its name reach it only behind a slash: `progress bar` is a question, `/progress 민수` is none. */
  wordsNeedSlash?: true;
  /** What buttons' lines call it, where its name is not the same everywhere. */
  lines?: readonly string[];
  /** Other words that mean it by themselves, as people say them: `도움말`, `/퀴즈`. */
  spoken?: readonly string[];
  /** Does a line without a slash ask for it in other words? What it says to it then, as its own words: `파드` of `파드 퀴즈`. */
  hears?(line: string): string | undefined;
  /** Lines that name no command are questions for this one; of all commands one has it. */
  answersQuestions?: boolean;
  /**
   * Of the command that answers questions: is this the name of something that it tells of, or a question that it has an
   * answer to? Such a line with a slash is a question, though it names no command: `/파드`.
   */
  knows?(question: string): 'name' | 'answer' | undefined;
  /**
   * Its name in the menu of a message, which hands the message to it: its words to the text option, its file to the one
   * that takes a file. Of all commands one has it. At most 24 characters (Slack's limit of a shortcut's name).
   */
  messageMenu?: Localized;
  /**
   * The label of its box on a person's first page, where a platform has one: what is picked there is its text option,
   * which completes what is typed. At most 150 characters.
   */
  homeBox?: Localized;
  /** Another command, by its name, leads to it: help lists that one, and gives an example of this. */
  listedWith?: string;
  /** Lines worth trying, for help; without the slash. */
  examples: readonly Localized[];
  options: Options;
  /** By name, as options are. A command with actions has no options of its own, and `run` answers its bare name. */
  actions?: Readonly<Record<string, Action>>;
  run(args: Args<Options>, caller: Caller): Reply | Promise<Reply>;
}

/** Declares a command so that `run`'s arguments have the types of its options. */
export function command<const O extends Options>(
  declaration: Omit<Command, 'options' | 'run'> & {
    options: O;
    run(args: Args<O>, caller: Caller): Reply | Promise<Reply>;
  },
): Command {
  // Safe: runCommand() hands `run` only what parseWords() or parseValues() made of these very options.
  return declaration as unknown as Command;
}

/** Declares an action so that `run`'s arguments have the types of its options. */
export function action<const O extends Options>(
  declaration: Omit<Action, 'options' | 'run'> & {
    options: O;
    run(args: Args<O>, caller: Caller): Reply | Promise<Reply>;
  },
): Action {
  // Safe as in command().
  return declaration as unknown as Action;
}

/**
 * What words and values are read for: a command, or an action under both names, as `class setup`; `korean`: as Korean
 * readers call it, `class 설정`.
 */
export type Callable = Pick<Command, 'name' | 'usedBy' | 'examples' | 'options'> & { korean?: string };

/** What readers call an action, an option or a line: in Korean by its Korean name, where it has one. */
export const nameIn = (
  locale: Locale,
  { name, korean = name }: { name: string; korean?: string | undefined },
): string => ({ ko: korean, en: name })[locale];

/** Do people type it, rather than our buttons? */
export const isTyped = ({ usedBy }: Pick<Command, 'usedBy'>): boolean => usedBy !== 'buttons';

/** Every option that it takes, its actions' as well. */
export const allOptions = ({ options, actions = {} }: Pick<Command, 'options' | 'actions'>): Option[] =>
  [options, ...Object.values(actions).map((one) => one.options)].flatMap((one) => Object.values(one));

/** The words of a choice, as readers type them. */
export const choiceNames = ({ choices }: ChoiceOption, locale: Locale): string[] =>
  Object.entries(choices).map(([name, { ko }]) => nameIn(locale, { name, korean: ko }));

/** The names of a command's actions, as readers call them. */
export const actionNames = ({ actions = {} }: Pick<Command, 'actions'>, locale: Locale): string[] =>
  Object.entries(actions).map(([name, { korean }]) => nameIn(locale, { name, korean }));

/**
 * How a command is typed, in the reader's words, without files: `/quiz [연습할 개념] [문제 수]`, `/dosirak [소개]`,
 * `/class <설정|보기>`; an action has both names: `class 설정`.
 */
export function usage(
  { name, korean, options, actions }: Pick<Callable, 'name' | 'korean' | 'options'> & Pick<Command, 'actions'>,
  locale: Locale,
): string {
  const typed = Object.values(options).filter(({ byButton, type }) => !byButton && type !== 'file');
  const words = typed.map((option) => {
    const what = option.type === 'choice' ? choiceNames(option, locale).join('|') : option.summary[locale];
    return option.required ? `<${what}>` : `[${what}]`;
  });
  const named = actions ? [`<${actionNames({ actions }, locale).join('|')}>`] : [];
  return [`/${nameIn(locale, { name, korean })}`, ...named, ...words].join(' ');
}
