import type { Content, Term } from './model.ts';

/** Ids of the terms that the chapters name, in their order. */
export const chapterTermIds = ({ chapters }: Pick<Content, 'chapters'>): ReadonlySet<string> =>
  new Set(chapters.flatMap((chapter) => chapter.sections.flatMap((section) => section.terms)));

/** Terms in the order in which they are taught: as the chapters name them, then the rest. */
export function teachingOrder(content: Pick<Content, 'chapters' | 'terms'>): Term[] {
  const byId = new Map(content.terms.map((term) => [term.id, term]));
  return Array.from(new Set([...chapterTermIds(content), ...byId.keys()])).flatMap((id) => byId.get(id) ?? []);
}
