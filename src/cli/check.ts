import { loadContent } from '../content/load.ts';
import { describeProblem, typedFolders } from './content.ts';
import type { Mode } from './program.ts';
import { text } from './text.ts';

/** Names every mistake of the content with its file and line. */
export const run: Mode = (program) => {
  const { config, print, fail } = program;
  const { chapters, terms, sets, problems } = loadContent(typedFolders(program));
  for (const problem of problems) print(describeProblem(problem, program));
  print(
    text(config.locale).checked({
      chapters: chapters.length,
      terms: terms.length,
      questions: terms.reduce((sum, term) => sum + term.questions.length, 0),
      sets: sets.length,
      problems: problems.length,
    }),
  );
  if (problems.length > 0) fail();
};
