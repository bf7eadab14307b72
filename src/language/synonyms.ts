import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { readWordLines, wordLines } from './word-lines.ts';

const FILE = 'synonyms.txt';

/** Everyday words, a line a meaning; see synonyms.txt. */
export const SYNONYMS = readWordLines(FILE);

/** Where a word stands in that list, `file:line` from the project's folder. Only asked for when something is wrong. */
export function placeOfSynonym(word: string): string {
  const lines = readFileSync(join(import.meta.dirname, FILE), 'utf8').split('\n');
  const at = lines.findIndex((line) => wordLines(line).some((words) => words.includes(word)));
  return `src/language/${FILE}:${at + 1}`;
}
