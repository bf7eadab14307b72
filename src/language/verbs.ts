import { memoize } from './memoize.ts';
import { indexLines } from './word-forms.ts';
import { readWordLines } from './word-lines.ts';

/** Words that are remembered: tasks and questions use the same ones over and over. */
const REMEMBERED = 20_000;

/** What a word does with things, by its line in verbs.txt; 0 is looking at them. */
export const doingOf: (word: string) => number | undefined = memoize(
  indexLines(readWordLines('verbs.txt')),
  REMEMBERED,
);

/** Looking at a thing, which goes with every other doing. */
export const LOOKING = 0;
/** Making a thing. */
export const MAKING = 1;
/** Taking it away. */
export const REMOVING = 2;
