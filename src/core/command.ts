import type { Locale, Localized } from './locale.ts';
import type { Args, Options } from './options.ts';
import type { Reply } from './reply.ts';

/** Who asks, and from where. */
export interface Caller {
  /** Unique within everything we serve: `discord:123`, `slack:T1:U2`, `terminal`. */
  id: string;
  /** The class that the channel belongs to. */
  classId: string;
  locale: Locale;
}

/** One declaration a command: registration, parsing and help all come from it. */
export interface Command {
  /** Lower-case ASCII letters, digits and hyphens, at most 32 (Discord, Application Commands: naming). */
  name: string;
  /** At most 100 characters a language (Discord's limit of a description). */
  summary: Localized;
  /** `buttons`: its lines come from buttons that we made; it is neither registered nor listed. */
  usedBy: 'everyone' | 'buttons';
  /** Who sees its answers, `caller` unless told: a platform may have to say so before there is one. */
  visibility?: Reply['visibility'];
  /** Other words that mean it by themselves, as people say them: `도움말`, `/퀴즈`. */
  spoken?: readonly string[];
  /** Lines worth trying, for help; without the slash. */
  examples: readonly Localized[];
  options: Options;
  run(args: Args<Options>, caller: Caller): Reply | Promise<Reply>;
}

/** Declares a command so that `run`'s arguments have the types of its options. */
export function command<const O extends Options>(
  declaration: Omit<Command, 'options' | 'run'> & {
    options: O;
    run(args: Args<O>, caller: Caller): Reply | Promise<Reply>;
  },
): Command {
  // Safe: dispatch hands `run` only what parseArgs() made of these very options.
  return declaration as unknown as Command;
}

/** How a command is typed, in the reader's words: `/quiz [연습할 개념] [문제 수]`, `/dosirak [about]`. */
export function usage({ name, options }: Pick<Command, 'name' | 'options'>, locale: Locale): string {
  const words = Object.values(options).map((option) => {
    const what = option.type === 'choice' ? Object.keys(option.choices).join('|') : option.summary[locale];
    return option.required ? `<${what}>` : `[${what}]`;
  });
  return [`/${name}`, ...words].join(' ');
}
