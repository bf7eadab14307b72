import type { ContentCache } from '../content/cache.ts';
import { loadContent } from '../content/load.ts';
import type { Content, Problem } from '../content/model.ts';
import { type Course, createCourse } from '../course/course.ts';

/**
 * The course of some folders, and what was left out of it. `builtIn`: the folder of the built-in course; `cacheOf`: what
 * was read of some folders before.
 */
export function loadCourse(
  folders: readonly string[],
  builtIn: string,
  cacheOf: (folders: readonly string[]) => ContentCache,
): { course: Course; problems: readonly Problem[] } {
  const read = (all: readonly string[]): Content => loadContent(all, cacheOf(all));
  const content = read(folders);
  // The built-in terms' words also find those of another course on the same subject.
  const lexicon = () => (folders.includes(builtIn) ? [] : read([builtIn]).terms);
  return { course: createCourse(content, { lexicon }), problems: content.problems };
}
