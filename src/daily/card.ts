import type { Content, Term } from '../content/model.ts';
import { teachingOrder } from '../content/teaching-order.ts';
import { type Class, dayOf } from '../core/class.ts';
import type { Caller } from '../core/command/command.ts';
import { UserError } from '../core/errors.ts';
import type { Locale } from '../core/locale.ts';
import type { Reply } from '../core/reply/blocks.ts';
import { button, buttons, markdown } from '../core/reply/builders.ts';
import type { Context } from '../course/context.ts';
import { findNamed, findTopics, splitNamed } from '../course/find.ts';
import { refuseChapter } from '../course/lesson-numbers.ts';
import { lookupLine } from '../course/lines.ts';
import { samplesOf } from '../course/samples.ts';
import { cardOf, quizButton, termButtons } from '../course/term-blocks.ts';
import { truncate } from '../language/truncate.ts';
import { literalLine } from '../markdown/escape.ts';
import { USUAL } from '../schedule/timetable.ts';
import { dateInWords, instantInWords } from '../schedule/words.ts';
import { NO_CHOICES } from './choices.ts';
import { pickCard } from './coming.ts';
import { loadOutlook } from './plan.ts';
import { text } from './text.ts';

/** Related concepts that a card leads on to. */
const RELATED = 2;

/**
 * The term of a day for those who are in no class: the same all day for all of them, wherever they ask, and none again
 * until all were shown.
 */
export function termOfTheDay(day: Temporal.PlainDate, content: Content): Term | undefined {
  const order = teachingOrder(content);
  if (order.length === 0) return undefined;
  const { days } = Temporal.PlainDate.from('2026-01-01').until(day);
  return order[((days % order.length) + order.length) % order.length];
}

/** The small print of the card of a day (ISO). */
export const cardFoot = (day: string, locale: Locale): string => text(locale).todaysCard(dateInWords(day, locale));

/** A card as it is shown to a person who asks for it. */
interface Shown {
  term: Term;
  /** Its small print. */
  foot: string;
  /** What else there is to know of it: when the next one comes. */
  note?: string | undefined;
}

/**
 * The class whose card and weeks are the caller's: that of the channel; elsewhere the one that they were in last, or the only one of
 * the guild or workspace.
 */
export async function classOfReader(
  { id, channel, space }: Caller,
  { classes, records }: Pick<Context, 'classes' | 'records'>,
): Promise<Class | undefined> {
  const here = channel === undefined ? undefined : await classes.of(channel);
  if (here) return here;
  const last = await records.classOf(id);
  const own = last === undefined ? undefined : await classes.byId(last);
  if (own && own.closed === undefined) return own;
  const [only, ...others] = await classes.within(space);
  return others.length === 0 ? only : undefined;
}

/** When a class's next card comes, where the caller may wait for it: its first one, or today's. */
function whenNext(one: Class, last: string | undefined, now: Temporal.Instant, locale: Locale): string | undefined {
  const { timetable, due } = one;
  if (due === undefined) return undefined;
  const when = instantInWords(due, timetable, locale, now.epochMilliseconds);
  if (last === undefined) return text(locale).firstCardComes(when);
  const isToday = dayOf(timetable, Temporal.Instant.fromEpochMilliseconds(due)).equals(dayOf(timetable, now));
  return isToday ? text(locale).todaysComes(when) : undefined;
}

/** The concept that a class begins with, or goes on with where its course has lost what came: as its lessons tell it. */
async function firstOf(one: Class, today: Temporal.PlainDate, context: Context): Promise<Term | undefined> {
  const outlook = await loadOutlook(one, context.now().epochMilliseconds, context);
  // What an instructor has chosen for a day is told on that day.
  const choices = { ...NO_CHOICES, vetoed: outlook.choices.vetoed };
  return pickCard({ ...outlook, choices }, today.toString()).term;
}

/**
 * The card that the caller's class had last: today's from its hour on. Before the first one, the concept that its lessons
 * begin with, which is no card of a day.
 */
async function cardOfClass(one: Class, { locale }: Caller, context: Context): Promise<Shown | undefined> {
  const words = text(locale);
  const { terms } = context.course();
  const today = dayOf(one.timetable, context.now());
  const had = (await context.outbox.history(one.id)).findLast(({ term }) => terms.has(term));
  const term = had ? terms.get(had.term) : await firstOf(one, today, context);
  if (!term) return undefined;
  const note = whenNext(one, had?.day, context.now(), locale);
  if (!had) return { term, foot: words.card, note };
  // In a zone further west it may be the day before the last card's.
  const isToday = had.day >= today.toString();
  const foot = isToday ? cardFoot(had.day, locale) : words.lastCard(dateInWords(had.day, locale, today));
  return { term, foot, note: isToday ? undefined : note };
}

/** Today's card as the caller sees it; undefined where the content has no terms. */
export async function todaysCard(caller: Caller, context: Context): Promise<Shown | undefined> {
  const one = await classOfReader(caller, context);
  if (one) return cardOfClass(one, caller, context);
  const today = context.now().toZonedDateTimeISO(USUAL.zone).toPlainDate();
  const term = termOfTheDay(today, context.course().content);
  return term && { term, foot: cardFoot(today.toString(), caller.locale) };
}

/** Code points of a student's own words that are said back. */
const SHOWN = 40;

/** The card of a concept by any of its names. @throws UserError where no concept is called so, and where more was typed. */
function cardNamed(name: string, { locale }: Caller, context: Pick<Context, 'course'>): Shown {
  const course = context.course();
  refuseChapter(name, course, (title, reader) => text(reader).isChapter(title));
  const part = findNamed(name, course)
    ? undefined
    : splitNamed(name, (words) => {
        const found = findNamed(words, course);
        return found?.kind === 'term' ? found.term : undefined;
      });
  if (part?.rest === '') return { term: part.named, foot: text(locale).card };
  if (part) {
    const { named, rest } = part;
    throw new UserError(
      text.both((words) => words.notAll(literalLine(truncate(rest, SHOWN)))),
      {
        ...text.both((_, reader) => `card ${named.title[reader]}`),
        label: text.both((words, reader) => words.cardOf(named.title[reader])),
      },
    );
  }
  const { ids, answered } = findTopics(name, course);
  const term = answered ? ids.map((id) => course.terms.get(id)).find(Boolean) : undefined;
  if (!term)
    throw new UserError(
      text.both((words, own) => words.noSuchCard(`${course.lookUp} ${samplesOf(course).concept[own]}`)),
    );
  return { term, foot: text(locale).card };
}

/**
 * The card of a concept by any of its names; without one, today's.
 * @throws UserError where no concept is called so, and where the content has none.
 */
export async function showCard(name: string | undefined, caller: Caller, context: Context): Promise<Reply> {
  const shown = name === undefined ? await todaysCard(caller, context) : cardNamed(name, caller, context);
  if (!shown) throw new UserError(text.both((words) => words.noConcepts));
  const { locale } = caller;
  const { term, foot, note } = shown;
  const { terms } = context.course();
  const related = term.related.slice(0, RELATED).flatMap((id) => terms.get(id) ?? []);
  return {
    visibility: 'caller',
    accent: 'info',
    share: `card ${term.id}`,
    blocks: [
      cardOf(term, foot, locale),
      ...(note === undefined ? [] : [markdown(note)]),
      buttons(
        ...quizButton(term, locale),
        button(text(locale).more, lookupLine(term)),
        ...termButtons(related, locale),
      ),
    ],
  };
}
