import type { Locale } from '../core/locale.ts';

/** A number that is right, and how far from it an answer may be. */
export interface Amount {
  value: number;
  tolerance: number;
}

/**
 * How a question is answered, as programs hand it to one another, in one language. It is no type of ours: several types
 * may give and take one shape, and a shape that no type takes cannot be imported.
 */
export type Exchanged =
  /** `several`: all right ones are to be picked, and no other. Labels are plain text with `code`. */
  | { kind: 'options'; options: readonly { text: string; right: boolean }[]; several: boolean }
  | { kind: 'truth'; isTrue: boolean }
  /** Any of these is right. */
  | { kind: 'words'; accept: readonly string[] }
  /** A number that is near any of these is right; `nearest`: a class plays for the nearest one. */
  | { kind: 'amounts'; amounts: readonly Amount[]; unit?: string | undefined; nearest?: true }
  /** Each left side goes with its right one; `others` are right sides that go with none. */
  | { kind: 'pairs'; pairs: readonly (readonly [left: string, right: string])[]; others: readonly string[] }
  /** In the right order. */
  | { kind: 'steps'; steps: readonly string[] }
  /** Blanks of the question or its code, `___`, in their order or by their numbers, each with words or from options. */
  | { kind: 'blanks'; blanks: readonly ExchangedBlank[] };

/** What belongs in a blank: any of some words, or one of some options. */
type ExchangedBlank = { accept: readonly string[] } | { right: string; wrong: readonly string[] };

export type ExchangedKind = Exchanged['kind'];

/** What a type gives to other programs and takes from them. */
export interface Exchange<Q> {
  give(question: Q, locale: Locale): Exchanged;
  /** Its own fields, as an author would write them; undefined for what this type cannot hold. */
  take(answer: Exchanged): object | undefined;
}
