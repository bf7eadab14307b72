import { basename } from 'node:path';
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

/** `03-storage.md`; the names of posts begin with their day, `2026-03-02-storage.md`. */
const NAMED = /^(?!\d{4}-\d{2}-\d{2})\d{1,3}(?!\d)/;
/** `(1장)`, `제1장.`, `Chapter 1:` before a title. */
const NUMBERED = /^\(?(?:제 ?)?(?:chapter )?(\d{1,3}) ?(?:장|(?<=chapter \d{1,3} ?))\)?[.:)]? */i;

/** The number of a chapter, from 1: that of its file's name (`03-services.md`), or else its place. */
export const chapterNumber = ({ file, title }: Pick<Chapter, 'file' | 'title'>, at: number): number =>
  Number(NAMED.exec(basename(file))?.[0] ?? NUMBERED.exec(title.ko)?.[1] ?? at + 1);

/** A chapter's title without its number, which stands before it. */
export const withoutChapterNumber = (title: string): string => title.replace(NUMBERED, '').trim() || title;
