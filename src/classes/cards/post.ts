import type { Term } from '../../content/model.ts';
import { type Class, dayOf } from '../../core/class.ts';
import type { Caller } from '../../core/command/command.ts';
import { type Guess, UserError } from '../../core/errors.ts';
import type { Locale } from '../../core/locale.ts';
import type { Reply } from '../../core/reply/blocks.ts';
import { buttons, notice } from '../../core/reply/builders.ts';
import type { Context } from '../../course/context.ts';
import type { Course } from '../../course/course.ts';
import { openChoices, readChoices } from '../../daily/choices.ts';
import { pickCard } from '../../daily/coming.ts';
import { postNow } from '../../daily/plan.ts';
import { holidayOn } from '../../schedule/holidays.ts';
import { readDates } from '../../schedule/parse-dates.ts';
import { isClassDay } from '../../schedule/timetable.ts';
import { classToTeach } from '../find.ts';
import { type Read, readCards } from './change.ts';
import { refuseVetoed } from './choose.ts';
import { conceptNamed, isConcept } from './concept.ts';
import { asTyped, dayInWords, HOW, typedLine } from './lines.ts';
import { nothingToPost } from './preview.ts';
import { text } from './text.ts';
import { listButton } from './views.ts';

/** Said where a class has had its card of today; a concept that was asked for can be the next one. */
function postedToday(asked: Term | undefined, isVetoed: boolean): UserError {
  if (!asked || isVetoed)
    return new UserError(
      text.both((words) => words.postedToday),
      typedLine('cards'),
    );
  return new UserError(
    text.both((words, locale) => words.postedTodayOther(asked.title[locale])),
    typedLine('cards', asked, HOW.next),
  );
}

/** What is unusual about posting on that day. */
function unusual({ paused, timetable }: Class, day: Temporal.PlainDate, locale: Locale): string[] {
  const words = text(locale);
  if (paused) return [words.staysPaused];
  return isClassDay(timetable, day) ? [] : [words.dayOff(timetable.holidays ? holidayOn(day) : undefined)];
}

/** That the card comes, and all that the instructor may not expect of it. */
function postingReply(term: Term, { one, outlook }: Read, day: Temporal.PlainDate, locale: Locale): Reply {
  const words = text(locale);
  const { history, choices } = outlook;
  const before = history.findLast((had) => had.term === term.id)?.day;
  const chosen = openChoices(choices, history).dated.find((wish) => wish.term === term.id)?.day;
  const isLater = chosen !== undefined && chosen > day.toString();
  const said = [
    words.willPost(term.title[locale]),
    ...(before === undefined ? [] : [words.cameBefore(dayInWords(before, locale, day))]),
    ...(isLater ? [words.insteadOf(dayInWords(chosen, locale, day))] : []),
    ...unusual(one, day, locale),
  ];
  const reply = notice(said.join(' '));
  return { ...reply, accent: 'success', blocks: [...reply.blocks, buttons(listButton(locale))] };
}

/** Words of the longest date, and words among which one is looked for. */
const LONGEST_DATE = 4;
const MOST_WORDS = 12;

/** The date that was typed beside a concept, the longest there is, and the other words. */
function splitDate(concept: string): { date: string; rest: string } | undefined {
  const words = concept.split(' ', MOST_WORDS);
  for (let length = LONGEST_DATE; length > 0; length--)
    for (const at of words.keys()) {
      const date = at + length > words.length ? undefined : readDates(words.slice(at, at + length).join(' '));
      if (date !== undefined) return { date, rest: words.toSpliced(at, length).join(' ') };
    }
  return undefined;
}

/**
 * The concept that is to be posted.
 * @throws UserError where none is called so, and where a date was typed with it: it can be chosen for that day.
 */
function conceptToPost(concept: string, course: Course): Term {
  const dated = isConcept(concept, course) ? undefined : splitDate(concept);
  if (!dated) return conceptNamed(concept, course, (term) => typedLine('post', term));
  if (dated.rest === '')
    throw new UserError(
      text.both((words) => words.whichConcept),
      typedLine('cards'),
    );
  const onThatDay = (term: Term): Guess => typedLine('cards', term, asTyped(dated.date));
  const term = conceptNamed(dated.rest, course, onThatDay);
  throw new UserError(
    text.both((words, locale) => words.onlyToday(term.title[locale])),
    onThatDay(term),
  );
}

/** Attempts at posting to a class that an instructor changes at the same time. */
const ATTEMPTS = 5;

/**
 * Posts today's card of the instructor's class now, of a concept where one is named: also on a day off and while the class
 * is paused, since it is asked for.
 * @throws UserError where the class has had one today, where it cannot reach its channel, where no concept is called so,
 * and where it was vetoed.
 */
export async function postCard(
  { concept }: { concept: string | undefined },
  caller: Caller,
  context: Context,
): Promise<Reply> {
  const { id } = await classToTeach(caller, context);
  const asked = concept === undefined ? undefined : conceptToPost(concept, context.course());
  for (let attempt = 0; attempt < ATTEMPTS; attempt++) {
    const read = await readCards(id, context);
    const { one, outlook } = read;
    if (one.paused && one.paused.why !== 'asked') throw new UserError(text.both((words) => words.channelTrouble));
    if (readChoices(one) === 'newer') throw new UserError(text.both((words) => words.newer));
    const day = dayOf(one.timetable, context.now());
    const isVetoed = asked !== undefined && outlook.choices.vetoed.includes(asked.id);
    // A zone further west may make it yesterday again: that day had its card as well.
    if ((outlook.history.at(-1)?.day ?? '') >= day.toString()) throw postedToday(asked, isVetoed);
    if (asked) refuseVetoed(asked, outlook.choices);
    const term = asked ?? pickCard(outlook, day.toString()).term;
    if (!term) throw nothingToPost(outlook);
    if (await postNow(one, term, context.now().epochMilliseconds, context))
      return postingReply(term, read, day, caller.locale);
  }
  throw postedToday(asked, false);
}
