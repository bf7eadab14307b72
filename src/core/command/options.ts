import type { Localized } from '../locale.ts';
import type { FileText } from './files.ts';
import { text } from './text.ts';

interface Declared {
  /** What to write there, in a word or two: it stands in usage lines. At most 100 characters (Discord's limit). */
  summary: Localized;
  /** Its name in Korean clients, for `단어:파드`; one word, at most 32 characters (Discord, option names). */
  korean?: string;
  /** `orFile`: it may be left out where a file comes. */
  required?: boolean | 'orFile';
  /** Our own buttons write it, once the caller was asked: usage lines do not name it. */
  byButton?: true;
}

/**
 * What to offer while a caller types; best first. `who` is the caller's id, for what is offered to them alone. An answer
 * that has to be looked up comes within a moment, or without what was not found until then.
 */
type Complete = (partial: string, who: string) => readonly Localized[] | Promise<readonly Localized[]>;

/** Free words: in a typed line it takes whatever no other option has taken. */
export interface TextOption extends Declared {
  type: 'text';
  /** Its text arrives as it was typed, with line breaks, indentation and quotes; otherwise in one line, normalized. */
  asTyped?: true;
  /** It may name a person by a mention, as `<@123>`, which is a part of it then. */
  namesPerson?: true;
  /** What else it may be, where a box has room for a hint: at most 100 characters (Discord's limit of a placeholder). */
  hint?: Localized;
  complete?: Complete;
}

export interface IntegerOption extends Declared {
  type: 'integer';
  min: number;
  max: number;
  /** Words that may stand behind the number, lower case: `5개`, `5 questions`. */
  units: readonly string[];
}

/** One of a few fixed words; each may be typed by its name or by its label in either language. */
export interface ChoiceOption extends Declared {
  type: 'choice';
  choices: Readonly<Record<string, Localized>>;
  /** Its labels are titles: a part that only one of them has stands for it, and a caller who types none is told them all. */
  byPart?: true;
}

/** Words of a certain form, told apart from all others by it: an hour, weekdays, a time zone. */
export interface WordOption extends Declared {
  type: 'word';
  /** The value in its one form, `9시` as `09:00`; undefined for what has another form. Reads what it gave as well. */
  read(text: string): string | undefined;
  /** The same where the option is named, and more may be its value: `시각:10`. */
  readNamed?(text: string): string | undefined;
  /** What it may look like: said to a caller who wrote something else. */
  example: Localized;
  complete?: Complete;
}

/** A channel: the platform's id (`123`, `C123`); where the platform knows none of that name, what was typed after `#`. */
interface ChannelOption extends Declared {
  type: 'channel';
}

/** A person (`123`, `U123`) or a role of Discord's (`&123`); where there is none of that name, what was typed after `@`. */
interface MentionableOption extends Declared {
  type: 'mentionable';
}

/** A file of text; people cannot type one, and platforms without files never have one. */
interface FileOption extends Declared {
  type: 'file';
}

/** What a button of ours carries, of a command that is only pressed. */
export const LINE = {
  line: { type: 'text', required: true, summary: text.both((words) => words.button) },
} as const;

export type Option =
  | TextOption
  | IntegerOption
  | ChoiceOption
  | WordOption
  | ChannelOption
  | MentionableOption
  | FileOption;
/** What can be typed. */
export type TypedOption = Exclude<Option, FileOption>;
/** By name: lower-case ASCII, as Discord demands of option names. */
export type Options = Readonly<Record<string, Option>>;

type ValueOf<O extends Option> = O extends { type: 'integer' }
  ? number
  : O extends { type: 'choice'; choices: infer C }
    ? keyof C & string
    : O extends { type: 'file' }
      ? FileText
      : string;

/** The arguments that `run` receives: one a declared option; undefined where it was left out. */
export type Args<O extends Options> = {
  readonly [K in keyof O]: O[K] extends { required: true } ? ValueOf<O[K]> : ValueOf<O[K]> | undefined;
};
