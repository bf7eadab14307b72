import type { Content, Term } from '../content/model.ts';
import { type Class, dayOf, type Timetable } from '../core/class.ts';
import { weeksIn } from '../course/weeks.ts';
import { weekOn } from '../schedule/term-week.ts';
import { nextCardTime, skipMissed } from '../schedule/timetable.ts';
import { type Choices, type Had, openChoices, type Wish } from './choices.ts';
import { nextCard, nextCardOfWeek } from './next-card.ts';

/** What a class's next cards follow from. */
export interface Outlook {
  content: Content;
  /** Its cards so far, oldest first. */
  history: readonly Had[];
  /** How badly it answers a term lately, see nextCard(). */
  missed: ReadonlyMap<string, number>;
  choices: Choices;
  /** The first day (ISO) of its term, where that has one; otherwise the day of its first card is. */
  first?: string;
}

/** The card of a day. */
export interface Picked {
  /** Undefined where the course has none that may come. */
  term: Term | undefined;
  /** Why it comes: an instructor has chosen it for that day or as a next one; otherwise it is its turn. */
  why: 'dated' | 'next' | 'turn';
  /** What was chosen and would have come, had the course still had it. */
  gone: readonly Wish[];
}

/**
 * The card that a class has on a day (ISO): what was chosen for that day; what was chosen for an earlier day that passed
 * without it; what was chosen as a next one; otherwise what nextCard() gives, or nextCardOfWeek() where the course has
 * weeks, without what was vetoed and what is chosen for a later day. The same arguments give the same card.
 */
export function pickCard({ content, history, missed, choices, first }: Outlook, day: string): Picked {
  const { dated, next, vetoed } = openChoices(choices, history);
  const overdue = dated.filter((one) => one.day < day).toSorted((a, b) => (a.day < b.day ? -1 : 1));
  const wanted = [...dated.filter((one) => one.day === day), ...overdue, ...next];
  const gone: Wish[] = [];
  for (const wish of wanted) {
    const term = content.terms.find(({ id }) => id === wish.term);
    if (term) return { term, why: 'day' in wish && wish.day === day ? 'dated' : 'next', gone };
    gone.push(wish);
  }
  const seen = history.map(({ term }) => term);
  const later = dated.filter((one) => one.day > day).map(({ term }) => term);
  const weeks = weeksIn(content).map(({ terms }) => terms);
  const week = weekOn(first ?? history[0]?.day ?? day, day);
  const turn = (without: readonly string[]): Term | undefined =>
    weeks.length === 0
      ? nextCard(content, seen, missed, new Set(without))
      : nextCardOfWeek(content, { weeks, week }, seen, missed, new Set(without));
  // A small course may have nothing else than what comes later as well.
  return { term: turn([...vetoed, ...later]) ?? turn(vetoed), why: 'turn', gone };
}

/** A card to come, on a local day (ISO). */
export interface Coming extends Picked {
  term: Term;
  day: string;
}

/** The local days (ISO) on which a timetable has cards after a day, at most `most`. */
export function cardDaysAfter(timetable: Timetable, day: string, most: number): string[] {
  const days: string[] = [];
  for (let last = day; days.length < most; ) {
    const midnight = Temporal.PlainDate.from(last).add({ days: 1 }).toZonedDateTime(timetable.zone).toInstant();
    const at = nextCardTime(timetable, midnight.subtract({ milliseconds: 1 }), last);
    if (!at) break;
    last = dayOf(timetable, at).toString();
    days.push(last);
  }
  return days;
}

/** The first local day (ISO), from a day on, on which a timetable has a card. */
export const cardDayFrom = (timetable: Timetable, day: string): string | undefined =>
  cardDaysAfter(timetable, Temporal.PlainDate.from(day).subtract({ days: 1 }).toString(), 1)[0];

/**
 * The local days (ISO) of a class's cards to come, at most `most`; of a paused class as if it went on now. Empty where its
 * timetable has none.
 */
export function comingDays(
  { timetable, due }: Class,
  history: readonly Had[],
  now: Temporal.Instant,
  most: number,
): string[] {
  const had = history.at(-1)?.day;
  const planned = due === undefined ? undefined : Temporal.Instant.fromEpochMilliseconds(due);
  const at = planned ? skipMissed(timetable, planned, now, had) : nextCardTime(timetable, now, had);
  if (!at) return [];
  const first = dayOf(timetable, at).toString();
  // A class that is due on a day that had its card is due again on the next one.
  if (had !== undefined && first <= had) return cardDaysAfter(timetable, had, most);
  return [first, ...cardDaysAfter(timetable, first, most - 1)];
}

/** The cards of these days, one after the other; a day without any is left out. */
export function comingCards(outlook: Outlook, days: readonly string[]): Coming[] {
  const history = [...outlook.history];
  return days.flatMap((day) => {
    const { term, ...picked } = pickCard({ ...outlook, history }, day);
    if (!term) return [];
    history.push({ day, term: term.id });
    return [{ ...picked, term, day }];
  });
}
