import type { Answered } from '../core/learner-records.ts';
import type { Locale } from '../core/locale.ts';
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
  /** By the course's sections. */
  groups: readonly { name: string; cells: readonly Concept[] }[];
  /** How many concepts of the course it has not answered on. */
  unanswered: number;
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
  const groups = sectionsOf({ ...content, terms: terms.filter((term) => most.has(term)) }).map(
    ({ section, terms: own }) => ({
      name: section?.title[locale] ?? otherConcepts,
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
