import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { SYNONYMS } from '../language/synonyms.ts';
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
  const taken = new Set(SYNONYMS.flat());
  const synonyms: string[][] = [];
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
        const isNew = WORD.test(word) && !taken.has(word);
        if (!isNew)
          problems.push({
            file,
            line: at + 1,
            message: text.both((words) => (taken.has(word) ? words.knownWord(word) : words.noWord(word))),
          });
        taken.add(word);
        return isNew;
      });
      if (words.length > 0) synonyms.push(words);
    }
  }
  return { synonyms, problems, isWhole };
}
