import { writeIds } from '../content/write-ids.ts';
import { describeProblem, typedFolders } from './content.ts';
import type { Mode } from './program.ts';
import { text } from './text.ts';

/** Writes the ids of questions that have none; see writeIds(). */
export const run: Mode = (program) => {
  const { config, print, fail } = program;
  const { written, files, problems } = writeIds(typedFolders(program));
  for (const problem of problems) print(describeProblem(problem, program));
  const left = new Set(problems.map(({ file }) => file)).size;
  const words = text(config.locale);
  const said = written === 0 ? words.noIdsWritten : words.idsWritten(written, files);
  print(left === 0 ? said : `${said} ${words.leftAsTheyAre(left)}`);
  if (left > 0) fail();
};
