import type { Term } from '../../content/model.ts';
import type { Guess } from '../../core/errors.ts';
import type { Locale, Localized } from '../../core/locale.ts';
import { readDates } from '../../schedule/parse-dates.ts';
import { datesInWords } from '../../schedule/words.ts';
import { text } from './text.ts';

/** What an instructor can do with a concept's card, as it is typed after the concept. */
export const HOW = {
  next: text.both((words) => words.how.next),
  remove: text.both((words) => words.how.remove),
  restore: text.both((words) => words.how.restore),
} as const;

export type How = keyof typeof HOW;

const WORDS: ReadonlySet<string> = new Set(Object.entries(HOW).flatMap(([key, { ko, en }]) => [key, ko, en]));

/** A concept's name as it is typed before what to do with it: a concept may be called as that is, such as git's restore. */
export const typedName = (name: string): string =>
  name.split(' ').some((word) => WORDS.has(word.toLowerCase())) || readDates(name) !== undefined ? `"${name}"` : name;

/** A day (ISO) in words, as `12월 3일(목)`; with its year where that is not today's. */
export const dayInWords = (day: string, locale: Locale, today?: Temporal.PlainDate): string =>
  datesInWords({ from: day, to: day }, locale, today);

/** A day (ISO) as an instructor types it: without the weekday in brackets. */
export const typedDay = (day: string, locale: Locale): string => dayInWords(day, locale).split('(')[0] ?? day;

/** Shows the cards to come. */
export const LIST = 'class cards';

/** `class cards <id>`: shows the card of a concept; with what follows, a day (ISO) or a way, it is chosen or vetoed. */
export const cardsLine = (id: string, what?: string): string =>
  [LIST, typedName(id), ...(what === undefined ? [] : [what])].join(' ');

/** Shows the concepts that were vetoed. */
export const VETOED = `${LIST} restore`;

export const postLine = (id: string): string => `class post ${id}`;

export const previewLine = (id: string): string => `class preview ${id}`;

type Action = 'cards' | 'post' | 'preview';

/** What a line that is offered does, as its button says it. */
function labelOf(action: Action, { title }: Term, what: Localized | undefined): Localized {
  return text.both((words, locale) => {
    const concept = title[locale];
    if (action !== 'cards') return words.offers[action](concept);
    if (what === undefined) return words.offers.show(concept);
    const how = (['next', 'remove', 'restore'] as const).find((one) => HOW[one] === what);
    return how === undefined ? words.offers.onDay(concept, what[locale]) : words.offers[how](concept);
  });
}

/** A line of ours as an instructor types it in their language, to be offered: `class 카드 파드 12월 3일`. */
export const typedLine = (action: Action, term?: Term, what?: Localized): Guess => ({
  ...text.both((words, locale) => {
    const name = term?.title[locale] ?? '';
    const named = term && /["“”„]/.test(name) ? term.id : name;
    return [words.typed[action], typedName(named), what?.[locale] ?? ''].filter(Boolean).join(' ');
  }),
  label: term ? labelOf(action, term, what) : text.both((words) => words.showList),
});

/** What an instructor has typed, in every language as it is. */
export const asTyped = (words: string): Localized => ({ ko: words, en: words });

/** A day (ISO) as it is typed in every language. */
export const everyDay = (day: string): Localized => text.both((_, locale) => typedDay(day, locale));
