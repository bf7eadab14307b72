import type { Localized } from '../core/locale.ts';
import { LIMITS } from '../core/reply/limits.ts';
import type { Context } from './context.ts';
import type { Course } from './course.ts';

/**
 * The concepts and sections that words name, best first: buttons' lines carry their ids (`pod`, `pod vs node`), all else
 * goes to the search.
 */
export function findTopics(
  words: string,
  course: Course,
): { answered: boolean; compares: boolean; ids: readonly string[] } {
  const { terms, sections } = course;
  if (terms.has(words) || sections.has(words)) return { answered: true, compares: false, ids: [words] };
  const pair = words.split(' vs ');
  if (pair.length === 2 && pair.every((id) => terms.has(id))) return { answered: true, compares: true, ids: pair };
  // The search is made when it is first asked for: an id needs none.
  const { answered, compares, matches } = course.search(words);
  return { answered, compares, ids: matches.map((match) => match.document.id) };
}

/** Completes a half-typed name to titles of concepts and sections, best first; with `only`, to those of concepts. */
export const completeTitles =
  ({ course }: Pick<Context, 'course'>, only?: 'term') =>
  (partial: string): readonly Localized[] =>
    course()
      .search.complete(partial, LIMITS.completions)
      .filter(({ kind }) => only === undefined || kind === only)
      .map(({ title }) => title);
