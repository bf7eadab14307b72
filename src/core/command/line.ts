import { inOneLine } from '../../language/normalize.ts';
import type { Reply } from '../reply/blocks.ts';
import { type Caller, type Command, command } from './command.ts';
import type { Args } from './options.ts';
import { text } from './text.ts';

/** One part of a button's line: a word, or, as the last one, all that is left. `read` gives undefined for what is none. */
interface Part<T> {
  read(text: string): T | undefined;
  write(value: T): string;
  /** It takes all words that are left, however few. */
  rest?: true;
  /** It may be missing at the line's end; then there is no value. */
  optional?: true;
}

type Parts = Readonly<Record<string, Omit<Part<never>, 'read'> & { read(text: string): unknown }>>;
type ValueOf<P> = P extends Part<infer T> ? T : never;
type OptionalKeys<P> = { [K in keyof P]: P[K] extends { optional: true } ? K : never }[keyof P];
/** What a line says, by the names of its parts. */
export type Said<P> = { readonly [K in Exclude<keyof P, OptionalKeys<P>>]: ValueOf<P[K]> } & {
  readonly [K in OptionalKeys<P>]?: ValueOf<P[K]> | undefined;
};

/** A word without spaces, such as an id. */
export const word: Part<string> = { read: (text) => text || undefined, write: (text) => text };

/** A number of digits, such as a page. */
export const digits: Part<number> = {
  read: (text) => (/^\d{1,9}$/.test(text) ? Number(text) : undefined),
  write: String,
};

/** One of a few words. */
export const oneOf = <const T extends string>(words: readonly T[]): Part<T> => ({
  read: (text) => words.find((one) => one === text),
  write: (value) => value,
});

/** All words that are left, as what a student has picked or typed; empty where there are none. */
export const rest = { read: (text: string) => text, write: (text: string) => text, rest: true } as const;

/** A part that may be missing at the line's end. */
export const maybe = <T>(part: Part<T>): Part<T> & { optional: true } => ({ ...part, optional: true });

/** What buttons of one kind say, and how it is read again. */
export interface Line<S> {
  name: string;
  /** A button's line; its parts' own words must be without spaces. */
  write(said: S): string;
  /** What follows the name; undefined for what no button of ours says. Words that come after the last part are ignored. */
  read(text: string): S | undefined;
}

/**
 * The lines of a command that is only pressed: `pick <post> <answer>`. Messages keep their buttons for years: a part may
 * be added at the end, with maybe(), and none may change its place.
 */
export function line<const P extends Parts>(name: string, parts: P): Line<Said<P>> {
  const all: [string, Part<unknown>][] = Object.entries(parts) as never;
  return {
    name,
    write: (said) => {
      const values: Readonly<Record<string, unknown>> = said;
      const words = all.flatMap(([key, part]) => (values[key] === undefined ? [] : [part.write(values[key])]));
      return [name, ...words].join(' ').trimEnd();
    },
    read(text) {
      const words = text === '' ? [] : text.split(' ');
      const said: Record<string, unknown> = {};
      for (const [at, [key, part]] of all.entries()) {
        const own = part.rest ? words.slice(at).join(' ') : words[at];
        if (own === undefined && part.optional) continue;
        const value = own === undefined ? undefined : part.read(own);
        if (value === undefined) return undefined;
        said[key] = value;
      }
      // Safe: each part has read its own value.
      return said as Said<P>;
    },
  };
}

/** What a button of ours carries. */
const CARRIED = { line: { type: 'text', required: false, summary: text.both((words) => words.button) } } as const;

/** A line that is completed by what a person types into a box. It stays one line: of several no button's line is made. */
export const completed = (line: string, typed: string): string => `${line} ${inOneLine(typed)}`;

/** Declares a command that only our own buttons call; `run` gets undefined for a line that none of them says. */
export const buttonCommand = <S>(
  { name, read }: Line<S>,
  run: (said: S | undefined, caller: Caller) => Reply | Promise<Reply>,
  how: Pick<Command, 'visibility'> = {},
): Command =>
  command({
    name,
    summary: text.both((words) => words.button),
    usedBy: 'buttons',
    examples: [],
    options: CARRIED,
    ...how,
    run: ({ line }: Args<typeof CARRIED>, caller) => run(read(line ?? ''), caller),
  });
