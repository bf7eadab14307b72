import type { Question } from '../content/model.ts';
import type { Locale } from '../core/locale.ts';
import type { Course } from '../course/course.ts';
import { compact } from '../language/normalize.ts';
import { mayName } from '../questions/types.ts';
import { placeOf } from './places.ts';
import { type Topic, titleOf } from './topics.ts';

/** `🔍 1. 문제의 시작` as `문제의 시작`. */
const withoutNumber = (title: string): string => title.replace(/^[^\p{L}]+/u, '') || title;

/**
 * What a question is about, in a few words: the section that tells of it, and the concept. Where the concept's name may be
 * the answer it is not said, whatever the right answer is.
 */
export function aboutOf(question: Question, topic: Topic, course: Course, locale: Locale): string | undefined {
  const term = course.terms.get(question.term);
  if (!term) return undefined;
  const names = [term.title.ko, term.title.en, ...term.aliases];
  const isNamed = mayName(question, names);
  const tellsNothing = (words: string): boolean =>
    isNamed || !names.some((name) => compact(name) !== '' && compact(words).includes(compact(name)));
  const place = placeOf(term.id, course);
  const around = [place?.section.title[locale], place?.chapter.title[locale], titleOf(topic)?.[locale]];
  const section = around.map((title) => title && withoutNumber(title)).find((title) => title && tellsNothing(title));
  const words = [section, isNamed ? term.title[locale] : undefined].filter(
    (one, i, all): one is string => one !== undefined && all.indexOf(one) === i,
  );
  return words.length === 0 ? undefined : words.join(' · ');
}
