import { memoize } from './memoize.ts';
import { forms } from './word-forms.ts';
import { readWordLines } from './word-lines.ts';

const WORDS: ReadonlySet<string> = new Set(readWordLines('ordinary-words.txt').flat());

const REMEMBERED = 50_000;

/**
 * Is a word, in lower case and with or without particles or plural, one that people use who never heard of the subject?
 * `서비스가`, `images` and `역할` are; `디플로이먼트` and `kubelet` are not. See ordinary-words.txt.
 */
export const isOrdinary: (word: string) => boolean = memoize(
  (word) => forms(word).some((form) => WORDS.has(form)),
  REMEMBERED,
);

const OTHER_FIELDS: ReadonlySet<string> = new Set(readWordLines('other-fields.txt').flat());

/** Does a word tell of another field; see other-fields.txt. */
export const isOfOtherField: (word: string) => boolean = memoize(
  (word) => forms(word).some((form) => OTHER_FIELDS.has(form)),
  REMEMBERED,
);
