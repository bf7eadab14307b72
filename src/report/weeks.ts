import { type Class, dayOf } from '../core/class.ts';
import type { Locale } from '../core/locale.ts';
import { percentInWords } from '../core/reply/percent.ts';
import type { Context } from '../course/context.ts';
import { mondayOf } from '../schedule/timetable.ts';
import { datesInWords } from '../schedule/words.ts';
import { text } from './text.ts';

/** Weeks that are looked back on: a term at a polytechnic, with its exams. */
export const WEEKS = 16;

/** The local day from which on reports look at a class: the Monday of its first week. */
export const firstDay = ({ timetable }: Pick<Class, 'timetable'>, now: Temporal.Instant): Temporal.PlainDate =>
  mondayOf(dayOf(timetable, now)).subtract({ weeks: WEEKS - 1 });

/** A class's answers and cards, by days. */
export interface Days {
  /** By days of UTC: in Seoul, answers before nine on a Monday are the week before's. */
  answers: readonly { day: string; answered: number; right: number }[];
  /** By the class's own days. */
  cards: readonly { day: string; readers: number }[];
}

export async function readDays({ id }: Class, first: Temporal.PlainDate, { reports }: Context): Promise<Days> {
  const { epochMilliseconds } = first.toZonedDateTime('UTC');
  const [answers, cards] = await Promise.all([
    reports.days(id, epochMilliseconds),
    reports.cards(id, first.toString()),
  ]);
  return { answers, cards };
}

interface Week {
  /** Its Monday, ISO. */
  monday: string;
  answered: number;
  right: number;
  /** Of each of its cards. */
  readers: readonly number[];
}

/** The last `count` weeks up to that of `today`, latest first, without those in which nothing was done. */
export function sumWeeks({ answers, cards }: Days, today: Temporal.PlainDate, count: number): Week[] {
  const weekOf = ({ day }: { day: string }): string => mondayOf(Temporal.PlainDate.from(day)).toString();
  const answersByWeek = Map.groupBy(answers, weekOf);
  const cardsByWeek = Map.groupBy(cards, weekOf);
  return Array.from({ length: count }, (_, ago) => mondayOf(today).subtract({ weeks: ago }).toString()).flatMap(
    (monday) => {
      const own = answersByWeek.get(monday) ?? [];
      const readers = (cardsByWeek.get(monday) ?? []).map((card) => card.readers);
      if (own.length + readers.length === 0) return [];
      const sum = (what: 'answered' | 'right'): number => own.reduce((all, one) => all + one[what], 0);
      return [{ monday, answered: sum('answered'), right: sum('right'), readers }];
    },
  );
}

/** `12.5`; undefined where there are no counts. */
export const meanOf = (counts: readonly number[]): string | undefined =>
  counts.length === 0
    ? undefined
    : String(Math.round((10 * counts.reduce((all, one) => all + one, 0)) / counts.length) / 10);

/** A table of weeks. */
export function renderWeeks(weeks: readonly Week[], locale: Locale): string {
  const words = text(locale);
  const rows = weeks.map(({ monday, answered, right, readers }) => {
    const sunday = Temporal.PlainDate.from(monday).add({ days: 6 }).toString();
    const mean = meanOf(readers);
    return [
      datesInWords({ from: monday, to: sunday }, locale),
      String(answered),
      percentInWords({ answered, right }),
      mean === undefined ? '–' : words.weekReaders(mean),
    ];
  });
  return [words.weekColumns, words.weekColumns.map(() => '---'), ...rows]
    .map((cells) => `| ${cells.join(' | ')} |`)
    .join('\n');
}
