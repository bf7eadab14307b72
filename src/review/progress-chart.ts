import type { Chapter } from '../content/model.ts';
import { dayOf } from '../core/class.ts';
import type { Locale } from '../core/locale.ts';
import { CHART, type Chart } from '../core/reply/chart.ts';
import type { Course } from '../course/course.ts';
import { type Progress, progressOf } from './progress.ts';
import type { Standing } from './standing.ts';

type Bar = Chart['bars'][number];

/** What is due before a local day begins that comes so many days after today. */
function dueBefore({ memories, now, timetable }: Standing, days: number): number {
  const day = dayOf(timetable, now).add({ days });
  const { epochMilliseconds: end } = day.toZonedDateTime(timetable.zone);
  return Array.from(memories.values()).filter(({ due }) => due < end).length;
}

const added = (name: string, rows: readonly Progress[]): Bar => {
  const sum = (level: keyof Progress['counts']): number => rows.reduce((all, { counts }) => all + counts[level], 0);
  return { name, counts: [sum('known'), sum('learning'), sum('fresh')] };
};

/** By sections, or by chapters where a course has more of them than a chart has room for. */
function barsOf(rows: readonly Progress[], chapters: readonly Chapter[], locale: Locale): Bar[] {
  const rest = locale === 'ko' ? '그 밖의 개념' : 'Other concepts';
  if (rows.length <= CHART.bars) return rows.map((row) => added(row.section?.title[locale] ?? rest, [row]));
  const told = chapters.flatMap(({ title, sections }) => {
    const own = rows.filter(({ section }) => section && sections.includes(section));
    return own.length === 0 ? [] : [{ name: title[locale], own }];
  });
  const shown = told.slice(0, CHART.bars - 1);
  const others = rows.filter((row) => !shown.some(({ own }) => own.includes(row)));
  return [...shown.map(({ name, own }) => added(name, own)), ...(others.length === 0 ? [] : [added(rest, others)])];
}

/** How far somebody is, as a chart. */
export function renderProgressChart(standing: Standing, { content }: Course, locale: Locale): Chart {
  const ko = locale === 'ko';
  const { shown, memories, now, streak, timetable } = standing;
  const rows = progressOf(content, memories, now.epochMilliseconds);
  const right = shown.filter(({ how }) => how === 'right').length;
  const answered = right + shown.filter(({ how }) => how === 'wrong').length;
  const days = (n: number): string => (ko ? `${n}일` : `${n} day${n === 1 ? '' : 's'}`);
  const concepts = (n: number): string => (ko ? `${n}개` : String(n));
  const date = dayOf(timetable, now).toLocaleString(ko ? 'ko-KR' : 'en-GB', { month: 'long', day: 'numeric' });
  return {
    type: 'chart',
    title: ko ? '나의 진도' : 'My progress',
    figures: [
      {
        name: ko ? `연속 공부 (최고 ${days(streak.longest)})` : `Streak (best: ${days(streak.longest)})`,
        value: days(streak.current),
      },
      { name: ko ? '오늘 복습' : 'To review today', value: concepts(dueBefore(standing, 1)) },
      { name: ko ? '앞으로 7일 복습' : 'Within 7 days', value: concepts(dueBefore(standing, 7)) },
      { name: ko ? '맞힌 문제' : 'Right answers', value: `${right} / ${answered}` },
    ],
    parts: ko ? ['잘 알아요', '익히는 중', '아직'] : ['Known well', 'Learning', 'Not yet'],
    bars: barsOf(rows, content.chapters, locale),
    foot: ko ? `${date} 기준` : date,
  };
}
