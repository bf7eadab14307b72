import { writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { loadContents } from '../app/course.ts';
import { readAsked, readOtherSubjects } from '../content/asked.ts';
import { noCache } from '../content/cache.ts';
import { documentsOf } from '../course/documents.ts';
import { LEARNED_FILE } from '../course/learned.ts';
import { writeLearned } from '../search/learned/learned.ts';
import { createTeacher } from '../search/learned/teacher.ts';
import { describeProblem, takenNames, typedFolders } from './content.ts';
import { offTopic, onTopic } from './other-subjects.ts';
import type { Mode } from './program.ts';
import { text } from './text.ts';

/**
 * Learns from each course's own phrases, from the questions in its folder `asked`, and from what is asked on other subjects,
 * which question is about what, and writes it beside course.yaml. The same content gives the same file.
 */
export const run: Mode = (program) => {
  const { config, root, print, fail } = program;
  const words = text(config.locale);
  const builtIn = join(root, 'content');
  for (const content of loadContents(typedFolders(program), { cacheOf: () => noCache, taken: takenNames(program) })) {
    const { asked, problems } = readAsked(content);
    // Nothing is learned of what is left out, so its author is told here, too.
    for (const problem of [...content.problems, ...problems]) print(describeProblem(problem, program));
    if (problems.length > 0) fail();
    const folder = dirname(content.settings.file);
    const documents = documentsOf(content);
    // The built-in course has thousands of its own.
    const others = folder === builtIn ? [] : offTopic(documents, content, asked, readOtherSubjects(builtIn));
    const named = folder === builtIn ? [] : onTopic(documents, [...asked, ...others]);
    const file = join(folder, LEARNED_FILE);
    const { learned, phrases } = createTeacher(documents, content.synonyms)([...asked, ...others, ...named]);
    writeFileSync(file, writeLearned(learned));
    print(
      words.learned({
        title: content.settings.title[config.locale],
        phrases,
        asked: asked.length,
        others: others.length,
        file,
      }),
    );
  }
};
