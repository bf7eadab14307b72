import type { Class } from '../core/class.ts';
import type { Locale } from '../core/locale.ts';
import { percentInWords } from '../core/reply/percent.ts';
import type { Context } from '../course/context.ts';
import { datesInWords } from '../schedule/words.ts';

/** Weeks that are told one by one. */
export const TOLD = 6;

interface Week {
  /** Its Monday, ISO. */
  monday: string;
  answered: number;
  right: number;
  /** Of each of its cards. */
  readers: readonly number[];
}

/** What of a class is by days. Answers are by days of UTC: in Seoul, those before nine on a Monday are the week before's. */
export type Days = Pick<Awaited<ReturnType<typeof daysOfClass>>, 'days' | 'cards'>;

export async function daysOfClass({ id }: Class, first: Temporal.PlainDate, { reports }: Context) {
  const { epochMilliseconds } = first.toZonedDateTime('UTC');
  const [days, cards] = await Promise.all([reports.days(id, epochMilliseconds), reports.cards(id, first.toString())]);
  return { days, cards };
}

export const mondayOf = (day: Temporal.PlainDate): Temporal.PlainDate => day.subtract({ days: day.dayOfWeek - 1 });

/** The weeks up to that of `today`, latest first; those in which nothing was are left out. */
export function weeksOf({ days, cards }: Days, today: Temporal.PlainDate, most: number): Week[] {
  const weekOf = ({ day }: { day: string }): string => mondayOf(Temporal.PlainDate.from(day)).toString();
  const answers = Map.groupBy(days, weekOf);
  const read = Map.groupBy(cards, weekOf);
  return Array.from({ length: most }, (_, ago) => mondayOf(today).subtract({ weeks: ago }).toString()).flatMap(
    (monday) => {
      const own = answers.get(monday) ?? [];
      const readers = (read.get(monday) ?? []).map((card) => card.readers);
      if (own.length + readers.length === 0) return [];
      const sum = (what: 'answered' | 'right'): number => own.reduce((all, one) => all + one[what], 0);
      return [{ monday, answered: sum('answered'), right: sum('right'), readers }];
    },
  );
}

/** `12.5`; undefined where there were none. */
export const meanOf = (counts: readonly number[]): string | undefined =>
  counts.length === 0
    ? undefined
    : String(Math.round((10 * counts.reduce((all, one) => all + one, 0)) / counts.length) / 10);

/** A table of weeks; empty where there are none. */
export function weeksInWords(weeks: readonly Week[], locale: Locale): string {
  if (weeks.length === 0) return '';
  const ko = locale === 'ko';
  const head = ko
    ? '| 주 | 답 | 정답률 | 카드 한 장을 읽은 사람(평균) |\n| --- | --- | --- | --- |'
    : '| Week | Answers | Right | Readers a card (mean) |\n| --- | --- | --- | --- |';
  const rows = weeks.map((week) => {
    const sunday = Temporal.PlainDate.from(week.monday).add({ days: 6 }).toString();
    const readers = meanOf(week.readers);
    const shown = readers === undefined ? '–' : ko ? `${readers}명` : readers;
    return `| ${datesInWords({ from: week.monday, to: sunday }, locale)} | ${week.answered} | ${percentInWords(week)} | ${shown} |`;
  });
  return [head, ...rows].join('\n');
}
