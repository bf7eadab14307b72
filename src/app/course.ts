import { existsSync, readdirSync } from 'node:fs';
import { join } from 'node:path';
import type { Parser } from '../content/cache.ts';
import { COURSE_FILE, lineOfKey, readCourseFile } from '../content/course-file.ts';
import { assemble, loadContent } from '../content/load.ts';
import type { Content, Problem } from '../content/model.ts';
import { type Reading, readAll } from '../content/reading.ts';
import { text } from '../content/text.ts';
import { finish, type Steps } from '../core/steps.ts';
import { type Course, createCourse } from '../course/course.ts';
import type { Lexicon } from '../course/documents.ts';
import { LOOK_UP } from '../course/lines.ts';
import { once } from '../language/memoize.ts';

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

export interface Loading {
  /** The folder of the built-in course. */
  builtIn: string;
  /** What was read of some folders before. */
  cacheOf(folders: readonly string[]): Parser;
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
    line: lineOfKey(readCourseFile([folder]), 'command'),
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

/** The course of now, and how it is made again once its files have changed: it may be another one at the next look. */
export interface LoadedCourse {
  course: Course;
  /** What it was made of. */
  reading: Reading;
  readonly folders: readonly string[];
  readonly make: (reading: Reading) => Steps<Course>;
  /** How its file called the command that looks things up when the bot was started; undefined where no file says. */
  readonly command: string | undefined;
}

/** The built-in terms' words: they also find those of another course on the same subject. Of the rest nothing stays. */
const lexiconFor = (folders: readonly string[], { builtIn, cacheOf }: Loading): (() => Lexicon) =>
  once(() => {
    if (folders.includes(builtIn)) return [];
    const { terms } = loadContent([builtIn], cacheOf([builtIn]));
    return terms.map(({ id, title, aliases, misspellings, asks }) => ({ id, title, aliases, misspellings, asks }));
  });

/** `how`: how its content is made a course. What makes it anew keeps nothing of this one. */
function loadedCourse(
  content: Content,
  { reading, group }: { reading: Reading; group: readonly [string, ...string[]] },
  how: { lexicon: () => Lexicon; isOnly: boolean; taken: Loading['taken'] },
): LoadedCourse {
  const { id, command } = content.settings;
  // One name for all: which course a caller has is known once they call.
  const named = { lexicon: how.lexicon, lookUp: how.isOnly ? command : LOOK_UP, carry: {} };
  function* make(anew: Reading): Steps<Course> {
    const { settings, ...rest } = withFreeName(yield* assemble(anew), group, how.taken);
    // Platforms know the command by the name that it had at the start, and classes the course by its id.
    return createCourse({ ...rest, settings: { ...settings, id } }, named);
  }
  const course = createCourse(content, named);
  return { course, reading, folders: group, make, command: how.isOnly ? command : undefined };
}

/** The courses of these folders, the first at least. */
export function loadCourses(folders: readonly string[], loading: Loading): readonly LoadedCourse[] {
  const { cacheOf, taken } = loading;
  const read = groupFolders(folders).map((group) => ({ group, reading: readAll(group, cacheOf(group)) }));
  const contents = withOwnIds(read.map(({ group, reading }) => withFreeName(finish(assemble(reading)), group, taken)));
  const how = { lexicon: lexiconFor(folders, loading), isOnly: read.length === 1, taken };
  return read.flatMap((one, at) => {
    const content = contents[at];
    return content ? [loadedCourse(content, one, how)] : [];
  });
}
