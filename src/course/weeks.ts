import type { Content, Section } from '../content/model.ts';
import type { Localized } from '../core/locale.ts';
import { memoizePer } from '../language/memoize.ts';

/** A week of the course with all that it tells of. */
export interface TaughtWeek {
  /** From 1. */
  number: number;
  /** As the course calls it, or its only chapter; undefined where it has no name. */
  title: Localized | undefined;
  /** In the order of the course. */
  sections: readonly Section[];
  /** Ids of the concepts that its sections tell of, in the same order; each concept is in one week. */
  terms: readonly string[];
}

/**
 * The weeks that a course is taught in; none where it has no plan. A section belongs to the week that names it, otherwise
 * to the first that names its chapter; a concept to the week of its own section, otherwise to the first that links to it.
 */
export const weeksIn = memoizePer((content: Content): readonly TaughtWeek[] => {
  const plan = content.settings.weeks;
  const sections = content.chapters.flatMap((chapter) => chapter.sections.map((section) => ({ chapter, section })));
  const weekOf = (id: string, chapter: string): number => {
    const own = plan.findIndex((week) => week.sections.includes(id));
    return own < 0 ? plan.findIndex((week) => week.chapters.includes(chapter)) : own;
  };
  const placed = sections.map(({ chapter, section }) => ({ section, week: weekOf(section.id, chapter.id) }));
  const weekOfSection = new Map(placed.map(({ section, week }) => [section.id, week]));
  const byId = new Map(content.terms.map((term) => [term.id, term]));
  const told = Map.groupBy(content.terms, ({ section }) => section ?? '');
  const taken = new Set<string>();
  return plan.map(({ title, chapters, sections: named }, at) => {
    const own = placed.filter(({ week }) => week === at).map(({ section }) => section);
    const isTaughtHere = (id: string): boolean => {
      const week = weekOfSection.get(byId.get(id)?.section ?? '') ?? -1;
      return week < 0 || week === at;
    };
    const terms = own
      .flatMap(({ id, terms: linked }) => [...linked, ...(told.get(id) ?? []).map((term) => term.id)])
      .filter((id) => byId.has(id) && isTaughtHere(id) && !taken.has(id) && taken.add(id));
    const [only] = content.chapters.filter(
      ({ id }) => chapters.length === 1 && named.length === 0 && id === chapters[0],
    );
    return { number: at + 1, title: title ?? only?.title, sections: own, terms };
  });
});
