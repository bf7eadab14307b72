import { type Class, dayOf } from '../core/class.ts';
import type { Caller } from '../core/command/command.ts';
import { UserError } from '../core/errors.ts';
import type { Reply } from '../core/reply/blocks.ts';
import { button } from '../core/reply/builders.ts';
import type { Context } from '../course/context.ts';
import { datesToType } from '../schedule/dates-to-type.ts';
import { type Dates, parseDates, parseSwappedDates } from '../schedule/parse-dates.ts';
import { refuseJustPassed } from '../schedule/passed.ts';
import { datesInWords } from '../schedule/words.ts';
import { changeClass } from './change.ts';
import { classReply } from './class-reply.ts';
import { classToTeach } from './find.ts';
import { text } from './text.ts';

/** Most ranges of days off, past ones included: more than two years have exams. */
const SKIPS = 40;
/** Ranges that are taken back one by one: most changes are of one. */
const FEW = 3;
/** Letters of two dates, with room for how people write them. */
const LONGEST = 80;
/** Years ahead beyond which a date is a slip; after 9999 ISO dates no longer compare as texts do. */
const AHEAD = 10;

const shifted = (date: string, days: number): string => Temporal.PlainDate.from(date).add({ days }).toString();

/** Days off with more of them; those that touch are one range. */
function including(skips: readonly Dates[], dates: Dates): Dates[] {
  const touches = ({ from, to }: Dates): boolean => from <= shifted(dates.to, 1) && shifted(to, 1) >= dates.from;
  // ISO dates compare as texts do.
  const all = [dates, ...skips.filter(touches)];
  const from = all.map((one) => one.from).sort()[0] ?? dates.from;
  const to =
    all
      .map((one) => one.to)
      .sort()
      .at(-1) ?? dates.to;
  const joined = { from, to };
  return [...skips.filter((one) => !touches(one)), joined].sort((a, b) => (a.from < b.from ? -1 : 1));
}

/** Days off without some of them: a range may become two. */
const excluding = (skips: readonly Dates[], dates: Dates): readonly Dates[] =>
  skips.flatMap((one) => {
    if (one.to < dates.from || one.from > dates.to) return [one];
    return [
      { from: one.from, to: shifted(dates.from, -1) },
      { from: shifted(dates.to, 1), to: one.to },
    ].filter(({ from, to }) => from <= to);
  });

/** The days of some ranges that are not in others. */
const without = (all: readonly Dates[], others: readonly Dates[]): readonly Dates[] => others.reduce(excluding, all);

/** Why a text is no dates: where they are swapped, that. */
function notDates(typed: string, today: Temporal.PlainDate): UserError {
  const swapped = parseSwappedDates(typed, today);
  return new UserError(
    text.both((words, locale) => (swapped ? words.datesSwapped(datesInWords(swapped, locale, today)) : words.noDates)),
  );
}

/** @throws UserError for what are no dates, or too far ahead, or past. */
function parseDaysOff(typed: string, today: Temporal.PlainDate): Dates {
  const dates = typed.length > LONGEST ? undefined : parseDates(typed, today);
  if (!dates || dates.to > today.add({ years: AHEAD }).toString()) throw notDates(typed.slice(0, LONGEST), today);
  refuseJustPassed(typed, today);
  if (dates.to < today.toString())
    throw new UserError(text.both((words, locale) => words.datesPast(datesInWords(dates, locale, today))));
  return dates;
}

/** Makes room for one more: those that ended longest ago go first, those to come never. @throws UserError without room. */
function makeRoom(skips: readonly Dates[], today: string): readonly Dates[] {
  const tooMany = Math.max(0, skips.length - SKIPS);
  const kept = skips.filter(({ to }, i) => i >= tooMany || to >= today);
  if (kept.length <= SKIPS) return kept;
  throw new UserError(text.both((words) => words.tooManyDaysOff(SKIPS)));
}

/** What has changed, and the lines that take it back, as buttons and in words. */
function doneReply(
  { before, one }: { before: readonly Dates[]; one: Class },
  asked: Dates,
  today: Temporal.PlainDate,
  caller: Caller,
  context: Context,
): Reply {
  const { locale } = caller;
  const words = text(locale);
  const { skips } = one.timetable;
  const [added, removed] = [without(skips, before), without(before, skips)];
  const ranges = added.length > 0 ? added : removed;
  const now = context.now();
  if (ranges.length === 0)
    return classReply(
      one,
      { heading: words.restsAlready(datesInWords(asked, locale, today)), now, whole: true },
      caller,
    );
  const when = ranges.map((dates) => datesInWords(dates, locale, today)).join(', ');
  const way = added.length > 0 ? 'remove' : 'add';
  const undo = ranges.slice(0, FEW).map((dates) => {
    const typed = datesToType(dates, today, locale);
    const told = way === 'remove' ? words.toRemove(typed) : words.toAdd(typed);
    return { told, button: button(words.undo(datesInWords(dates, locale, today)), `class skip ${typed} ${way}`) };
  });
  const heading = way === 'remove' ? words.willRest(when) : words.willNotRest(when);
  const lead = words.toUndo(undo.map(({ told }) => told).join(', '));
  return classReply(one, { heading, lead, now, whole: true, first: undo.map((one) => one.button) }, caller);
}

/**
 * Sets days without a card, or removes them again, and says how to undo it. The dates are those of the class's calendar.
 * @throws UserError for what are no dates or past ones, and for days to remove that are not off.
 */
export async function setDaysOff(
  { dates: typed, how }: { dates: string; how: 'add' | 'remove' | undefined },
  caller: Caller,
  context: Context,
): Promise<Reply> {
  const { id, timetable } = await classToTeach(caller, context);
  const today = dayOf(timetable, context.now());
  const dates = parseDaysOff(typed, today);
  const removed = (skips: readonly Dates[]): readonly Dates[] => {
    if (skips.some(({ from, to }) => from <= dates.to && to >= dates.from)) return excluding(skips, dates);
    throw new UserError(text.both((words, locale) => words.notOff(datesInWords(dates, locale, today))));
  };
  let before: readonly Dates[] = [];
  const one = await changeClass(
    id,
    (now) => {
      before = now.timetable.skips;
      const skips = how === 'remove' ? removed(before) : makeRoom(including(before, dates), today.toString());
      return { ...now, timetable: { ...now.timetable, skips } };
    },
    context,
  );
  return doneReply({ before, one }, dates, today, caller, context);
}
