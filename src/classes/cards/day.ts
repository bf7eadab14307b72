import type { Term } from '../../content/model.ts';
import { type Class, dayOf } from '../../core/class.ts';
import { UserError } from '../../core/errors.ts';
import type { Had } from '../../daily/choices.ts';
import { cardDayFrom, comingDays } from '../../daily/coming.ts';
import { type Dates, parseDates } from '../../schedule/parse-dates.ts';
import { refuseJustPassed } from '../../schedule/passed.ts';
import { isClassDay } from '../../schedule/timetable.ts';
import { dayInWords, everyDay, typedLine } from './lines.ts';
import { text } from './text.ts';

/** Days ahead that a card can be chosen. */
export const AHEAD = 183;

/** One day as it was typed, ISO. @throws UserError for several, and for none. */
export function oneDay(typed: string, today: Temporal.PlainDate): string {
  const dates: Dates | undefined = parseDates(typed, today);
  if (!dates) throw new UserError(text.both((words) => words.notADay));
  if (dates.from !== dates.to) throw new UserError(text.both((words) => words.oneDay));
  return dates.from;
}

/** What refuseDay() looks at. */
interface Cards {
  one: Class;
  history: readonly Had[];
  now: Temporal.Instant;
}

/** Refuses a day without a year that has just passed. @throws UserError with the day of the next card as a guess. */
export function refusePassed(typed: string, term: Term, { one, history, now }: Cards): void {
  const [first] = comingDays(one, history, now, 1);
  const guess = first === undefined ? undefined : typedLine('cards', term, everyDay(first));
  refuseJustPassed(typed, dayOf(one.timetable, now), guess);
}

/**
 * That a class can have a card on a day (ISO), for a concept.
 * @throws UserError where it cannot, with the nearest day as a guess.
 */
export function refuseDay(day: string, term: Term, { one, history, now }: Cards): void {
  const [first] = comingDays(one, history, now, 1);
  if (first === undefined) throw new UserError(text.both((words) => words.noDays));
  const today = dayOf(one.timetable, now);
  const asked = Temporal.PlainDate.from(day);
  if (day > today.add({ days: AHEAD }).toString())
    throw new UserError(
      text.both((words) => words.tooFar),
      typedLine('cards', term, everyDay(first)),
    );
  const nearest = day <= first ? first : (cardDayFrom(one.timetable, day) ?? first);
  if (nearest === day) return;
  const instead = typedLine('cards', term, everyDay(nearest));
  const when = text.both((_, locale) => dayInWords(day, locale, today));
  const refuse = (say: (words: ReturnType<typeof text>, when: string) => string, guess = instead): UserError =>
    new UserError(
      text.both((words, locale) => say(words, when[locale])),
      guess,
    );
  if (history.some((had) => had.day === day)) throw refuse((words, date) => words.had(date));
  if (day < today.toString()) throw refuse((words, date) => words.past(date));
  if (isClassDay(one.timetable, asked) && day === today.toString())
    throw refuse((words) => words.hourPassed, typedLine('post', term));
  throw refuse((words, date) => words.off(date));
}
