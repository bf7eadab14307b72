import type { Term } from '../../content/model.ts';
import { type Class, dayOf } from '../../core/class.ts';
import type { Caller } from '../../core/command/command.ts';
import { type Guess, UserError } from '../../core/errors.ts';
import type { Block, Button, Reply } from '../../core/reply/blocks.ts';
import { button, buttons, markdown } from '../../core/reply/builders.ts';
import type { Context } from '../../course/context.ts';
import { cardFoot } from '../../daily/card.ts';
import { cardBlocks } from '../../daily/card-post.ts';
import { cardDayFrom, comingCards, comingDays, type Outlook, pickCard } from '../../daily/coming.ts';
import { holidayOn } from '../../schedule/holidays.ts';
import { refuseJustPassed } from '../../schedule/passed.ts';
import { classToTeach } from '../find.ts';
import { type Read, readCards } from './change.ts';
import { conceptNamed } from './concept.ts';
import { AHEAD, oneDay } from './day.ts';
import { cardsLine, dayInWords, typedDay, typedLine } from './lines.ts';
import { text } from './text.ts';
import { listButton, postButton } from './views.ts';

/** Said where no concept may come: the course has none, or all were vetoed. */
export const nothingToPost = ({ content }: Outlook): UserError =>
  new UserError(text.both((words) => (content.terms.length === 0 ? words.noConcepts : words.nothingLeft)));

function previewReply(lead: string, card: readonly Block[], ways: readonly Button[]): Reply {
  return { visibility: 'caller', accent: 'info', blocks: [markdown(lead), ...card, buttons(...ways)] };
}

/** The card that comes next. @throws UserError where none may. */
function previewNext({ one, outlook }: Read, { locale }: Caller, context: Context): Reply {
  const words = text(locale);
  const [next] = one.due === undefined ? [] : comingDays(one, outlook.history, context.now(), 1);
  const today = dayOf(one.timetable, context.now());
  const { term, why } = pickCard(outlook, next ?? today.toString());
  if (!term) throw nothingToPost(outlook);
  const when = next === undefined ? words.previewOfNext : words.previewOf(dayInWords(next, locale, today));
  const lead = `${when} ${why === 'turn' ? words.mayChange : words.chosenByInstructor}`;
  const foot = next === undefined ? text(one.locale).previewFoot : cardFoot(next, one.locale);
  return previewReply(lead, cardBlocks(term, foot, one.locale), [listButton(locale)]);
}

/** The line that previews the card of a day (ISO), to be offered. */
const previewDayLine = (day: string): Guess => ({
  ...text.both((words, locale) => `${words.typed.preview} ${typedDay(day, locale)}`),
  label: text.both((words, locale) => words.offers.previewDay(dayInWords(day, locale))),
});

/**
 * The card that is to come on a day.
 * @throws UserError for what is no day, and for one without a card to come, with the nearest that has one as a guess.
 */
function previewDay(typed: string, { one, outlook }: Read, { locale }: Caller, context: Context): Reply {
  const words = text(locale);
  const now = context.now();
  const today = dayOf(one.timetable, now);
  const [first] = comingDays(one, outlook.history, now, 1);
  if (first === undefined) throw new UserError(text.both((own) => own.noDays));
  refuseJustPassed(typed, today, previewDayLine(first));
  const day = oneDay(typed, today);
  const inWords = text.both((_, reader) => dayInWords(day, reader, today));
  const refuse = (say: (own: ReturnType<typeof text>, date: string) => string, nearest: string): UserError =>
    new UserError(
      text.both((own, reader) => say(own, inWords[reader])),
      previewDayLine(nearest),
    );
  if (day < first) throw refuse((own, date) => own.cardIsOver(date), first);
  if (day > today.add({ days: AHEAD }).toString())
    throw new UserError(
      text.both((own) => own.tooFar),
      previewDayLine(first),
    );
  const nearest = cardDayFrom(one.timetable, day) ?? first;
  const why = one.timetable.holidays ? holidayOn(Temporal.PlainDate.from(day)) : undefined;
  if (nearest !== day) throw refuse((own, date) => own.noCardOn(date, why), nearest);
  const days = comingDays(one, outlook.history, now, AHEAD).filter((each) => each <= day);
  const card = comingCards(outlook, days).find((each) => each.day === day);
  if (!card) throw nothingToPost(outlook);
  const said = [
    words.previewOf(inWords[locale]),
    card.why === 'turn' ? words.mayChange : words.chosenByInstructor,
    ...(one.paused ? [words.paused] : []),
  ].join(' ');
  return previewReply(said, cardBlocks(card.term, cardFoot(day, one.locale), one.locale), [listButton(locale)]);
}

/** The card of a concept, as it would be posted now. */
function previewConcept(term: Term, { one, outlook }: Read, { locale }: Caller, context: Context): Reply {
  const words = text(locale);
  const { choices, history } = outlook;
  const today = dayOf(one.timetable, context.now()).toString();
  const isPosted = (history.at(-1)?.day ?? '') >= today;
  const isVetoed = choices.vetoed.includes(term.id);
  const foot = isPosted ? text(one.locale).previewFoot : cardFoot(today, one.locale);
  const lead = [words.previewOfConcept(term.title[locale]), ...(isVetoed ? [words.isVetoed] : [])].join(' ');
  const ways = isVetoed
    ? [button(words.restore, cardsLine(term.id, 'restore'))]
    : [...(isPosted ? [] : [postButton(term, locale)]), button(words.toNext, cardsLine(term.id, 'next'))];
  return previewReply(lead, cardBlocks(term, foot, one.locale), [...ways, listButton(locale)]);
}

/**
 * The card that the instructor's class has next, that of a day, or that of a concept, in the language of the class; the
 * instructor alone sees it.
 * @throws UserError where no concept is called so, and where none may come.
 */
export async function previewCard(
  { concept, date }: { concept: string | undefined; date: string | undefined },
  caller: Caller,
  context: Context,
): Promise<Reply> {
  const { id }: Class = await classToTeach(caller, context);
  const read = await readCards(id, context);
  if (concept !== undefined && date !== undefined) throw new UserError(text.both((words) => words.previewOne));
  if (date !== undefined) return previewDay(date, read, caller, context);
  if (concept === undefined) return previewNext(read, caller, context);
  return previewConcept(
    conceptNamed(concept, context.course(), (term) => typedLine('preview', term)),
    read,
    caller,
    context,
  );
}
