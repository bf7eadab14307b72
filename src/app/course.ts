import { loadContent } from '../content/load.ts';
import type { Problem } from '../content/model.ts';
import { type Course, createCourse } from '../course/course.ts';

/** The course of some folders, and what was left out of it. `builtIn`: the folder of the built-in course. */
export function loadCourse(
  folders: readonly string[],
  builtIn: string,
): { course: Course; problems: readonly Problem[] } {
  const content = loadContent(folders);
  const isBuiltIn = folders.includes(builtIn);
  // The words of the built-in terms tell the concepts of another course from others.
  const lexicon = () => (isBuiltIn ? [] : loadContent([builtIn]).terms);
  return { course: createCourse(content, { builtIn: isBuiltIn, lexicon }), problems: content.problems };
}
