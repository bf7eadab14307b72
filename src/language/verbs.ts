import { memoize } from './memoize.ts';
import { indexLines } from './word-forms.ts';
import { readWordLines } from './word-lines.ts';

const lineOf = indexLines(readWordLines('verbs.txt'));

/** Words that are remembered: tasks and questions use the same ones over and over. */
const REMEMBERED = 20_000;

/** Of a word that does nothing. */
const NONE = -1;
const cachedLine = memoize((word) => lineOf(word) ?? NONE, REMEMBERED);

/** What a word does with things, by its line in verbs.txt; 0 is looking at them. */
export function doingOf(word: string): number | undefined {
  const line = cachedLine(word);
  return line === NONE ? undefined : line;
}

/** Looking at a thing, which goes with every other doing. */
export const LOOKING = 0;
/** Making a thing. */
export const MAKING = 1;
