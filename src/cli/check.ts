import { loadContent } from '../content/load.ts';
import { describeProblem, typedFolders } from './content.ts';
import type { Mode } from './program.ts';
import { text } from './text.ts';

/** Names every mistake of the content with its file and line. */
export const run: Mode = (program) => {
  const { config, print, fail } = program;
  const { chapters, terms, sets, keptBack, problems } = loadContent(typedFolders(program));
  for (const problem of problems) print(describeProblem(problem, program));
  // Hints, no mistakes: whether a folder is public is not known here.
  for (const { file, title, questions } of keptBack) {
    const message = text.both((words, locale) => words.keptBack(title[locale], questions.length));
    print(describeProblem({ file, line: 1, message }, program));
  }
  const kept = new Set(keptBack.flatMap(({ questions }) => questions));
  print(
    text(config.locale).checked({
      chapters: chapters.length,
      terms: terms.length,
      questions: terms.reduce((sum, term) => sum + term.questions.length, kept.size),
      sets: sets.length + keptBack.length,
      problems: problems.length,
    }),
  );
  if (problems.length > 0) fail();
};
