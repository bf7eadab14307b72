import { otherLayout } from '../language/hangul.ts';
import { memoizePer } from '../language/memoize.ts';
import { compact } from '../language/normalize.ts';
import { forms } from '../language/word-forms.ts';
import type { Context } from './context.ts';
import type { Course } from './course.ts';
import { findTopics } from './find.ts';

const namesOf = memoizePer(
  ({ content }: Course): ReadonlySet<string> =>
    new Set(content.terms.flatMap(({ id, title, aliases }) => [id, title.ko, title.en, ...aliases].map(compact))),
);

const titlesOf = memoizePer(
  ({ sections }: Course): ReadonlySet<string> =>
    new Set(sections.values().flatMap(({ title }) => [compact(title.ko), compact(title.en)])),
);

/** Is it a concept's name, or a section's title, and nothing else? */
export const isTitle = (words: string, course: Course): boolean =>
  namesOf(course).has(compact(words)) || titlesOf(course).has(compact(words));

/**
 * Is it the name of a concept, with or without particles or in the other keyboard layout (`name`), or else a question
 * that the course has an answer to?
 */
export const knowsTopic =
  ({ course }: Pick<Context, 'course'>) =>
  (question: string): 'name' | 'answer' | undefined => {
    const now = course();
    const name = compact(question);
    const names = namesOf(now);
    if ([...forms(name), otherLayout(name) ?? ''].some((one) => names.has(one))) return 'name';
    return findTopics(question, now).answered ? 'answer' : undefined;
  };
