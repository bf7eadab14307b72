import { readWordLines } from './word-lines.ts';

/** Everyday words, a line a meaning; see synonyms.txt. */
export const SYNONYMS = readWordLines('synonyms.txt');
