import type { Term } from '../../content/model.ts';
import { dayOf } from '../../core/class.ts';
import type { Locale } from '../../core/locale.ts';
import type { Block, Button, Reply } from '../../core/reply/blocks.ts';
import { button, buttons, heading, markdown } from '../../core/reply/builders.ts';
import type { Context } from '../../course/context.ts';
import { termHeading } from '../../course/term-blocks.ts';
import { isChosen, openChoices, readChoices, type Wish } from '../../daily/choices.ts';
import { type Coming, cardDayFrom, comingCards, comingDays, type Outlook } from '../../daily/coming.ts';
import type { Read } from './change.ts';
import { cardsLine, dayInWords, LIST, postLine, previewLine, typedDay, typedName, VETOED } from './lines.ts';
import { text } from './text.ts';

/** Cards that are listed: two weeks of weekdays, and as many buttons as a reply shows in one block. */
const LISTED = 10;
/** Days that a card can be moved to by a button. */
const DAYS = 6;

/** The cards of the next two weeks. */
const listedCards = ({ one, outlook }: Read, { now }: Pick<Context, 'now'>): Coming[] =>
  comingCards(outlook, comingDays(one, outlook.history, now(), LISTED));

/** What was chosen and is not in the course, each once. */
const goneOf = ({ outlook: { choices, content, history } }: Read): Wish[] => {
  const known = new Set(content.terms.map(({ id }) => id));
  const { dated, next } = openChoices(choices, history);
  return [...dated, ...next].filter(({ term }) => !known.has(term));
};

/** The concepts that do not come, in the order of the content. */
const vetoedTerms = ({ content, choices }: Outlook): Term[] =>
  content.terms.filter(({ id }) => choices.vetoed.includes(id));

/** What has just happened, before the cards to come. */
interface Done {
  heading: string;
  lead?: readonly string[];
  /** What takes it back. */
  undo?: Button | undefined;
}

/** The cards to come with their dates; a press shows one of them. */
export function renderList(read: Read, done: Done | undefined, locale: Locale, context: Context): Reply {
  const words = text(locale);
  const { one, outlook } = read;
  const today = dayOf(one.timetable, context.now());
  const cards = listedCards(read, context);
  const gone = goneOf(read);
  const mark = { dated: ` ${words.dated}`, next: ` ${words.next}`, turn: '' } as const;
  const lines = cards.map(
    ({ term, day, why }, i) =>
      `${i + 1}. ${words.card(dayInWords(day, locale, today), term.title[locale])}${mark[why]}`,
  );
  const choices = readChoices(one);
  const [first, second = first] = cards;
  const last = cards.at(-1);
  const isEmpty = comingDays(one, outlook.history, context.now(), 1).length === 0;
  const told: string[] = [
    ...(done?.lead ?? []),
    ...(one.paused ? [words.paused] : []),
    ...(typeof choices === 'string' ? [words[choices]] : []),
    ...(cards.length > 0 ? [lines.join('\n')] : [isEmpty ? words.noDays : words.none]),
    ...gone.map(({ term }) => words.gone(term)),
    ...(second && last && !done
      ? [words.toChoose(typedName(second.term.title[locale]), typedDay(last.day, locale))]
      : []),
  ];
  const vetoed = vetoedTerms(outlook);
  const ways = [
    ...(done?.undo ? [done.undo] : []),
    ...gone.map(({ term }) => button(words.takeOut(term), cardsLine(term, 'restore'))),
    ...(vetoed.length > 0 ? [button(words.showVetoed(vetoed.length), VETOED)] : []),
  ];
  return {
    visibility: 'caller',
    accent: done ? 'success' : 'info',
    replaces: true,
    blocks: [
      heading(done?.heading ?? words.coming),
      ...told.map(markdown),
      ...(cards.length > 0
        ? [buttons(...cards.map(({ term }) => button(term.title[locale], cardsLine(term.id))))]
        : []),
      ...(ways.length > 0 ? [buttons(...ways)] : []),
    ],
  };
}

/** The concepts that were vetoed; a press takes one back. */
export function renderVetoed({ outlook }: Read, locale: Locale): Reply {
  const words = text(locale);
  const terms = vetoedTerms(outlook);
  const [first] = terms;
  const back = button(words.showList, LIST);
  const shown: Block[] =
    first === undefined
      ? [markdown(words.noneVetoed), buttons(back)]
      : [
          markdown(
            words.vetoedList(terms.map(({ title }) => `- ${title[locale]}`).join('\n'), typedName(first.title[locale])),
          ),
          buttons(...terms.slice(0, LISTED).map(({ id, title }) => button(title[locale], cardsLine(id, 'restore')))),
          buttons(back),
        ];
  return { visibility: 'caller', accent: 'info', replaces: true, blocks: [heading(words.vetoedOnes), ...shown] };
}

const WHY = { dated: 'onItsDay', next: 'asNext', turn: 'byTurn' } as const;

/** When a concept's card comes, and all that can be done about it. */
export function renderConcept(term: Term, read: Read, locale: Locale, context: Context): Reply {
  const words = text(locale);
  const { one, outlook } = read;
  const { choices, history } = outlook;
  const today = dayOf(one.timetable, context.now());
  const open = openChoices(choices, history);
  const cards = listedCards(read, context);
  const own = cards.find((card) => card.term.id === term.id);
  const chosenDay = open.dated.find((wish) => wish.term === term.id)?.day;
  // A day that was chosen may be off since.
  const dated = chosenDay && (cardDayFrom(one.timetable, chosenDay) ?? chosenDay);
  const isVetoed = choices.vetoed.includes(term.id);
  const last = history.findLast((had) => had.term === term.id)?.day;
  const comes = own
    ? `${words.comesOn(dayInWords(own.day, locale, today))} ${words[WHY[own.why]]}`
    : dated === undefined
      ? words.notSoon
      : `${words.comesOn(dayInWords(dated, locale, today))} ${words.onItsDay}`;
  const days = comingDays(one, history, context.now(), DAYS + 1).filter((day) => day !== own?.day && day !== dated);
  const line = (what: string): string => cardsLine(term.id, what);
  const preview = button(words.preview, previewLine(term.id));
  const list = button(words.showList, LIST);
  const ways = isVetoed
    ? [button(words.restore, line('restore'), 'primary'), preview, list]
    : [
        ...(own && own === cards[0] ? [] : [button(words.toNext, line('next'), 'primary')]),
        button(words.remove, line('remove')),
        ...(isChosen(open, term.id) ? [button(words.undoChoice, line('restore'))] : []),
        preview,
        list,
      ];
  const dayButtons = days.slice(0, DAYS).map((day) => button(dayInWords(day, locale, today), line(day)));
  return {
    visibility: 'caller',
    accent: isVetoed ? 'warning' : 'info',
    replaces: true,
    blocks: [
      termHeading(term, locale),
      markdown(
        [isVetoed ? words.isVetoed : comes, ...(last ? [words.lastCame(dayInWords(last, locale, today))] : [])].join(
          ' ',
        ),
      ),
      buttons(...ways),
      ...(isVetoed || dayButtons.length === 0 ? [] : [markdown(words.pickDay), buttons(...dayButtons)]),
    ],
  };
}

/** The button that posts a concept's card now. */
export const postButton = ({ id }: Term, locale: Locale): Button =>
  button(text(locale).postNow, postLine(id), 'primary');

/** The button that shows the cards to come. */
export const listButton = (locale: Locale): Button => button(text(locale).showList, LIST);
