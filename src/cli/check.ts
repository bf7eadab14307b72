import { readFileSync } from 'node:fs';
import { loadContents } from '../app/course.ts';
import { noCache } from '../content/cache.ts';
import type { Content, Problem } from '../content/model.ts';
import { text as contentText } from '../content/text.ts';
import { createCourse } from '../course/course.ts';
import { describeProblem, takenNames, typedFolders } from './content.ts';
import type { Mode } from './program.ts';
import { text } from './text.ts';

/** The file's line that has these words first, from 1. */
const lineWith = (words: string, file: string): number =>
  Math.max(
    0,
    readFileSync(file, 'utf8')
      .split('\n')
      .findIndex((line) => line.includes(words)),
  ) + 1;

/** Words that an author wants tried, and that find nothing. */
function unanswered(content: Content): Problem[] {
  const { tries, file } = content.settings;
  if (tries.length === 0) return [];
  const { search } = createCourse(content);
  return tries.flatMap(({ ko, en }) =>
    [ko, en]
      .filter((words) => !search(words).answered)
      .slice(0, 1)
      .map((words) => ({
        file,
        line: lineWith(words, file),
        message: contentText.both((own) => own.nothingFound(words)),
      })),
  );
}

/** Names every mistake of the content with its file and line. */
export const run: Mode = (program) => {
  const { config, print, fail } = program;
  const contents = loadContents(typedFolders(program), { cacheOf: () => noCache, taken: takenNames(program) });
  const problems = contents.flatMap((content) => [...content.problems, ...unanswered(content)]);
  const all = <T>(list: (content: Content) => readonly T[]): readonly T[] => contents.flatMap(list);
  const terms = all((one) => one.terms);
  const keptBack = all((one) => one.keptBack);
  for (const problem of problems) print(describeProblem(problem, program));
  // Hints, no mistakes: whether a folder is public is not known here.
  for (const { file, title, questions } of keptBack) {
    const message = text.both((words, locale) => words.keptBack(title[locale], questions.length));
    print(describeProblem({ file, line: 1, message }, program));
  }
  const kept = new Set(keptBack.flatMap(({ questions }) => questions));
  print(
    text(config.locale).checked({
      chapters: all((one) => one.chapters).length,
      terms: terms.length,
      questions: terms.reduce((sum, term) => sum + term.questions.length, kept.size),
      sets: all((one) => one.sets).length + keptBack.length,
      problems: problems.length,
    }),
  );
  if (problems.length > 0) fail();
};
