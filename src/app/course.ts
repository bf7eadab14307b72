import type { ContentCache } from '../content/cache.ts';
import { assemble, loadContent } from '../content/load.ts';
import { type Reading, readAll } from '../content/reading.ts';
import { type Course, createCourse } from '../course/course.ts';
import type { Lexicon } from '../course/documents.ts';
import { finish, type Steps } from '../core/steps.ts';
import { once } from '../language/memoize.ts';

/** The course of now, and how it is made again once its files have changed: it may be another one at the next look. */
export interface LoadedCourse {
  course: Course;
  /** What it was made of. */
  reading: Reading;
  readonly folders: readonly string[];
  readonly make: (reading: Reading) => Steps<Course>;
}

/**
 * The course of some folders. `builtIn`: the folder of the built-in course; `cacheOf`: what was read of some folders
 * before.
 */
export function loadCourse(
  folders: readonly string[],
  builtIn: string,
  cacheOf: (folders: readonly string[]) => ContentCache,
): LoadedCourse {
  // The built-in terms' words also find those of another course on the same subject; of the rest nothing stays.
  const lexicon = once((): Lexicon =>
    folders.includes(builtIn)
      ? []
      : loadContent([builtIn], cacheOf([builtIn])).terms.map(({ id, title, aliases, misspellings, asks }) => ({
          ...{ id, title, aliases, misspellings, asks },
        })),
  );
  const reading = readAll(folders, cacheOf(folders));
  const course = createCourse(finish(assemble(reading)), { lexicon });
  const { lookUp } = course;
  function* make(anew: Reading): Steps<Course> {
    const content = yield* assemble(anew);
    // Platforms know the command by the name that it had at the start.
    return createCourse(content, { lexicon, lookUp });
  }
  return { course, reading, folders, make };
}
