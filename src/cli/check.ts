import { readFileSync } from 'node:fs';
import { dirname } from 'node:path';
import { loadContents } from '../app/course.ts';
import { readAsked } from '../content/asked.ts';
import { noCache } from '../content/cache.ts';
import { isManifest } from '../content/guides.ts';
import { offStyle } from '../content/house-style.ts';
import type { Content, Problem } from '../content/model.ts';
import { hintsOn, questionsOf, surveyOf } from '../content/survey.ts';
import { text as contentText } from '../content/text.ts';
import { createCourse } from '../course/course.ts';
import { describeProblem, takenNames, typedFolders } from './content.ts';
import type { Mode } from './program.ts';
import { text } from './text.ts';

/** The file's line that has these words first, from 1. */
const lineWith = (file: string, words: string): number =>
  Math.max(
    0,
    readFileSync(file, 'utf8')
      .split('\n')
      .findIndex((line) => line.includes(words)),
  ) + 1;

/** Words that an author wants tried, and that find nothing; a file that cannot be used may hold what they find. */
function unanswered(content: Content): Problem[] {
  const { tries, file } = content.settings;
  if (tries.length === 0 || content.lost.size > 0) return [];
  const { search } = createCourse(content);
  return tries.flatMap(({ ko, en }) =>
    [ko, en]
      .filter((words) => !search(words).answered)
      .slice(0, 1)
      .map((words) => ({
        file,
        line: lineWith(file, words),
        message: contentText.both((own) => own.nothingFound(words)),
      })),
  );
}

/** The file's line, from 1, on which `line` of some code in it stands; the code may be indented there. */
function lineOfCode(file: string, code: string, line: number): number {
  const all = readFileSync(file, 'utf8').split(/\r?\n/);
  const own = code.trimEnd().split('\n');
  const first = all.findIndex((_, at) => own.every((words, i) => all[at + i]?.endsWith(words)));
  return Math.max(0, first) + line;
}

/** A manifest alone, rather than a command that has one within it. */
const isWholeManifest = (code: string): boolean => isManifest(code) && /^(?:#|---|apiVersion:)/.test(code);

/** Mistakes in manifests that a course gives to copy. Those of questions may be there to be found. */
async function wrongManifests({ settings, terms }: Content): Promise<Problem[]> {
  if (!settings.features.includes('kubernetes')) return [];
  // A course on something else loads no schema.
  const { examine } = await import('../doctor/examine.ts');
  return terms.flatMap(({ file, example, tasks }) =>
    [example ?? '', ...tasks.map(({ run }) => run)].filter(isWholeManifest).flatMap((manifest) =>
      examine(manifest)
        .findings.filter(({ severity }) => severity === 'error')
        .map(({ line, message }) => ({ file, line: lineOfCode(file, manifest, line), message })),
    ),
  );
}

/** Names every mistake of the content with its file and line, and what could be better; then counts what there is. */
export const run: Mode = async (program) => {
  const { config, print, fail } = program;
  const contents = loadContents(typedFolders(program), { cacheOf: () => noCache, taken: takenNames(program) });
  const words = text(config.locale);
  const problems: Problem[] = [];
  for (const content of contents)
    problems.push(
      ...content.problems,
      ...unanswered(content),
      ...(await wrongManifests(content)),
      ...readAsked(content).problems,
    );
  for (const problem of problems) print(describeProblem(problem, program));
  const hint = (problem: Problem): void => print(`${words.hint}${describeProblem(problem, program)}`);
  for (const content of contents) {
    for (const one of hintsOn(content, lineWith)) hint(one);
    for (const one of offStyle(content, dirname(content.settings.file))) hint(one);
    // Whether a folder is public is not known here.
    for (const { file, title, questions } of content.keptBack)
      hint({ file, line: 1, message: text.both((own, locale) => own.keptBack(title[locale], questions.length)) });
  }
  for (const content of contents) if (questionsOf(content).length > 0) print(words.surveyed(surveyOf(content)));
  const all = <T>(list: (content: Content) => readonly T[]): number => contents.flatMap(list).length;
  print(
    words.checked({
      chapters: all(({ chapters }) => chapters),
      terms: all(({ terms }) => terms),
      questions: all(questionsOf),
      sets: all(({ sets, keptBack }) => [...sets, ...keptBack]),
      problems: problems.length,
    }),
  );
  if (problems.length > 0) fail();
};
