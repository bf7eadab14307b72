import type { Content, Term } from '../content/model.ts';

/** The class's place in the course, so that two classes need not see the same card on one day. */
function offset(classId: string): number {
  let sum = 0;
  for (const unit of classId) sum = (sum * 31 + (unit.codePointAt(0) ?? 0)) >>> 0;
  return sum;
}

/** Terms in the order in which they are taught: as the chapters name them, then the rest. */
export function teachingOrder({ chapters, terms }: Content): Term[] {
  const told = chapters.flatMap((chapter) => chapter.sections.flatMap((section) => section.terms));
  const byId = new Map(terms.map((term) => [term.id, term]));
  return Array.from(new Set([...told, ...terms.map((term) => term.id)])).flatMap((id) => byId.get(id) ?? []);
}

/** The card of a day: the same all day for one class, another the next day, none again until all were shown. */
export function cardOf(day: Temporal.PlainDate, classId: string, content: Content): Term | undefined {
  const order = teachingOrder(content);
  if (order.length === 0) return undefined;
  const days = Temporal.PlainDate.from('2026-01-01').until(day).days + offset(classId);
  return order[((days % order.length) + order.length) % order.length];
}
