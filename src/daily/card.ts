import type { Content, Term } from '../content/model.ts';
import type { Caller } from '../core/command/command.ts';
import { UserError } from '../core/errors.ts';
import { hash } from '../core/hash.ts';
import type { Locale } from '../core/locale.ts';
import type { Reply } from '../core/reply/blocks.ts';
import { button } from '../core/reply/builders.ts';
import type { Context } from '../course/context.ts';
import { findTopics } from '../course/find.ts';
import { lookupLine } from '../course/lines.ts';
import { cardOf, quizButton, termButtons } from '../course/term-blocks.ts';
import { USUAL } from '../schedule/timetable.ts';
import { dateInWords } from '../schedule/words.ts';
import { teachingOrder } from './next-card.ts';
import { text } from './text.ts';

/** Related concepts that a card leads on to. */
const RELATED = 2;

/**
 * The term of a day in a guild or workspace, for those who ask for a card by themselves: the same all day, and none
 * again until all were shown. Two places need not have the same one.
 */
export function termOfTheDay(day: Temporal.PlainDate, space: string, content: Content): Term | undefined {
  const order = teachingOrder(content);
  if (order.length === 0) return undefined;
  const days = Temporal.PlainDate.from('2026-01-01').until(day).days + hash(space);
  return order[((days % order.length) + order.length) % order.length];
}

/** The small print of the card of a day (ISO). */
export const cardFoot = (day: string, locale: Locale): string => text(locale).todaysCard(dateInWords(day, locale));

/** Today's term in a guild or workspace, and its card's small print; undefined where the content has no terms. */
export function todayOf(
  now: Temporal.Instant,
  space: string,
  content: Content,
  locale: Locale,
): { term: Term | undefined; foot: string } {
  const today = now.toZonedDateTimeISO(USUAL.zone).toPlainDate();
  return { term: termOfTheDay(today, space, content), foot: cardFoot(today.toString(), locale) };
}

/**
 * The card of a concept by any of its names; without one, today's.
 * @throws UserError where no concept is called so, and where the content has none.
 */
export function showCard(
  name: string | undefined,
  { locale, space }: Caller,
  context: Pick<Context, 'course' | 'now'>,
): Reply {
  const course = context.course();
  const found = name === undefined ? undefined : findTopics(name, course);
  const named = found?.ids.map((id) => course.terms.get(id)).find(Boolean);
  if (found && !(named && found.answered)) throw new UserError(text.both((words) => words.noSuchCard));
  const today = todayOf(context.now(), space, course.content, locale);
  const term = named ?? today.term;
  if (!term) throw new UserError(text.both((words) => words.noConcepts));
  const related = term.related.slice(0, RELATED).flatMap((id) => course.terms.get(id) ?? []);
  return {
    visibility: 'caller',
    accent: 'info',
    share: `card ${term.id}`,
    blocks: [
      cardOf(term, named ? text(locale).card : today.foot, locale),
      {
        type: 'buttons',
        buttons: [
          ...quizButton(term, locale),
          button(text(locale).more, lookupLine(term)),
          ...termButtons(related, locale),
        ],
      },
    ],
  };
}
