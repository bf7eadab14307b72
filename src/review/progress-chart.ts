import type { Chapter } from '../content/model.ts';
import { dayOf } from '../core/class.ts';
import type { Locale } from '../core/locale.ts';
import { CHART, type Chart } from '../core/reply/chart.ts';
import type { Course } from '../course/course.ts';
import { type Progress, progressOf } from './progress.ts';
import type { Standing } from './standing.ts';
import { text } from './text.ts';

type Bar = Chart['bars'][number];

/** How many terms are due within so many local days, of which today is the first. */
function countDue({ memories, now, timetable }: Standing, days: number): number {
  const day = dayOf(timetable, now).add({ days });
  const { epochMilliseconds: end } = day.toZonedDateTime(timetable.zone);
  return Array.from(memories.values()).filter(({ due }) => due < end).length;
}

/** One bar for several sections. */
const mergeBars = (name: string, rows: readonly Progress[]): Bar => {
  const sum = (level: keyof Progress['counts']): number => rows.reduce((all, { counts }) => all + counts[level], 0);
  return { name, counts: [sum('known'), sum('learning'), sum('fresh')] };
};

/** By sections, or by chapters where a course has more of them than a chart has room for. */
function barsOf(rows: readonly Progress[], chapters: readonly Chapter[], locale: Locale): Bar[] {
  const rest = text(locale).otherConcepts;
  if (rows.length <= CHART.bars) return rows.map((row) => mergeBars(row.section?.title[locale] ?? rest, [row]));
  const byChapter = chapters.flatMap(({ title, sections }) => {
    const own = rows.filter(({ section }) => section && sections.includes(section));
    return own.length === 0 ? [] : [{ name: title[locale], own }];
  });
  const shown = byChapter.slice(0, CHART.bars - 1);
  const others = rows.filter((row) => !shown.some(({ own }) => own.includes(row)));
  return [
    ...shown.map(({ name, own }) => mergeBars(name, own)),
    ...(others.length === 0 ? [] : [mergeBars(rest, others)]),
  ];
}

/** How far a student is, as a chart. */
export function renderProgressChart(standing: Standing, { content }: Course, locale: Locale): Chart {
  const words = text(locale);
  const { shown, memories, now, streak, timetable, exam, due } = standing;
  const rows = progressOf(content, memories, now.epochMilliseconds);
  const right = shown.filter(({ how }) => how === 'right').length;
  const answered = right + shown.filter(({ how }) => how === 'wrong').length;
  return {
    type: 'chart',
    title: words.chartTitle,
    figures: [
      { name: words.bestStreak(streak.longest), value: words.days(streak.current) },
      // Towards an exam the plan decides, and not what is due.
      ...(exam
        ? [
            { name: words.dueToday, value: words.concepts(due.length) },
            { name: words.toTheExam, value: words.days(exam.days) },
          ]
        : [
            { name: words.dueToday, value: words.concepts(countDue(standing, 1)) },
            { name: words.dueInAWeek, value: words.concepts(countDue(standing, 7)) },
          ]),
      { name: words.rightAnswers, value: `${right} / ${answered}` },
    ],
    parts: words.levels,
    bars: barsOf(rows, content.chapters, locale),
    foot: words.asOf(dayOf(timetable, now)),
  };
}
