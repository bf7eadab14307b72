import type { Chapter, Section } from '../content/model.ts';
import type { Course } from '../course/course.ts';
import { memoizePer } from '../language/memoize.ts';

type Taught = Pick<Course, 'content' | 'terms'>;

/** Where a course tells of a concept. */
export interface Place {
  chapter: Chapter;
  section: Section;
  /** Counts through all sections of all chapters. */
  at: number;
}

const placesIn = memoizePer(({ content, terms }: Taught): ReadonlyMap<string, Place> => {
  const all = content.chapters.flatMap((chapter) => chapter.sections.map((section) => ({ chapter, section })));
  const sections = new Map(all.map((one, at) => [one.section.id, { ...one, at }]));
  const places = new Map<string, Place>();
  // A section tells of a concept that says so, or else the first one that links to it.
  for (const { section: id, ...term } of terms.values()) {
    const own = sections.get(id ?? '');
    if (own) places.set(term.id, own);
  }
  for (const place of sections.values())
    for (const id of place.section.terms) if (!places.has(id)) places.set(id, place);
  return places;
});

/** Where the course tells of a concept; undefined for what no chapter tells of. */
export const placeOf = (term: string, course: Taught): Place | undefined => placesIn(course).get(term);

/** The concepts that a chapter tells of. */
export const termsOfChapter = (chapter: Chapter, course: Taught): string[] =>
  Array.from(placesIn(course), ([id, place]) => (place.chapter.id === chapter.id ? [id] : [])).flat();
