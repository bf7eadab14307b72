import { writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { loadContents } from '../app/course.ts';
import { readAsked } from '../content/asked.ts';
import { noCache } from '../content/cache.ts';
import { documentsOf } from '../course/documents.ts';
import { LEARNED_FILE } from '../course/learned.ts';
import { writeLearned } from '../search/learned/learned.ts';
import { createTeacher } from '../search/learned/teacher.ts';
import { describeProblem, takenNames, typedFolders } from './content.ts';
import type { Mode } from './program.ts';
import { text } from './text.ts';

/**
 * Learns from each course's own phrases, and from the questions in its folder `asked`, which question is about what, and
 * writes it beside course.yaml. The same content gives the same file.
 */
export const run: Mode = (program) => {
  const { config, print, fail } = program;
  for (const content of loadContents(typedFolders(program), { cacheOf: () => noCache, taken: takenNames(program) })) {
    const { asked, problems } = readAsked(content);
    for (const problem of problems) print(describeProblem(problem, program));
    if (problems.length > 0) fail();
    const file = join(dirname(content.settings.file), LEARNED_FILE);
    const { learned, phrases } = createTeacher(documentsOf(content), content.synonyms)(asked);
    writeFileSync(file, writeLearned(learned));
    print(text(config.locale).learned(phrases, asked.length, file));
  }
};
