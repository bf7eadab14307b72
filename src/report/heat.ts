import { type Cell, HEAT, type HeatMap } from '../core/heat.ts';
import type { Locale } from '../core/locale.ts';
import type { Answered } from '../core/memory.ts';
import { sectionsOf } from '../review/progress.ts';
import type { World } from '../world.ts';

/** Weeks that are looked back on: a term at a polytechnic, with its exams. */
export const WEEKS = 16;

const LEGEND = {
  ko: ['50% 미만', '50~69%', '70~84%', '85% 이상', `답 ${HEAT.many}개 미만`, `답 ${HEAT.few}개 미만`],
  en: ['under 50%', '50–69%', '70–84%', '85% and up', `under ${HEAT.many} answers`, `under ${HEAT.few} answers`],
} as const;

export interface Concept extends Cell {
  term: string;
}

/** How a class answered on every concept of the course, in groups; of more than a picture has room for, the most answered. */
export function conceptsOf(
  answered: readonly Answered[],
  { content }: Pick<World, 'content'>,
  locale: Locale,
): { name: string; cells: Concept[] }[] {
  const known = new Map(answered.map((one) => [one.term, one]));
  const count = ({ id }: { id: string }): number => known.get(id)?.answered ?? 0;
  const most = new Set(content.terms.toSorted((a, b) => count(b) - count(a)).slice(0, HEAT.cells));
  const rest = locale === 'ko' ? '그 밖의 개념' : 'Other concepts';
  const groups = sectionsOf({ ...content, terms: content.terms.filter((term) => most.has(term)) }).map(
    ({ section, terms }) => ({
      name: section?.title[locale] ?? rest,
      cells: terms.map((term) => ({
        term: term.id,
        name: term.title[locale],
        answered: count(term),
        right: known.get(term.id)?.right ?? 0,
      })),
    }),
  );
  if (groups.length <= HEAT.groups) return groups;
  const others = groups.slice(HEAT.groups - 1).flatMap(({ cells }) => cells);
  return [...groups.slice(0, HEAT.groups - 1), { name: rest, cells: others }];
}

export function heatMap(groups: HeatMap['groups'], locale: Locale): HeatMap {
  const ko = locale === 'ko';
  return {
    type: 'heat',
    title: ko ? '우리 수업은 어떤 개념을 잘 알까요?' : 'How well the class knows each concept',
    groups,
    legend: LEGEND[locale],
    columns: ko ? ['절', '맞힌 비율', '답'] : ['Section', 'Right', 'Answers'],
    foot: ko
      ? `최근 ${WEEKS}주 · 칸마다 맞힌 비율과 답의 수예요`
      : `The last ${WEEKS} weeks · each cell has the share of right answers and how many there were`,
  };
}
