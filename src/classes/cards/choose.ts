import type { Term } from '../../content/model.ts';
import { dayOf } from '../../core/class.ts';
import type { Caller } from '../../core/command/command.ts';
import { UserError } from '../../core/errors.ts';
import { LOCALES } from '../../core/locale.ts';
import type { Reply } from '../../core/reply/blocks.ts';
import { button } from '../../core/reply/builders.ts';
import type { Context } from '../../course/context.ts';
import type { Course } from '../../course/course.ts';
import { type Choices, isChosen, withoutTerm } from '../../daily/choices.ts';
import { chooseDay, chooseNext, veto } from '../../daily/choose.ts';
import { cardDaysAfter } from '../../daily/coming.ts';
import { classToTeach } from '../find.ts';
import { changeChoices, type Read, readCards } from './change.ts';
import { conceptNamed, isConcept } from './concept.ts';
import { oneDay, refuseDay, refusePassed } from './day.ts';
import { asTyped, cardsLine, dayInWords, HOW, type How, typedLine } from './lines.ts';
import { text } from './text.ts';
import { renderConcept, renderList, renderVetoed } from './views.ts';

/** What an instructor types after `/class cards`. */
interface Typed {
  concept: string | undefined;
  date: string | undefined;
  how: How | undefined;
}

const lastDay = ({ outlook }: Read): string => outlook.history.at(-1)?.day ?? '';

/** @throws UserError for a concept that was vetoed: a card that one instructor has taken out, no other brings by accident. */
export function refuseVetoed(term: Term, { vetoed }: Choices): void {
  if (vetoed.includes(term.id))
    throw new UserError(
      text.both((words, locale) => words.vetoed(term.title[locale])),
      typedLine('cards', term, HOW.restore),
    );
}

/** Makes a concept the card of a day. */
async function putOnDay(term: Term, typed: string, id: string, caller: Caller, context: Context): Promise<Reply> {
  const { locale } = caller;
  const words = text(locale);
  const changed = await changeChoices(
    id,
    (read) => {
      const { one, outlook } = read;
      const now = context.now();
      refuseVetoed(term, outlook.choices);
      const cards = { one, history: outlook.history, now };
      refusePassed(typed, term, cards);
      const day = oneDay(typed, dayOf(one.timetable, now));
      refuseDay(day, term, cards);
      const later = cardDaysAfter(one.timetable, day, outlook.choices.dated.length + 1);
      const { choices, moved } = chooseDay(outlook.choices, term.id, { day, after: lastDay(read), later });
      return { choices, done: { day, moved } };
    },
    context,
  );
  const { day, moved } = changed.done;
  const today = dayOf(changed.one.timetable, context.now());
  const other = moved && context.course().terms.get(moved.term);
  const done = {
    heading: words.doneDay(term.title[locale], dayInWords(day, locale, today)),
    lead: other ? [words.movedOther(other.title[locale], dayInWords(moved.day, locale, today))] : [],
    undo: button(words.undo(term.title[locale]), cardsLine(term.id, 'restore')),
  };
  return renderList(changed, done, locale, context);
}

/** Makes a concept the next card, vetoes it, or takes back what was chosen of it. */
async function change(term: Term, how: How, id: string, { locale }: Caller, context: Context): Promise<Reply> {
  const words = text(locale);
  const title = term.title[locale];
  const restore = cardsLine(term.id, 'restore');
  switch (how) {
    case 'next': {
      const next = (read: Read) => {
        refuseVetoed(term, read.outlook.choices);
        return { choices: chooseNext(read.outlook.choices, term.id, lastDay(read)), done: undefined };
      };
      const undo = button(words.undo(title), restore);
      return renderList(
        await changeChoices(id, next, context),
        { heading: words.doneNext(title), undo },
        locale,
        context,
      );
    }
    case 'remove': {
      const remove = ({ outlook: { choices, content } }: Read) => {
        const vetoed = veto(choices, term.id);
        if (content.terms.every((one) => vetoed.vetoed.includes(one.id)))
          throw new UserError(text.both((own, reader) => own.lastOne(term.title[reader])));
        return { choices: vetoed, done: undefined };
      };
      const done = {
        heading: words.doneRemove(title),
        lead: [words.staysOut(context.course().lookUp)],
        undo: button(words.undo(title), restore),
      };
      return renderList(await changeChoices(id, remove, context), done, locale, context);
    }
    case 'restore':
      return takeBack(term.id, title, id, { locale }, context);
    default:
      return how satisfies never;
  }
}

/** Takes back what was chosen of a concept, or that it was vetoed. `title`: its name, where the course still has one. */
async function takeBack(
  concept: string,
  title: string,
  id: string,
  { locale }: Pick<Caller, 'locale'>,
  context: Context,
): Promise<Reply> {
  const words = text(locale);
  const changed = await changeChoices(
    id,
    ({ outlook: { choices } }) => {
      const wasVetoed = choices.vetoed.includes(concept);
      if (!wasVetoed && !isChosen(choices, concept))
        throw new UserError(
          text.both((own) => own.notChosen(title)),
          typedLine('cards', context.course().terms.get(concept)),
        );
      return { choices: withoutTerm(choices, concept), done: wasVetoed };
    },
    context,
  );
  const heading = changed.done ? words.doneRestore(title) : words.doneUndo(title);
  return renderList(changed, { heading }, locale, context);
}

/** Ids of what was chosen or vetoed and is in the course no more, as a button names them. */
const isGone = (concept: string, { outlook: { choices, content } }: Read): boolean =>
  (isChosen(choices, concept) || choices.vetoed.includes(concept)) && !content.terms.some(({ id }) => id === concept);

/** What buttons on a concept say, which is typed behind it as well. */
const SAID = LOCALES.flatMap((locale) =>
  (['restore', 'remove'] as const).map((how) => ({ how, label: ` ${text(locale)[how].toLowerCase()}` })),
);

/** What was typed, with a way for the words of a button: `도커 되돌리기`. */
function withWay(typed: Typed, course: Course): Typed {
  const { concept, how } = typed;
  if (concept === undefined || how !== undefined || isConcept(concept, course)) return typed;
  const words = ` ${concept}`;
  const said = SAID.find(({ label }) => words.toLowerCase().endsWith(label));
  if (!said) return typed;
  const rest = words.slice(0, -said.label.length).trim();
  return { ...typed, concept: rest === '' ? undefined : rest, how: said.how };
}

/** What was typed, with a name whole again whose last word also says what to do: `etcd backup and restore`. */
function withWholeName(typed: Typed, course: Course): Typed {
  const { concept, how } = typed;
  if (concept === undefined || how === undefined || isConcept(concept, course)) return typed;
  const whole = [how, HOW[how].ko, HOW[how].en]
    .map((word) => `${concept} ${word}`)
    .find((name) => isConcept(name, course));
  return whole === undefined ? typed : { ...typed, concept: whole, how: undefined };
}

/**
 * The cards that the instructor's class has next; with a concept that one, and with a day or a way it is chosen or
 * vetoed.
 * @throws UserError for what cannot be used, with a guess.
 */
export async function chooseCards(typed: Typed, caller: Caller, context: Context): Promise<Reply> {
  const { id } = await classToTeach(caller, context);
  const { concept, date, how } = withWay(withWholeName(typed, context.course()), context.course());
  const { locale } = caller;
  if (date !== undefined && how !== undefined)
    throw new UserError(
      text.both((words) => words.dayOrWay),
      typedLine('cards'),
    );
  const read = await readCards(id, context);
  if (concept === undefined) {
    if (how === 'restore') return renderVetoed(read, locale);
    if (how !== undefined || date !== undefined)
      throw new UserError(
        text.both((words) => words.whichConcept),
        typedLine('cards'),
      );
    return renderList(read, undefined, locale, context);
  }
  if (how === 'restore' && isGone(concept, read)) return takeBack(concept, concept, id, caller, context);
  const what = how ? HOW[how] : date === undefined ? undefined : asTyped(date);
  const term = conceptNamed(concept, context.course(), (known) => typedLine('cards', known, what));
  if (date !== undefined) return putOnDay(term, date, id, caller, context);
  return how === undefined ? renderConcept(term, read, locale, context) : change(term, how, id, caller, context);
}
