import { writeIds } from '../content/write-ids.ts';
import { problemLine } from './open.ts';
import { foldersOf, type Mode } from './program.ts';

/** Writes the ids of questions that have none; see writeIds(). */
export const run: Mode = (program) => {
  const { config, print, fail } = program;
  const { written, files, problems } = writeIds(foldersOf(program));
  for (const problem of problems) print(problemLine(problem, program));
  const left = new Set(problems.map(({ file }) => file)).size;
  const none = written === 0;
  print(
    config.locale === 'ko'
      ? `${none ? '새로 적은 id는 없어요.' : `파일 ${files}개에 문제 id ${written}개를 적었어요.`}${left > 0 ? ` 고칠 곳이 있는 파일 ${left}개는 그대로 두었어요. 고친 다음 다시 실행해 주세요.` : ''}`
      : `${none ? 'No ids were written.' : `${written} ids are written into ${files} files.`}${left > 0 ? ` ${left} files with problems are left as they are; mend them and run this again.` : ''}`,
  );
  if (left > 0) fail();
};
