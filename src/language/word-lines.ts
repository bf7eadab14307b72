import { readFileSync } from 'node:fs';
import { join } from 'node:path';

/** Lists of words as text: a line a list, words with spaces between them; `#` begins a line that is none. */
export const wordLines = (text: string): readonly (readonly string[])[] =>
  text
    .split('\n')
    .map((line) => line.trim())
    .filter((line) => line !== '' && !line.startsWith('#'))
    .map((line) => line.split(/\s+/));

/** A list of this room. */
export const readWordLines = (file: string): readonly (readonly string[])[] =>
  wordLines(readFileSync(join(import.meta.dirname, file), 'utf8'));
