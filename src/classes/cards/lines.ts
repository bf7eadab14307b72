import { readDates } from '../../schedule/parse-dates.ts';
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

/** Shows the cards to come. */
export const LIST = 'class cards';

/** `class cards <id>`: shows the card of a concept; with what follows, a day (ISO) or a way, it is chosen or vetoed. */
export const cardsLine = (id: string, what?: string): string =>
  [LIST, typedName(id), ...(what === undefined ? [] : [what])].join(' ');

/** Shows the concepts that were vetoed. */
export const VETOED = `${LIST} restore`;

export const postLine = (id: string): string => `class post ${id}`;

export const previewLine = (id: string): string => `class preview ${id}`;
