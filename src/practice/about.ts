import type { Question, Section, Term } from '../content/model.ts';
import type { Locale } from '../core/locale.ts';
import type { Course } from '../course/course.ts';
import { withoutNumber } from '../course/documents.ts';
import { compact } from '../language/normalize.ts';
import { mayName } from '../questions/types.ts';
import { placeOf } from './places.ts';
import { text } from './text.ts';
import { type Topic, titleOf } from './topics.ts';

const namesOf = ({ title, aliases }: Term): string[] => [title.ko, title.en, ...aliases];

/** The sections that tell of what a concept is related to, the nearest first: a concept without one belongs there. */
function* sectionsAround({ id, related }: Term, course: Course): Generator<Section> {
  const seen = new Set([id]);
  for (let near: readonly string[] = related; near.length > 0; ) {
    const fresh = Array.from(new Set(near)).filter((one) => !seen.has(one));
    for (const one of fresh) {
      seen.add(one);
      const place = placeOf(one, course);
      if (place) yield place.section;
    }
    near = fresh.flatMap((one) => course.terms.get(one)?.related ?? []);
  }
}

/**
 * What a question is about, in a few words: the section that tells of it, and the concept. Where the concept's name may be
 * the answer it is not said, whatever the right answer is.
 */
export function aboutOf(question: Question, topic: Topic, course: Course, locale: Locale): string | undefined {
  const term = course.terms.get(question.term);
  if (!term) return undefined;
  const names = namesOf(term);
  const isNamed = mayName(question, names);
  const tellsNothing = (words: string): boolean =>
    isNamed || !names.some((name) => compact(name) !== '' && compact(words).includes(compact(name)));
  const place = placeOf(term.id, course);
  const around = [place?.section.title[locale], place?.chapter.title[locale], titleOf(topic)?.[locale]];
  const section = around.map((title) => title && withoutNumber(title)).find((title) => title && tellsNothing(title));
  const words = [section, isNamed ? term.title[locale] : undefined].filter(
    (one, i, all): one is string => one !== undefined && all.indexOf(one) === i,
  );
  if (words.length > 0) return words.join(' · ');
  // Of options, what none of them says is no answer; what is typed may be called like any concept.
  const near = term.related
    .flatMap((id) => course.terms.get(id) ?? [])
    .find((other) => mayName(question, namesOf(other)) && tellsNothing(other.title[locale]));
  if (near) return text(locale).near(near.title[locale]);
  const area = sectionsAround(term, course)
    .map(({ title }) => withoutNumber(title[locale]))
    .find(tellsNothing);
  return area === undefined ? text(locale).everything : text(locale).near(area);
}
