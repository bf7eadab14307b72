import { existsSync, readdirSync } from 'node:fs';
import { join } from 'node:path';
import type { ContentCache } from '../content/cache.ts';
import { COURSE_FILE } from '../content/course-file.ts';
import { loadContent } from '../content/load.ts';
import type { Content, Problem } from '../content/model.ts';
import { text } from '../content/text.ts';
import { type Course, createCourse } from '../course/course.ts';
import { LOOK_UP } from '../course/lines.ts';

const hasCourseFile = (folder: string): boolean => existsSync(join(folder, COURSE_FILE));

/** A folder that holds courses, each in a folder of its own, is those folders; any other is itself. */
function foldersIn(folder: string): string[] {
  if (hasCourseFile(folder)) return [folder];
  const inner = readdirSync(folder, { withFileTypes: true })
    .filter((one) => one.isDirectory() && !one.name.startsWith('.'))
    .map(({ name }) => join(folder, name))
    .filter(hasCourseFile)
    .toSorted();
  return inner.length > 0 ? inner : [folder];
}

/**
 * The folders of each course. One with a course.yaml begins a course, and one without belongs to the course before it.
 * @throws where a folder cannot be read.
 */
function groupFolders(folders: readonly string[]): [string, ...string[]][] {
  const groups: [string, ...string[]][] = [];
  for (const folder of folders.flatMap(foldersIn)) {
    const group = groups.at(-1);
    if (group && !hasCourseFile(folder)) group.push(folder);
    else groups.push([folder]);
  }
  return groups;
}

interface Loading {
  /** The folder of the built-in course. */
  builtIn: string;
  /** What was read of some folders before. */
  cacheOf(folders: readonly string[]): ContentCache;
  /** Names of commands that a course's look-up may not have. */
  taken: ReadonlySet<string>;
}

/** The content with a name for looking up that is free; one that is not is a problem. */
function withFreeName(content: Content, [folder]: readonly [string, ...string[]], taken: Loading['taken']): Content {
  const { settings, problems } = content;
  const { command } = settings;
  if (!taken.has(command)) return content;
  const problem: Problem = {
    file: join(folder, COURSE_FILE),
    line: 1,
    message: text.both((words) => words.takenCommand(command)),
  };
  return { ...content, settings: { ...settings, command: LOOK_UP }, problems: [...problems, problem] };
}

/** Courses of one id would be one to a class: the second gets a number. */
function withOwnIds(all: readonly Content[]): Content[] {
  const seen = new Map<string, number>();
  return all.map((content) => {
    const { settings } = content;
    const count = (seen.get(settings.id) ?? 0) + 1;
    seen.set(settings.id, count);
    return count === 1 ? content : { ...content, settings: { ...settings, id: `${settings.id}-${count}` } };
  });
}

/** The content of each course in these folders, checked as a bot teaches it. */
export const loadContents = (folders: readonly string[], { cacheOf, taken }: Omit<Loading, 'builtIn'>): Content[] =>
  withOwnIds(groupFolders(folders).map((group) => withFreeName(loadContent(group, cacheOf(group)), group, taken)));

/** The courses of these folders, the first at least, and what was left out of them. */
export function loadCourses(
  folders: readonly string[],
  loading: Loading,
): { courses: readonly Course[]; problems: readonly Problem[] } {
  const contents = loadContents(folders, loading);
  // The built-in terms' words also find those of another course on the same subject.
  const lexicon = () =>
    folders.includes(loading.builtIn) ? [] : loadContent([loading.builtIn], loading.cacheOf([loading.builtIn])).terms;
  const isOnly = contents.length === 1;
  return {
    // One name for all: which course a caller has is known once they call.
    courses: contents.map((content) => createCourse(content, { lexicon, ...(isOnly ? {} : { lookUp: LOOK_UP }) })),
    problems: contents.flatMap(({ problems }) => problems),
  };
}
