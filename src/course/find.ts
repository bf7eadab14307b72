import type { Localized } from '../core/locale.ts';
import { LIMITS } from '../core/reply/limits.ts';
import type { Result } from '../search/result.ts';
import type { Context } from './context.ts';
import type { Course } from './course.ts';

/** What words are about; `ids` of concepts and sections, best first. */
export interface Topics extends Omit<Result, 'matches'> {
  ids: readonly string[];
  /** 0..1; how sure the first is. */
  score: number;
}

const BY_ID = { answered: true, named: true, score: 1 } as const;

/**
 * The concepts and sections that words name, best first: buttons' lines carry their ids (`pod`, `pod vs node`), all else
 * goes to the search.
 */
export function findTopics(words: string, course: Course): Topics {
  const { terms, sections } = course;
  if (terms.has(words) || sections.has(words)) return { ...BY_ID, compares: false, ids: [words] };
  const several = words.length > LIMITS.line ? [] : Array.from(new Set(words.split(' vs ')));
  if (several.length > 1 && several.every((id) => terms.has(id))) return { ...BY_ID, compares: true, ids: several };
  // The search is made when it is first asked for: an id needs none.
  const { matches, ...found } = course.search(words);
  return { ...found, ids: matches.map((match) => match.document.id), score: matches[0]?.score ?? 0 };
}

/** Completes a half-typed name to titles of concepts and sections, best first; with `only`, to those of concepts. */
export const completeTitles =
  ({ course }: Pick<Context, 'course'>, only?: 'term') =>
  (partial: string): readonly Localized[] =>
    course()
      .search.complete(partial, LIMITS.completions)
      .filter(({ kind }) => only === undefined || kind === only)
      .map(({ title }) => title);
