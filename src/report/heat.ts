import type { Answered } from '../core/learner-records.ts';
import type { Locale } from '../core/locale.ts';
import { type Cell, HEAT, type HeatMap } from '../core/reply/heat.ts';
import type { Course } from '../course/course.ts';
import { sectionsOf } from '../review/progress.ts';

/** Weeks that are looked back on: a term at a polytechnic, with its exams. */
export const WEEKS = 16;

const LEGEND = {
  ko: ['50% 미만', '50~69%', '70~84%', '85% 이상', `테두리만: 답 ${HEAT.many}개 미만`, `답 ${HEAT.few}개 미만`],
  en: [
    'under 50%',
    '50–69%',
    '70–84%',
    '85% and up',
    `outline: under ${HEAT.many} answers`,
    `under ${HEAT.few} answers`,
  ],
} as const;

export interface Concept extends Cell {
  term: string;
}

/**
 * The concepts that a class has answered on, in the course's groups, and how many others the course has; of more than a
 * picture has room for, the most answered.
 */
export function conceptsOf(
  answered: readonly Answered[],
  { content }: Pick<Course, 'content'>,
  locale: Locale,
): { groups: { name: string; cells: Concept[] }[]; unanswered: number } {
  const known = new Map(answered.map((one) => [one.term, one]));
  const count = ({ id }: { id: string }): number => known.get(id)?.answered ?? 0;
  const terms = content.terms.filter((term) => count(term) > 0);
  const most = new Set(terms.toSorted((a, b) => count(b) - count(a)).slice(0, HEAT.cells));
  const rest = locale === 'ko' ? '그 밖의 개념' : 'Other concepts';
  const groups = sectionsOf({ ...content, terms: terms.filter((term) => most.has(term)) }).map(
    ({ section, terms: own }) => ({
      name: section?.title[locale] ?? rest,
      cells: own.map((term) => ({
        term: term.id,
        name: term.title[locale],
        answered: count(term),
        right: known.get(term.id)?.right ?? 0,
      })),
    }),
  );
  const unanswered = content.terms.length - terms.length;
  if (groups.length <= HEAT.groups) return { groups, unanswered };
  const others = groups.slice(HEAT.groups - 1).flatMap(({ cells }) => cells);
  return { groups: [...groups.slice(0, HEAT.groups - 1), { name: rest, cells: others }], unanswered };
}

/** Concepts without an answer are a number: they would hide the others. */
export function heatMap({ groups, unanswered }: ReturnType<typeof conceptsOf>, locale: Locale): HeatMap {
  const ko = locale === 'ko';
  const weeks = ko ? `최근 ${WEEKS}주` : `The last ${WEEKS} weeks`;
  const others = ko
    ? `아직 답이 없는 개념 ${unanswered}개`
    : `${unanswered} concept${unanswered === 1 ? ' has' : 's have'} no answers yet`;
  return {
    type: 'heat',
    title: ko ? '우리 수업은 어떤 개념을 잘 알까요?' : 'How well the class knows each concept',
    groups,
    legend: LEGEND[locale],
    columns: ko ? ['절', '정답률', '답'] : ['Section', 'Right', 'Answers'],
    figures: ko ? '33% · 9 = 답 9개 가운데 33%가 정답' : '33% · 9 = 33% of 9 answers were right',
    foot: unanswered === 0 ? weeks : `${weeks} · ${others}`,
  };
}
