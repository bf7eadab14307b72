import { courseOf } from '../course/courses.ts';
import { openCourses } from './content.ts';
import { eachLine } from './each-line.ts';
import type { Mode } from './program.ts';

/** Searches the first course for each line of the input; JSON. */
export const run: Mode = async (program) => {
  const courses = openCourses(program).map(({ course }) => course);
  const { search } = courseOf(courses, {});
  await eachLine(program.input, program.print, (query) => {
    const { answered, matches } = search(query);
    return {
      query,
      answered,
      matches: matches.map(({ document: { id, kind, title }, score }) => ({ id, kind, title, score })),
    };
  });
};
