import { existsSync } from 'node:fs';
import { join } from 'node:path';
import type { Localized } from '../core/locale.ts';
import { placeOfSynonym, SYNONYMS } from '../language/synonyms.ts';
import { wordLines } from '../language/word-lines.ts';
import { readText } from './files.ts';
import type { Problem } from './model.ts';
import { text } from './text.ts';

/** The file in a folder of content; its lines are as in src/language/synonyms.txt. */
const FILE = 'synonyms.txt';

/** As words of a text are: lower case, no hyphens. */
const WORD = /^[\p{Ll}\p{Lo}\p{N}]+$/u;

/** Words that mean the same in a subject, a list a meaning, as they were read. */
export interface SynonymsRead {
  synonyms: readonly (readonly string[])[];
  problems: Problem[];
  /** Every file of them could be read. */
  isWhole: boolean;
}

/** The synonyms of these folders. A word that has a meaning already is named and left out. */
export function readSynonyms(folders: readonly string[]): SynonymsRead {
  const problems: Problem[] = [];
  let isWhole = true;
  const everyday = new Set(SYNONYMS.flat());
  /** `file:line` of each word of a course. */
  const places = new Map<string, string>();
  const synonyms: string[][] = [];
  const wrongIn = (word: string): Localized | undefined => {
    const place = everyday.has(word) ? placeOfSynonym(word) : places.get(word);
    if (place !== undefined) return text.both((words) => words.knownWord(word, place));
    return WORD.test(word) ? undefined : text.both((words) => words.noWord(word));
  };
  for (const folder of folders) {
    const file = join(folder, FILE);
    if (!existsSync(file)) continue;
    const read = readText(file, folder);
    if (!('text' in read)) {
      problems.push(read);
      isWhole = false;
      continue;
    }
    for (const [at, line] of read.text.split('\n').entries()) {
      const words = (wordLines(line)[0] ?? []).filter((word) => {
        const wrong = wrongIn(word);
        if (wrong) problems.push({ file, line: at + 1, message: wrong });
        else places.set(word, `${file}:${at + 1}`);
        return wrong === undefined;
      });
      if (words.length > 0) synonyms.push(words);
    }
  }
  return { synonyms, problems, isWhole };
}
