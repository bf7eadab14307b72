import { loadContent } from '../content/load.ts';
import { problemLine } from './open.ts';
import { foldersOf, type Mode } from './program.ts';

/** Names every mistake of the content with its file and line. */
export const run: Mode = (program) => {
  const { config, print, fail } = program;
  const { chapters, terms, sets, problems } = loadContent(foldersOf(program));
  for (const problem of problems) print(problemLine(problem, program));
  const questions = terms.reduce((sum, term) => sum + term.questions.length, 0);
  const counts = [chapters.length, terms.length, questions, sets.length, problems.length];
  print(
    config.locale === 'ko'
      ? `장 ${counts[0]}개, 개념 ${counts[1]}개, 문제 ${counts[2]}개, 문제집 ${counts[3]}개를 읽었고, 고칠 곳은 ${counts[4]}군데예요.`
      : `${counts[0]} chapters, ${counts[1]} concepts, ${counts[2]} questions, ${counts[3]} sets; ${counts[4]} problems.`,
  );
  if (problems.length > 0) fail();
};
