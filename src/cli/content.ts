import { randomUUID } from 'node:crypto';
import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { ownNames } from '../app/commands.ts';
import { ConfigError } from '../app/config.ts';
import { type LoadedCourse, type Loading, loadCourses } from '../app/course.ts';
import { noCache, openCache, parserVersion } from '../content/cache.ts';
import type { Problem } from '../content/model.ts';
import type { Locale } from '../core/locale.ts';
import { withoutControls } from '../language/normalize.ts';
import type { Program } from './program.ts';
import { text } from './text.ts';

/**
 * Folders are an author's to name, so they are told of one that is missing in their own language.
 * @throws ConfigError where one of the folders is missing; `source`: the setting that names them.
 */
function requireFolders(folders: readonly string[], locale: Locale, source = ''): readonly string[] {
  const missing = folders.filter((folder) => !existsSync(folder));
  if (missing.length > 0) throw new ConfigError(missing.map((folder) => `${source}${text(locale).noFolder(folder)}`));
  return folders;
}

/**
 * The folders of the configuration.
 * @throws ConfigError where one of them is missing.
 */
export const configuredFolders = ({ config }: Pick<Program, 'config'>): readonly string[] =>
  requireFolders(config.content, config.locale, 'CONTENT_DIR: ');

/**
 * The folders that were typed, or else those of the configuration.
 * @throws ConfigError where one of them is missing.
 */
export const typedFolders = ({ config, paths }: Pick<Program, 'config' | 'paths'>): readonly string[] =>
  paths.length > 0 ? requireFolders(paths, config.locale) : configuredFolders({ config });

/** A problem of the content on one line: `file:line: what to mend`. */
export const describeProblem = ({ file, line, message }: Problem, { config }: Pick<Program, 'config'>): string =>
  withoutControls(`${file}:${line}: ${message[config.locale]}`).replaceAll('\n', ' ');

/** What was read of folders at an earlier start, where the system has a place for it; what is read now is kept later. */
function cacheFor({ root, cacheFolder, later }: Program): Loading['cacheOf'] {
  if (cacheFolder === undefined) return () => noCache;
  const version = parserVersion(root);
  return (folders) => {
    const cache = openCache(cacheFolder, folders, { version, unique: randomUUID });
    later(cache.save);
    return cache;
  };
}

/** A line of the log for each problem of the content. */
export function logProblems(problems: readonly Problem[], { config, log }: Pick<Program, 'config' | 'log'>): void {
  for (const { file, line, message } of problems) log.warn({ file, line }, message[config.locale]);
}

/** Names that commands of ours have, and that looking up cannot have. */
export const takenNames = ({ root }: Pick<Program, 'root'>): ReadonlySet<string> => ownNames(join(root, 'commands'));

/**
 * The courses that are configured, one at least. What was left out of them is said: in a line to a person at the terminal,
 * in a line of the log each to an operator.
 */
export function openCourses(program: Program): readonly LoadedCourse[] {
  const { config, root, isWatched, warn } = program;
  const loaded = loadCourses(configuredFolders(program), {
    builtIn: join(root, 'content'),
    cacheOf: cacheFor(program),
    taken: takenNames(program),
  });
  const problems = loaded.flatMap(({ course }) => course.content.problems);
  if (isWatched && problems.length > 0) warn(text(config.locale).startedWithout(problems.length));
  else logProblems(problems, program);
  return loaded;
}
