import type { Content, Term } from '../content/model.ts';
import { hash } from '../core/hash.ts';
import type { Locale } from '../core/locale.ts';

/** Ids of the terms that the chapters name, in their order. */
export const toldIds = ({ chapters }: Content): ReadonlySet<string> =>
  new Set(chapters.flatMap((chapter) => chapter.sections.flatMap((section) => section.terms)));

/** Terms in the order in which they are taught: as the chapters name them, then the rest. */
export function teachingOrder(content: Content): Term[] {
  const byId = new Map(content.terms.map((term) => [term.id, term]));
  return Array.from(new Set([...toldIds(content), ...byId.keys()])).flatMap((id) => byId.get(id) ?? []);
}

/** The card of a day (classes begin at different places, so that two need not see the same card): the same all day for one class, another the next day, none again until all were shown. */
export function termOfTheDay(day: Temporal.PlainDate, classId: string, content: Content): Term | undefined {
  const order = teachingOrder(content);
  if (order.length === 0) return undefined;
  const days = Temporal.PlainDate.from('2026-01-01').until(day).days + hash(classId);
  return order[((days % order.length) + order.length) % order.length];
}

const CLASS_TIME = 'Asia/Seoul';

/** Today's card of a class, and the small print at its foot; undefined where the content has no terms. */
export function todayOf(
  now: Temporal.Instant,
  classId: string,
  content: Content,
  locale: Locale,
): { term: Term | undefined; foot: string } {
  const today = now.toZonedDateTimeISO(CLASS_TIME).toPlainDate();
  const tag = locale === 'ko' ? 'ko-KR' : 'en-GB';
  const date = today.toLocaleString(tag, { month: 'long', day: 'numeric', weekday: 'long' });
  return {
    term: termOfTheDay(today, classId, content),
    foot: locale === 'ko' ? `오늘의 카드 · ${date}` : `Today's card · ${date}`,
  };
}
