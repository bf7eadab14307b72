import { indexLines } from './word-forms.ts';
import { readWordLines } from './word-lines.ts';

const lineOf = indexLines(readWordLines('verbs.txt'));

/** What a word does with things, by its line in verbs.txt; 0 is looking at them. */
export const doingOf = (word: string): number | undefined => lineOf(word);

/** Looking at a thing, which goes with every other doing. */
export const LOOKING = 0;
/** Making a thing. */
export const MAKING = 1;
