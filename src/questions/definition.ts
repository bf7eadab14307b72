import type { Localized } from '../core/locale.ts';
import { memoizePer } from '../language/memoize.ts';
import { oneLine } from '../language/normalize.ts';
import { text } from './text.ts';

/** A concept as a question is made of it. */
export interface Defined {
  title: Localized;
  /** All that it is called. */
  names: readonly string[];
  /** Plain text in one line. */
  definition: Localized;
  /** The same with its names as blanks: it does not say what it defines. */
  clue: Localized;
}

/** A concept that a question is about. */
export interface Subject extends Defined {
  /** Concepts that its definition does not fit, and whose definitions do not fit it; the nearest first. */
  others: readonly Defined[];
  /** Concepts of which that is true without any doubt: they have nothing to do with it. */
  strangers: readonly Defined[];
  /** Those of the others of which the same is true among one another. */
  group: readonly Defined[];
  /** Names of other concepts that are spelled much like one of its own. */
  rivals: readonly string[];
  /** No other concept of the course could be called so: it may be asked for by name. */
  isUnmistakable: boolean;
  /** A whole number from 0 on, always the same of a concept: by it is chosen what could as well be otherwise. */
  lot: number;
}

/** A question that a type makes of a definition; `kind` tells those of one concept apart: lower-case letters. */
export interface Made<Q> {
  kind: string;
  question: Q;
}

/** Words in ASCII; those that have a mark of Markdown (`__init__`, `*args`) are no markup. */
const ASCII = /[!-_a-~]+/g;
const MARK = /[*_~<>|#\\[\]]/;

/** Plain text for a question's words, where words with marks of Markdown are code; `code` in it stays. */
export const inQuestion = (text: string): string =>
  oneLine(text)
    .split(/(`[^`]*`)/)
    .map((part, i) => (i % 2 === 0 ? part.replace(ASCII, (word) => (MARK.test(word) ? `\`${word}\`` : word)) : part))
    .join('');

/** Why an answer about a concept is right: what it is. All its questions have the same words for it. */
export const whatItIs = memoizePer(
  ({ title, definition }: Subject): Localized =>
    text.both(({ means }, locale) => means(inQuestion(title[locale]), inQuestion(definition[locale]))),
);
