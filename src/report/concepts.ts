import type { Content, Term } from '../content/model.ts';
import type { Answered } from '../core/learner-records.ts';
import type { Locale, Localized } from '../core/locale.ts';
import { type Cell, HEAT, type HeatMap, warmthOf, weakestFirst } from '../core/reply/heat.ts';
import type { Course } from '../course/course.ts';
import { sectionsOf } from '../review/progress.ts';
import { text } from './text.ts';
import { WEEKS } from './weeks.ts';

/** Concepts that are named as the strongest. */
const STRONGEST = 5;

export interface Concept extends Cell {
  term: string;
}

/** What a class has answered on. */
interface Answers {
  /** By the course's sections, or its chapters where those are many. */
  groups: readonly { name: string; cells: readonly Concept[] }[];
  /** How many concepts of the course it has not answered on. */
  unanswered: number;
}

/** Sections that are told apart at a glance; of more in several chapters, the chapters are. */
const SECTIONS = 6;

type Part = { title: Localized | undefined; terms: readonly Term[] };

/** Concepts by what teaches them. */
function partsOf(content: Pick<Content, 'chapters' | 'terms'>): Part[] {
  const sections = sectionsOf(content);
  if (sections.length <= SECTIONS || content.chapters.length < 2)
    return sections.map(({ section, terms }) => ({ title: section?.title, terms }));
  const chapters = new Map(content.chapters.flatMap((chapter) => chapter.sections.map(({ id }) => [id, chapter])));
  const parts = Map.groupBy(sections, ({ section }) => section && chapters.get(section.id));
  return Array.from(parts, ([chapter, own]) => ({ title: chapter?.title, terms: own.flatMap(({ terms }) => terms) }));
}

/** The concepts that a class has answered on. Of more than a picture has room for, the most answered. */
export function groupConcepts(
  answered: readonly Answered[],
  { content }: Pick<Course, 'content'>,
  locale: Locale,
): Answers {
  const byTerm = new Map(answered.map((one) => [one.term, one]));
  const count = ({ id }: { id: string }): number => byTerm.get(id)?.answered ?? 0;
  const terms = content.terms.filter((term) => count(term) > 0);
  const most = new Set(terms.toSorted((a, b) => count(b) - count(a)).slice(0, HEAT.cells));
  const { otherConcepts } = text(locale);
  const groups = partsOf({ ...content, terms: terms.filter((term) => most.has(term)) }).map(
    ({ title, terms: own }) => ({
      name: title?.[locale] ?? otherConcepts,
      cells: own.map((term) => ({
        term: term.id,
        name: term.title[locale],
        answered: count(term),
        right: byTerm.get(term.id)?.right ?? 0,
      })),
    }),
  );
  const unanswered = content.terms.length - terms.length;
  if (groups.length <= HEAT.groups) return { groups, unanswered };
  const others = groups.slice(HEAT.groups - 1).flatMap(({ cells }) => cells);
  return { groups: [...groups.slice(0, HEAT.groups - 1), { name: otherConcepts, cells: others }], unanswered };
}

/** What to teach again, and what is known best. Only what the map has in a colour of the strong is called so. */
export function findEnds(concepts: readonly Concept[]): { weakest: Concept[]; strongest: Concept[] } {
  const sorted = weakestFirst(concepts);
  const isStrong = (one: Concept): boolean => (warmthOf(one) ?? 0) >= 2;
  return {
    weakest: sorted.filter((one) => !isStrong(one)).slice(0, HEAT.again),
    strongest: sorted.filter(isStrong).slice(-STRONGEST).reverse(),
  };
}

/** The map of a class's concepts. Those without an answer are a number at its foot: they would hide the others. */
export function renderHeatMap({ groups, unanswered }: Answers, locale: Locale): HeatMap {
  const words = text(locale);
  const { weakest } = findEnds(groups.flatMap(({ cells }) => cells));
  return {
    type: 'heat',
    title: words.heatTitle,
    again: { title: words.teachAgain, cells: weakest },
    groups,
    legend: words.legend(HEAT),
    columns: words.heatColumns,
    figures: words.heatFigures,
    foot: [words.lastWeeks(WEEKS), ...(unanswered === 0 ? [] : [words.unanswered(unanswered)])].join(' · '),
  };
}
