import { writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { loadContents } from '../app/course.ts';
import { readAsked } from '../content/asked.ts';
import { noCache } from '../content/cache.ts';
import { finish } from '../core/steps.ts';
import { documentsOf } from '../course/documents.ts';
import { LEARNED_FILE } from '../course/learned.ts';
import { carryOver } from '../search/carry.ts';
import { createFeatures } from '../search/features.ts';
import { lessonsOf } from '../search/learned/examples.ts';
import { writeLearned } from '../search/learned/learned.ts';
import { learn } from '../search/learned/learning.ts';
import { indexTalk } from '../search/talk-search.ts';
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
    const documents = documentsOf(content);
    const read = createFeatures(content.synonyms, Number.POSITIVE_INFINITY);
    const talk = indexTalk(finish(carryOver(documents, content.synonyms, {})));
    const lessons = lessonsOf(documents, asked, (question) => talk.find(question).naming);
    const file = join(dirname(content.settings.file), LEARNED_FILE);
    writeFileSync(file, writeLearned(learn(lessons, read)));
    print(text(config.locale).learned(lessons.examples.length - asked.length, asked.length, file));
  }
};
